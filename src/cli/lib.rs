//! The commands: what each does, in terms of [`site`](atlas_site) and [`content`](atlas_content).

mod args;
mod build_site;
mod check;
mod import;
mod serve;

use args::Command;
use atlas_site::Error;
use std::ffi::OsString;
use std::process::ExitCode;

/// Printed by `--help`.
const HELP: &str = "\
The Treaty Atlas: builds the site, serves it, checks its content.

  serve   check the content, build the site and serve it (the default)
            --port N        the port on 127.0.0.1 (8080)
            --content DIR   the content folder (geodata)
            --watch         rebuild after every edit and reload the browser
  build   write the static site
            --content DIR   the content folder (geodata)
            --out DIR       the folder to write to (dist)
            --base-url URL  the address the site will have, for links from elsewhere
  check   report every problem of the content
            --content DIR   the content folder (geodata)
            --format F      text or json (text)
            --report        add what is not complete, and how contested things are named
  import  make geodata/basemap anew from the pinned open data

  --help, --version

Ends with 0 when all is well, 1 when the content has problems, 2 when the work could not be done.";

/// Runs the program with the arguments that follow its name.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let command = match args::parse(arguments) {
        Ok(command) => command,
        Err(why) => {
            eprintln!("error: {why}");
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
        Command::Serve { port, content, watch } => serve::run(port, content, watch)?,
        Command::Build { content, out, base_url } => build_site::run(content, out, base_url)?,
        Command::Check { content, format } => return Ok(check::run(&content, format)),
        Command::Import => import::run()?,
        Command::Help => println!("{HELP}"),
        Command::Version => println!("treaty-atlas {}", env!("CARGO_PKG_VERSION")),
    }
    Ok(ExitCode::SUCCESS)
}

fn list_problems(why: &Error) {
    if let Error::Content(problems) = why {
        problems.iter().for_each(|problem| eprintln!("{problem}"));
    }
}
