//! What can keep the site from being built or served, and what to do about it.

use super::target::TARGET;
use atlas_basemap_import::ImportError;
use atlas_content::Problem;
use std::{fmt, io, path::PathBuf};

/// Why a stage failed. [`Error::advice`] says in one sentence what to do.
#[derive(Debug)]
pub enum Error {
    /// There is no content folder here.
    ContentMissing(PathBuf),
    /// The content has these problems.
    Content(Vec<Problem>),
    /// A file could not be read.
    Read(PathBuf, io::Error),
    /// A file or folder could not be written.
    Write(PathBuf, io::Error),
    /// The folder to write to holds something that is not a site of ours.
    NotOurs(PathBuf),
    /// The base address is not one.
    BaseUrl(String),
    /// The sources of the program are no longer where the binary was compiled.
    NoManifest(PathBuf),
    /// A tool of the Rust toolchain cannot be started.
    NoTool(&'static str, io::Error),
    /// The wasm target is missing and there is no rustup to add it.
    NoRustup,
    /// rustup would not add the wasm target.
    TargetRefused(String),
    /// The program does not compile for the browser; the compiler has said why.
    Compile,
    /// wasm-bindgen refuses the compiled program.
    Bindgen(String),
    /// The port is taken.
    PortInUse(u16),
    /// The server cannot listen.
    Listen(String),
    /// Files cannot be watched.
    Watch(String),
    /// The import of the basemap failed.
    Import(ImportError),
}

/// The outcome of a stage.
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    /// What to do about it, in one sentence.
    pub fn advice(&self) -> String {
        match self {
            Error::ContentMissing(_) => {
                "Start it in the project's folder, or name the content folder with --content DIR.".into()
            }
            Error::Content(_) => "Correct the files named above; the last good site stays as it is.".into(),
            Error::Read(path, _) => format!("Check that {} exists and may be read.", path.display()),
            Error::Write(path, _) => format!("Check that {} may be written and the disk has room.", path.display()),
            Error::NotOurs(_) => "Name an empty or new folder with --out DIR, or empty this one yourself.".into(),
            Error::BaseUrl(_) => "Write it in full, for example --base-url https://example.org/atlas/.".into(),
            Error::NoManifest(_) => "Start it with `cargo run --release` in the project's folder.".into(),
            Error::NoTool(..) => "Install Rust from https://rustup.rs and open a new terminal.".into(),
            Error::NoRustup => format!(
                "Install Rust from https://rustup.rs, or your system's package with the standard library for {TARGET}."
            ),
            Error::TargetRefused(_) => format!("Check the network and try `rustup target add {TARGET}` yourself."),
            Error::Compile => "Correct the errors above; `cargo clippy` shows them for the native side too.".into(),
            Error::Bindgen(_) => {
                "Check that Cargo.lock holds the same version of wasm-bindgen and wasm-bindgen-cli-support.".into()
            }
            Error::PortInUse(port) => format!("Stop the other program or choose a port: --port {}.", next_port(*port)),
            Error::Listen(_) => "Choose another port with --port N (above 1023 no special rights are needed).".into(),
            Error::Watch(_) => "Serve without --watch, or raise the system's limit of watched files.".into(),
            Error::Import(ImportError::Client { client, .. }) => {
                format!("See that {client} is installed and the network is there; the basemap stays as it is.")
            }
            Error::Import(_) => "Report it: the pinned packages should always give the same basemap.".into(),
        }
    }

    /// The status to exit with: 1 when the content has problems, 2 when the work could not be done.
    pub fn exit_code(&self) -> u8 {
        if matches!(self, Error::Content(_)) { 1 } else { 2 }
    }
}

fn next_port(port: u16) -> u16 {
    port.checked_add(1).unwrap_or(8080)
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Error::ContentMissing(path) => write!(f, "there is no content folder {}", path.display()),
            Error::Content(problems) if problems.len() == 1 => write!(f, "the content has one problem"),
            Error::Content(problems) => write!(f, "the content has {} problems", problems.len()),
            Error::Read(path, why) => write!(f, "cannot read {}: {why}", path.display()),
            Error::Write(path, why) => write!(f, "cannot write {}: {why}", path.display()),
            Error::NotOurs(path) => {
                write!(f, "{} holds files that this program did not write, and would be replaced", path.display())
            }
            Error::BaseUrl(url) => write!(f, "“{url}” is not the http(s) address of a folder"),
            Error::NoManifest(path) => write!(f, "the program's sources are no longer in {}", path.display()),
            Error::NoTool(tool, why) => write!(f, "{tool} cannot be started: {why}"),
            Error::NoRustup => write!(f, "the target {TARGET} is missing and there is no rustup to add it"),
            Error::TargetRefused(why) => write!(f, "rustup cannot add the target {TARGET}: {why}"),
            Error::Compile => write!(f, "the program does not compile for the browser"),
            Error::Bindgen(why) => write!(f, "wasm-bindgen refuses the program: {why}"),
            Error::PortInUse(port) => write!(f, "port {port} is already in use"),
            Error::Listen(why) => write!(f, "cannot listen: {why}"),
            Error::Watch(why) => write!(f, "cannot watch the files: {why}"),
            Error::Import(why) => write!(f, "the import failed: {why}"),
        }
    }
}

impl std::error::Error for Error {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_port_suggests_the_next() {
        assert!(Error::PortInUse(8080).advice().ends_with("--port 8081."));
        assert!(Error::PortInUse(u16::MAX).advice().ends_with("--port 8080."));
    }

    #[test]
    fn only_content_is_the_readers_fault() {
        assert_eq!(Error::Content(Vec::new()).exit_code(), 1);
        assert_eq!(Error::Compile.exit_code(), 2);
    }
}
