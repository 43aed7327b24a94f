//! The one native binary: everything is in the library, this only hands over the arguments.

use std::process::ExitCode;

fn main() -> ExitCode {
    atlas_cli::run(std::env::args_os())
}
