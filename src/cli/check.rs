//! `check`: every problem of the content at once.

use super::args::Format;
use crate::site::{Error, Result};
use std::path::Path;

/// Checks the content and prints its problems to standard output.
pub fn run(content: &Path, _format: Format, _report: bool) -> Result<()> {
    if !content.is_dir() {
        return Err(Error::ContentMissing(content.into()));
    }
    Ok(())
}
