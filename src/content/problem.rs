//! What is wrong with the content, where, and what to do about it.

use super::rules::Rule;
use serde::Serialize;
use std::fmt;

/// One problem: a place in a file, the rule it breaks, what is wrong and what to do.
///
/// Shown as one line that editors and terminals can jump to:
///
/// ```
/// use atlas_content::{Problem, Rule};
///
/// let problem = Problem {
///     file: "geodata/commentary/smith.toml".into(),
///     line: 12,
///     column: 11,
///     rule: Rule::DanglingPlace,
///     message: "claim “smith-16” names the place “lyon”, which does not exist.".into(),
///     remedy: "Write lyon-turin-railway, or add the place.".into(),
/// };
/// assert_eq!(
///     problem.to_string(),
///     "geodata/commentary/smith.toml:12:11: [dangling-place] claim “smith-16” names the place “lyon”, \
///      which does not exist. Write lyon-turin-railway, or add the place."
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Problem {
    /// The file, as reached from where the command was run.
    pub file: String,
    /// Line, counted from 1.
    pub line: usize,
    /// Column in characters, counted from 1.
    pub column: usize,
    /// The rule that is broken.
    pub rule: Rule,
    /// What is wrong, a full sentence.
    pub message: String,
    /// What to do, a full sentence.
    pub remedy: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Problem { file, line, column, rule, message, remedy } = self;
        write!(f, "{file}:{line}:{column}: [{rule}] {message} {remedy}")
    }
}
