//! The command line, read.

use atlas_content::Format;
use atlas_site::{BaseUrl, default_content};
use clap::error::{ContextKind, ContextValue, Error, ErrorKind};
use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};
use std::ffi::OsString;
use std::path::PathBuf;

/// The Treaty Atlas: builds the site, serves it, checks its content.
#[derive(Debug, Parser)]
#[command(
    name = "treaty-atlas",
    version,
    flatten_help = true,
    args_conflicts_with_subcommands = true,
    after_help = "Ends with 0 when all is well, 1 when the content has problems, 2 when the work could not be done."
)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    serve: Serve,
}

/// What was asked for.
#[derive(Clone, Debug, PartialEq, Eq, Subcommand)]
pub(crate) enum Command {
    /// Check the content, build the site and serve it (the default)
    Serve(Serve),
    /// Write the static site
    Build(Build),
    /// Report every problem of the content
    Check(Check),
    /// Make geodata/basemap anew from the pinned open data
    Import,
}

/// How to serve.
#[derive(Clone, Debug, PartialEq, Eq, Args)]
pub(crate) struct Serve {
    /// The port on 127.0.0.1; 0 is any that is free
    #[arg(long, value_name = "N", default_value_t = 8080, value_parser = port)]
    pub port: u16,
    /// The content folder
    #[arg(long, value_name = "DIR", default_value_os_t = default_content())]
    pub content: PathBuf,
    /// Rebuild after every edit of content, styles or code, and reload the browser
    #[arg(long)]
    pub watch: bool,
}

/// What to build.
#[derive(Clone, Debug, PartialEq, Eq, Args)]
pub(crate) struct Build {
    /// The content folder
    #[arg(long, value_name = "DIR", default_value_os_t = default_content())]
    pub content: PathBuf,
    /// The folder to write to
    #[arg(long, value_name = "DIR", default_value = "dist")]
    pub out: PathBuf,
    /// The address the site will have, for links from elsewhere
    #[arg(long, value_name = "URL", value_parser = base_url)]
    pub base_url: Option<BaseUrl>,
}

