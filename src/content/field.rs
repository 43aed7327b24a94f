//! A value of a file and what messages call it.

use super::node::Node;
use super::reading::Reading;

/// A value and the key it was found under; the key is empty for the subject itself.
#[derive(Clone, Copy)]
pub(crate) struct Field<'n> {
    pub name: &'n str,
    pub node: &'n Node,
}

impl<'n> Field<'n> {
    /// The subject itself: an element of a file.
    pub(crate) fn subject(node: &'n Node) -> Field<'n> {
        Field { name: "", node }
    }

    /// How messages call it: `“rank” of feature “brittany”`.
    pub(crate) fn called(&self, reading: &Reading) -> String {
        match self.name {
            "" => reading.subject.clone(),
            name => format!("“{name}” of {}", reading.subject),
        }
    }
}
