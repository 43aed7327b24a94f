//! The command line, read.

use atlas_content::{Format, nearest};
use atlas_site::{BaseUrl, default_content};
use lexopt::{Arg, Parser, ValueExt};
use std::ffi::OsString;
use std::fmt;
use std::path::PathBuf;

/// What was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Build and serve.
    Serve {
        /// The port; 0 is any that is free.
        port: u16,
        /// The content folder.
        content: PathBuf,
        /// Rebuild after every edit.
        watch: bool,
    },
    /// Build into a folder.
    Build {
        /// The content folder.
        content: PathBuf,
        /// The folder to write to.
        out: PathBuf,
        /// The address the site will have.
        base_url: Option<BaseUrl>,
    },
    /// Check the content.
    Check {
        /// The content folder.
        content: PathBuf,
        /// How to print problems.
        format: Format,
    },
    /// Make the basemap anew.
    Import,
    /// Print the help.
    Help,
    /// Print the version.
    Version,
}

/// An argument that is not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misunderstood {
    what: String,
    advice: String,
}

impl fmt::Display for Misunderstood {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}. {}", self.what, self.advice)
    }
}

const VERBS: [&str; 4] = ["serve", "build", "check", "import"];

/// The flags of each verb.
fn flags(verb: &str) -> &'static [&'static str] {
    match verb {
        "serve" => &["--port", "--content", "--watch"],
        "build" => &["--content", "--out", "--base-url"],
        "check" => &["--content", "--format", "--report"],
        _ => &[],
    }
}

/// Reads the arguments that follow the program's name.
pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Command, Misunderstood> {
    let mut parser = Parser::from_args(arguments);
    let mut verb: Option<&'static str> = None;
    let mut given = Given::default();
    while let Some(argument) = parser.next().map_err(|why| misunderstood(&why.to_string(), SEE_HELP))? {
        match argument {
            Arg::Short('h') | Arg::Long("help") => return Ok(Command::Help),
            Arg::Short('V') | Arg::Long("version") => return Ok(Command::Version),
            Arg::Value(word) if word == "help" => return Ok(Command::Help),
            Arg::Value(word) if verb.is_none() && !given.any => verb = Some(read_verb(&word.to_string_lossy())?),
            Arg::Value(word) => {
                return Err(misunderstood(&format!("“{}” is one word too many", word.to_string_lossy()), SEE_HELP));
            }
            Arg::Short(letter) => return Err(unknown_flag(&format!("-{letter}"), verb.unwrap_or("serve"))),
            Arg::Long(name) => {
                let flag = format!("--{name}");
                given.read(&flag, verb.unwrap_or("serve"), &mut parser)?;
            }
        }
    }
    Ok(given.command(verb.unwrap_or("serve")))
}

/// The values of flags, as far as they were given.
#[derive(Default)]
struct Given {
    any: bool,
    port: Option<u16>,
    content: Option<PathBuf>,
    out: Option<PathBuf>,
    base_url: Option<BaseUrl>,
    format: Option<Format>,
    watch: bool,
}

impl Given {
    fn read(&mut self, flag: &str, verb: &str, parser: &mut Parser) -> Result<(), Misunderstood> {
        if !flags(verb).contains(&flag) {
            return Err(unknown_flag(flag, verb));
        }
        self.any = true;
        let needs_value = |why: lexopt::Error| misunderstood(&why.to_string(), SEE_HELP);
        match flag {
            "--watch" => self.watch = true,
            "--report" => self.set_format(Format::Report)?,
            "--content" => self.content = Some(parser.value().map_err(needs_value)?.into()),
            "--out" => self.out = Some(parser.value().map_err(needs_value)?.into()),
            "--port" => {
                let value = parser.value().map_err(needs_value)?;
                let port = value.to_string_lossy().parse();
                let what = format!("“{}” is not a port", value.to_string_lossy());
                self.port = Some(port.map_err(|_| misunderstood(&what, "Write a number from 0 to 65535."))?);
            }
            "--base-url" => {
                let value = parser.value().map_err(needs_value)?.string().map_err(needs_value)?;
                let read = BaseUrl::parse(&value);
                self.base_url = Some(read.map_err(|why| misunderstood(&why.to_string(), &why.advice()))?);
            }
            _ => {
                let value = parser.value().map_err(needs_value)?;
                self.set_format(match &*value.to_string_lossy() {
                    "json" => Format::Json,
                    "text" => Format::Text,
                    other => return Err(misunderstood(&format!("“{other}” is not a format"), "Write text or json.")),
                })?;
            }
        }
        Ok(())
    }

