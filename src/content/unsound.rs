//! Which values of a file cannot be read.

use super::node::Node;
use std::collections::HashSet;

/// Nodes of one tree that are left out when it is read. A problem has been reported for each.
///
/// They are told apart by where they lie in memory: the tree stays as it is while it is read.
#[derive(Default)]
pub(crate) struct Unsound(HashSet<*const Node>);

impl Unsound {
    /// Marks a node.
    pub(crate) fn mark(&mut self, node: &Node) {
        self.0.insert(std::ptr::from_ref(node));
    }

    /// True for a node that is marked.
    pub(crate) fn has(&self, node: &Node) -> bool {
        self.0.contains(&std::ptr::from_ref(node))
    }
}
