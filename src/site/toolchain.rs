//! The Rust toolchain as a tool: which cargo, which target, which optimiser.

use super::{Error, Result, Stages, target::TARGET};
use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The cargo that runs this program, or else the one on the PATH.
pub fn cargo() -> OsString {
    std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}

/// Adds the wasm target to the toolchain of the project when it is missing, and says so.
pub fn ensure_target(manifest_dir: &Path, stages: &Stages) -> Result<()> {
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

/// The oldest wasm-opt that keeps the table of references as wasm-bindgen's glue expects it. Version 108, which
/// distributions still ship, writes a program that stops at its first step.
const OLDEST_WASM_OPT: u32 = 117;

/// The version of the wasm-opt on the PATH, empty when there is none or it is too old to be trusted.
pub fn wasm_opt() -> String {
    match Command::new("wasm-opt").arg("--version").output() {
        Ok(output) => trusted(String::from_utf8_lossy(&output.stdout).trim()),
        Err(_) => String::new(),
    }
}

/// The answer to `--version` itself where its number is high enough, else nothing.
fn trusted(answer: &str) -> String {
    let number = answer.split(|letter: char| !letter.is_ascii_digit()).find_map(|digits| digits.parse::<u32>().ok());
    if number.is_some_and(|number| number >= OLDEST_WASM_OPT) { answer.to_string() } else { String::new() }
}

fn run(dir: &Path, program: &str, arguments: &[&str]) -> io::Result<Output> {
    Command::new(program).current_dir(dir).args(arguments).output()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_old_wasm_opt_is_not_trusted() {
        assert_eq!(trusted("wasm-opt version 108"), "");
        assert_eq!(trusted("wasm-opt version 132 (version_132-7-g1)"), "wasm-opt version 132 (version_132-7-g1)");
        assert_eq!(trusted("command not found"), "");
    }
}