    /// The report is text; it cannot be asked for together with JSON.
    fn set_format(&mut self, format: Format) -> Result<(), Misunderstood> {
        match (self.format, format) {
            (Some(Format::Json), Format::Report) | (Some(Format::Report), Format::Json) => {
                Err(misunderstood("--report is text and cannot be JSON", "Write one of both."))
            }
            (Some(Format::Report), Format::Text) => Ok(()),
            _ => {
                self.format = Some(format);
                Ok(())
            }
        }
    }

    fn command(self, verb: &str) -> Command {
        let content = self.content.unwrap_or_else(default_content);
        match verb {
            "build" => {
                let out = self.out.unwrap_or_else(|| "dist".into());
                Command::Build { content, out, base_url: self.base_url }
            }
            "check" => Command::Check { content, format: self.format.unwrap_or_default() },
            "import" => Command::Import,
            _ => Command::Serve { port: self.port.unwrap_or(8080), content, watch: self.watch },
        }
    }
}

const SEE_HELP: &str = "See --help.";

fn read_verb(word: &str) -> Result<&'static str, Misunderstood> {
    let known = VERBS.into_iter().find(|verb| *verb == word);
    known.ok_or_else(|| {
        let advice = match nearest(word, VERBS) {
            Some(verb) => format!("Did you mean {verb}?"),
            None => format!("There are {}.", VERBS.join(", ")),
        };
        misunderstood(&format!("“{word}” is not a command"), &advice)
    })
}

fn unknown_flag(flag: &str, verb: &str) -> Misunderstood {
    let known = flags(verb);
    let advice = if let Some(other) = VERBS.iter().find(|other| flags(other).contains(&flag)) {
        format!("It belongs to {other}: write `{other} {flag}`.")
    } else if let Some(meant) = nearest(flag, known.iter().copied()) {
        format!("Did you mean {meant}?")
    } else if known.is_empty() {
        "It has none.".into()
    } else {
        format!("It has {}.", known.join(", "))
    };
    misunderstood(&format!("{verb} has no flag {flag}"), &advice)
}

fn misunderstood(what: &str, advice: &str) -> Misunderstood {
    Misunderstood { what: what.into(), advice: advice.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Command, String> {
        parse(line.split_whitespace().map(OsString::from)).map_err(|why| why.to_string())
    }

    #[test]
    fn serves_by_default() {
        let serve = |port, watch| Ok(Command::Serve { port, content: default_content(), watch });
        assert_eq!(read(""), serve(8080, false));
        assert_eq!(read("serve --port=0 --watch"), serve(0, true));
        assert_eq!(read("--port 81"), serve(81, false));
    }

    #[test]
    fn reads_every_verb() {
        let base_url = BaseUrl::parse("https://example.org/").ok();
        let build = Command::Build { content: "c".into(), out: "o".into(), base_url };
        assert_eq!(read("build --content c --out o --base-url https://example.org"), Ok(build));
        let check = |format| Ok(Command::Check { content: "c".into(), format });
        assert_eq!(read("check --format json --content c"), check(Format::Json));
        assert_eq!(read("check --report --format=text --content=c"), check(Format::Report));
        assert_eq!(read("import"), Ok(Command::Import));
        assert_eq!(read("build --help"), Ok(Command::Help));
        assert_eq!(read("help"), Ok(Command::Help));
        assert_eq!(read("-V"), Ok(Command::Version));
    }

    #[test]
    fn says_which_word_is_wrong_and_what_was_meant() {
        for (line, says) in [
            ("sevre", "“sevre” is not a command. Did you mean serve?"),
            ("xyzzy", "“xyzzy” is not a command. There are serve, build, check, import."),
            ("serve --prot 80", "serve has no flag --prot. Did you mean --port?"),
            ("serve --out x", "serve has no flag --out. It belongs to build: write `build --out`."),
            ("import --all", "import has no flag --all. It has none."),
            ("serve --port eighty", "“eighty” is not a port. Write a number from 0 to 65535."),
            ("serve --port 65536", "“65536” is not a port. Write a number from 0 to 65535."),
            ("check --format xml", "“xml” is not a format. Write text or json."),
            ("check --report --format json", "--report is text and cannot be JSON. Write one of both."),
            ("build here", "“here” is one word too many. See --help."),
            (
                "build --base-url example.org",
                "“example.org” is not the http(s) address of a folder. Write it in full, for example --base-url https://example.org/atlas/.",
            ),
        ] {
            assert_eq!(read(line).expect_err(line), says);
        }
        assert!(read("build --out").expect_err("a value is missing").contains("--out"));
    }
}