/// What to check.
#[derive(Clone, Debug, PartialEq, Eq, Args)]
pub(crate) struct Check {
    /// The content folder
    #[arg(long, value_name = "DIR", default_value_os_t = default_content())]
    pub content: PathBuf,
    /// How to print problems
    #[arg(long, value_enum, default_value_t)]
    format: ProblemFormat,
    /// Add what is not complete, and how contested things are named
    #[arg(long)]
    report: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum ProblemFormat {
    /// A line for each problem
    #[default]
    Text,
    /// One object
    Json,
    /// Annotations of a pull request
    Github,
}

impl Check {
    /// How to print the outcome; `None` when the report, which is text, is asked for as something else.
    pub(crate) fn format(&self) -> Option<Format> {
        match (self.format, self.report) {
            (ProblemFormat::Text, true) => Some(Format::Report),
            (_, true) => None,
            (ProblemFormat::Text, false) => Some(Format::Text),
            (ProblemFormat::Json, false) => Some(Format::Json),
            (ProblemFormat::Github, false) => Some(Format::GitHub),
        }
    }
}

fn port(text: &str) -> Result<u16, String> {
    text.parse().map_err(|_| format!("“{text}” is not a port. Write a number from 0 to 65535."))
}

fn base_url(text: &str) -> Result<BaseUrl, String> {
    BaseUrl::parse(text).map_err(|why| format!("{why}. {}", why.advice()))
}

/// Reads the arguments, of which the first is the program's name.
///
/// # Errors
/// When they are not understood, and when help or the version are asked for, which the error prints.
pub(crate) fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Command, Error> {
    let Arguments { command, serve } = Arguments::try_parse_from(arguments)?;
    match command {
        Some(Command::Check(check)) if check.format().is_none() => Err(Arguments::command()
            .error(ErrorKind::ArgumentConflict, "--report is text. Leave --format out, or the report.")),
        Some(command) => Ok(command),
        None => Ok(Command::Serve(serve)),
    }
}

/// What was not understood and what to write instead, in one line.
pub(crate) fn explain(why: &Error) -> String {
    let context = |kind| why.get(kind).map(first).unwrap_or_default();
    let known: Vec<clap::Command> = Arguments::command().get_subcommands().cloned().collect();
    match why.kind() {
        ErrorKind::InvalidSubcommand => {
            let names: Vec<&str> = known.iter().map(clap::Command::get_name).collect();
            let advice = match context(ContextKind::SuggestedSubcommand) {
                meant if meant.is_empty() => format!("There are {}.", names.join(", ")),
                meant => format!("Did you mean {meant}?"),
            };
            format!("“{}” is not a command. {advice}", context(ContextKind::InvalidSubcommand))
        }
        ErrorKind::UnknownArgument => {
            let word = context(ContextKind::InvalidArg);
            let Some(flag) = word.strip_prefix("--") else {
                return format!("“{word}” is one word too many. See --help.");
            };
            let owner =
                known.iter().find(|command| command.get_arguments().any(|known| known.get_long() == Some(flag)));
            let advice = match (owner, context(ContextKind::SuggestedArg)) {
                (Some(owner), _) => format!("It belongs to {0}: write `{0} {word}`.", owner.get_name()),
                (None, meant) if meant.is_empty() => "See --help.".into(),
                (None, meant) => format!("Did you mean {meant}?"),
            };
            format!("There is no flag {word} here. {advice}")
        }
        ErrorKind::InvalidValue => {
            let (flag, value) = (context(ContextKind::InvalidArg), context(ContextKind::InvalidValue));
            let flag = flag.split(' ').next().unwrap_or_default();
            match why.get(ContextKind::ValidValue) {
                _ if value.is_empty() => format!("{flag} needs a value. See --help."),
                Some(ContextValue::Strings(valid)) => {
                    format!("“{value}” is not a value of {flag}. Write {}.", valid.join(" or "))
                }
                _ => format!("“{value}” is not a value of {flag}. See --help."),
            }
        }
        ErrorKind::ValueValidation => std::error::Error::source(why).map(ToString::to_string).unwrap_or_default(),
        _ => {
            let text = why.to_string();
            text.lines().next().unwrap_or_default().trim_start_matches("error: ").into()
        }
    }
}

fn first(value: &ContextValue) -> String {
    match value {
        ContextValue::Strings(several) => several.first().cloned().unwrap_or_default(),
        one => one.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Command, Error> {
        parse(["treaty-atlas"].into_iter().chain(line.split_whitespace()).map(OsString::from))
    }

    fn refused(line: &str) -> String {
        explain(&read(line).expect_err(line))
    }

    #[test]
    fn the_definition_is_sound() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn serves_by_default() {
        let serve = |port, watch| Command::Serve(Serve { port, content: default_content(), watch });
        assert_eq!(read("").ok(), Some(serve(8080, false)));
        assert_eq!(read("serve --port=0 --watch").ok(), Some(serve(0, true)));
        assert_eq!(read("--port 81").ok(), Some(serve(81, false)));
    }

    #[test]
    fn reads_every_verb() {
        let base_url = BaseUrl::parse("https://example.org/").ok();
        let build = |content, out: &str, base_url| Command::Build(Build { content, out: out.into(), base_url });
        let line = "build --content c --out o --base-url https://example.org";
        assert_eq!(read(line).ok(), Some(build("c".into(), "o", base_url)));
        assert_eq!(read("build").ok(), Some(build(default_content(), "dist", None)));
        for (line, format) in [
            ("check", Format::Text),
            ("check --format json --content c", Format::Json),
            ("check --format github", Format::GitHub),
            ("check --report --format=text --content=c", Format::Report),
        ] {
            let Ok(Command::Check(check)) = read(line) else { panic!("{line}") };
            assert_eq!(check.format(), Some(format), "{line}");
        }
        assert_eq!(read("import").ok(), Some(Command::Import));
        for (line, kind) in [
            ("build --help", ErrorKind::DisplayHelp),
            ("help", ErrorKind::DisplayHelp),
            ("-V", ErrorKind::DisplayVersion),
        ] {
            assert_eq!(read(line).expect_err(line).kind(), kind);
        }
    }

    #[test]
    fn says_which_word_is_wrong_and_what_was_meant() {
        for (line, says) in [
            ("sevre", "“sevre” is not a command. Did you mean serve?"),
            ("xyzzy", "“xyzzy” is not a command. There are serve, build, check, import."),
            ("serve --prot 80", "There is no flag --prot here. Did you mean --port?"),
            ("serve --out x", "There is no flag --out here. It belongs to build: write `build --out`."),
            ("import --all", "There is no flag --all here. See --help."),
            ("serve --port eighty", "“eighty” is not a port. Write a number from 0 to 65535."),
            ("serve --port 65536", "“65536” is not a port. Write a number from 0 to 65535."),
            ("check --format xml", "“xml” is not a value of --format. Write text or json or github."),
            ("check --report --format json", "--report is text. Leave --format out, or the report."),
            ("build here", "“here” is one word too many. See --help."),
            ("build --out", "--out needs a value. See --help."),
            (
                "build --base-url example.org",
                "“example.org” is not the http(s) address of a folder. Write it in full, for example --base-url https://example.org/atlas/.",
            ),
        ] {
            assert_eq!(refused(line), says);
        }
        assert!(refused("--port 81 build").contains("build"), "{}", refused("--port 81 build"));
    }
}
