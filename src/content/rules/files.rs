//! Files are where they belong, readable and well-formed.

use super::Rule;
use crate::node::Malformed;
use crate::reading::Reading;
use std::io;
use std::path::Path;

/// Reports a file that cannot be read.
pub(crate) fn unreadable(path: &Path, cause: &io::Error, reading: &mut Reading) {
    reading.report_file(path, Rule::Unreadable, format!("The file cannot be read: {cause}."), "Make it readable.");
}

/// Reports that the file being read is not UTF-8 from an offset on.
pub(crate) fn other_encoding(at: usize, reading: &mut Reading) {
    reading.report(at, Rule::Unreadable, "The file is not UTF-8 from here on.", "Save it as UTF-8.");
}

/// Reports that the file being read is not well-formed.
pub(crate) fn malformed(Malformed { at, message }: &Malformed, reading: &mut Reading) {
    let message = format!("The file is malformed here: {message}.");
    reading.report(*at, Rule::Syntax, message, "Correct it; the rest of the file is checked after that.");
}

/// Reports that the text being read begins without a heading.
pub(crate) fn without_heading(at: usize, reading: &mut Reading) {
    let message = "The file begins with a text that has no heading.";
    reading.report(at, Rule::Syntax, message, "Write a heading above it: ## How to read it.");
}

/// Reports that the parts of the basemap do not fit together.
pub(crate) fn unusable_basemap(folder: &Path, why: &str, reading: &mut Reading) {
    let message = format!("The basemap cannot be used: {why}.");
    let remedy = "Take it from version control, or make it anew with `cargo run --release -- import`.";
    reading.report_file(folder, Rule::Unreadable, message, remedy);
}

/// Reports a file that has to be there.
pub(crate) fn missing(path: &Path, reading: &mut Reading) {
    reading.report_file(path, Rule::MissingFile, "The file is not there.", "Add it; geodata/README.md shows how.");
}

/// Reports a file that nothing reads.
pub(crate) fn stray(path: &Path, extension: &str, reading: &mut Reading) {
    let message = format!("The file is not read, because its name does not end in .{extension}.");
    reading.report_file(path, Rule::StrayFile, message, "Rename it, or move it out of the folder.");
}

/// Reports words of the interface in a language that the atlas is not offered in.
pub(crate) fn not_offered(path: &Path, reading: &mut Reading) {
    let message = "The file is not read, because the atlas is not offered in this language.";
    reading.report_file(path, Rule::StrayFile, message, "Move it out of the folder.");
}
