//! `check`: every problem of the content at once.

use atlas_content::{Format, check};
use std::io;
use std::path::Path;
use std::process::ExitCode;

/// Checks the content and prints the outcome to standard output.
pub(crate) fn run(content: &Path, format: Format) -> ExitCode {
    match check(content, format, &mut io::stdout().lock()) {
        Ok(outcome) => ExitCode::from(outcome.code()),
        Err(why) => {
            eprintln!("error: the outcome cannot be written: {why}.");
            ExitCode::from(2)
        }
    }
}
