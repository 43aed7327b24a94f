//! The commands: what each does, in terms of [`site`](atlas_site) and [`content`](atlas_content).

mod args;
mod build_site;
mod check;
mod import;
mod interrupt;
mod serve;

pub use interrupt::on_interrupt;

use args::Command;
use atlas_site::Error;
use clap::error::ErrorKind;
use std::ffi::OsString;
use std::process::ExitCode;

/// Runs the program with its arguments, of which the first is its name.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let command = match args::parse(arguments) {
        Ok(command) => command,
        Err(why) if matches!(why.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => {
            print!("{why}");
            return ExitCode::SUCCESS;
        }
        Err(why) => {
            eprintln!("error: {}", args::explain(&why));
            return ExitCode::from(2);
        }
    };
    match perform(command) {
        Ok(code) => code,
        Err(why) => {
            list_problems(&why);
            eprintln!("error: {why}. {}", why.advice());
            ExitCode::from(why.exit_code())
        }
    }
}

fn perform(command: Command) -> Result<ExitCode, Error> {
    match command {
        Command::Serve(serve) => serve::run(serve)?,
        Command::Build(build) => build_site::run(build)?,
        Command::Check(check) => return Ok(check::run(&check.content, check.format().unwrap_or_default())),
        Command::Import => import::run()?,
    }
    Ok(ExitCode::SUCCESS)
}

fn list_problems(why: &Error) {
    if let Error::Content(problems) = why {
        problems.iter().for_each(|problem| eprintln!("{problem}"));
    }
}
