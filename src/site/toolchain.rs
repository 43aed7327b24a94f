//! The Rust toolchain as a tool: which cargo, which target.

use super::{Error, Result, Stages, target::TARGET};
use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The cargo that runs this program, or else the one on the PATH.
pub(crate) fn cargo() -> OsString {
    std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}

/// Adds the wasm target to the toolchain of the project when it is missing, and says so.
pub(crate) fn ensure_target(manifest_dir: &Path, stages: &Stages) -> Result<()> {
    if has_target(manifest_dir)? {
        return Ok(());
    }
    stages.say("Adding", &format!("the target {TARGET} with rustup"));
    let added = run(manifest_dir, "rustup", &["target", "add", TARGET]);
    let output = added.map_err(|why| match why.kind() {
        io::ErrorKind::NotFound => Error::NoRustup,
        _ => Error::NoTool("rustup", why),
    })?;
    if output.status.success() {
        return Ok(());
    }
    let complaint = String::from_utf8_lossy(&output.stderr);
    let last = complaint.lines().rfind(|line| !line.trim().is_empty()).unwrap_or("it gives no reason");
    Err(Error::TargetRefused(last.trim_start_matches("error: ").into()))
}

/// True when the standard library of the target is installed.
fn has_target(manifest_dir: &Path) -> Result<bool> {
    let answer = run(manifest_dir, "rustc", &["--print", "target-libdir", "--target", TARGET]);
    let output = answer.map_err(|why| Error::NoTool("rustc", why))?;
    let libdir = PathBuf::from(String::from_utf8_lossy(&output.stdout).trim());
    let mut files = libdir.read_dir().into_iter().flatten().flatten();
    Ok(files.any(|file| file.file_name().to_string_lossy().starts_with("libcore")))
}

fn run(dir: &Path, program: &str, arguments: &[&str]) -> io::Result<Output> {
    Command::new(program).current_dir(dir).args(arguments).output()
}
