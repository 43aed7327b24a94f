//! The address a site will have.

use super::{Error, Result};
use std::cell::Cell;
use url::Url;

/// The address of the folder a site is published in, with a trailing slash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BaseUrl(Url);

impl BaseUrl {
    /// Reads `https://example.org/atlas/`; the trailing slash may be missing.
    ///
    /// # Errors
    /// For everything that is not the http(s) address of a folder, or that a browser would have to repair.
    pub fn parse(url: &str) -> Result<BaseUrl> {
        let is_flawed = Cell::new(false);
        let flaw = |_| is_flawed.set(true);
        let parsed = Url::options().syntax_violation_callback(Some(&flaw)).parse(url);
        let is_folder = |url: &Url| {
            matches!(url.scheme(), "http" | "https")
                && url.query().is_none()
                && url.fragment().is_none()
                && url.username().is_empty()
                && url.password().is_none()
        };
        match parsed {
            Ok(mut parsed) if !is_flawed.get() && is_folder(&parsed) => {
                let path = format!("{}/", parsed.path().trim_end_matches('/'));
                parsed.set_path(&path);
                Ok(BaseUrl(parsed))
            }
            _ => Err(Error::BaseUrl(url.into())),
        }
    }

    /// The whole address.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// The address of a path below.
    pub fn join(&self, path: &str) -> String {
        format!("{}{path}", self.0)
    }

    /// Its path on the host: `/atlas/`.
    pub fn path(&self) -> &str {
        self.0.path()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_addresses_of_folders() {
        for (url, whole, path) in [
            ("https://example.org", "https://example.org/", "/"),
            ("http://localhost:81/a/b", "http://localhost:81/a/b/", "/a/b/"),
            ("https://example.org/atlas/", "https://example.org/atlas/", "/atlas/"),
            ("https://Example.org/Atlas//", "https://example.org/Atlas/", "/Atlas/"),
            ("http://bücher.example", "http://xn--bcher-kva.example/", "/"),
        ] {
            let base = BaseUrl::parse(url).expect(url);
            assert_eq!((base.as_str(), base.path()), (whole, path));
        }
        for url in [
            "",
            "example.org",
            "ftp://example.org",
            "https://",
            "https://a/?q",
            "https://a/#q",
            "https://a/\"b",
            "https:///a",
            "https://a b/",
            "https://user:secret@example.org/",
        ] {
            assert!(BaseUrl::parse(url).is_err(), "{url}");
        }
    }
}
