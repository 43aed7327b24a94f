//! Progress: one line for each stage, with what it found and how long it took.

use super::Result;
use std::time::{Duration, Instant};

/// Prints stages to standard error as they end.
#[derive(Debug)]
pub struct Stages {
    began: Instant,
    quiet: bool,
}

impl Default for Stages {
    fn default() -> Self {
        Stages { began: Instant::now(), quiet: false }
    }
}

impl Stages {
    /// Stages that are not shown.
    pub fn quiet() -> Stages {
        Stages { quiet: true, ..Stages::default() }
    }

    /// Does the work of a stage, which answers with its result and what to say about it.
    ///
    /// # Errors
    /// Whatever the work fails with.
    pub fn run<T>(&self, name: &str, work: impl FnOnce() -> Result<(T, String)>) -> Result<T> {
        let began = Instant::now();
        let (result, said) = work()?;
        if !self.quiet {
            eprintln!("{name:>10}  {said} ({})", seconds(began.elapsed()));
        }
        Ok(result)
    }

    /// Says something between two stages.
    pub fn say(&self, name: &str, what: &str) {
        if !self.quiet {
            eprintln!("{name:>10}  {what}");
        }
    }

    /// The time since the first stage began.
    pub fn elapsed(&self) -> String {
        seconds(self.began.elapsed())
    }
}

fn seconds(duration: Duration) -> String {
    format!("{:.2} s", duration.as_secs_f64())
}
