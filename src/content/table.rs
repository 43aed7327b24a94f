//! Reading a table key by key, without losing count of what was there and what was missing.

use super::node::{Entry, Node, Value};
use super::problem::Rule;
use super::reading::Reading;
use super::suggest::nearest;
use std::collections::BTreeSet;

/// A value and the key it was found under; the key is empty for the subject itself.
#[derive(Clone, Copy)]
pub(super) struct Field<'n> {
    pub name: &'n str,
    pub node: &'n Node,
}

impl<'n> Field<'n> {
    /// The subject itself: an element of a file.
    pub fn subject(node: &'n Node) -> Field<'n> {
        Field { name: "", node }
    }

    /// How messages call it: `“rank” of feature “syunik”`.
    pub fn called(&self, reading: &Reading) -> String {
        match self.name {
            "" => reading.subject.clone(),
            name => format!("“{name}” of {}", reading.subject),
        }
    }

    /// Reports that it is not what it should be.
    pub fn wrong_type(&self, expected: &str, remedy: &str, reading: &mut Reading) {
        let message = format!("{} is {}, not {expected}.", self.called(reading), self.node.type_name());
        reading.report(self.node.at, Rule::WrongType, message, remedy);
    }

    /// Its items, where it is a list; otherwise a problem and none.
    pub fn items(&self, reading: &mut Reading) -> Vec<Field<'n>> {
        match self.node.as_list() {
            Some(items) => items.iter().map(|node| Field { name: self.name, node }).collect(),
            None => {
                self.wrong_type("a list", "Put it in [ ].", reading);
                Vec::new()
            }
        }
    }
}

/// A table that is being read.
pub(super) struct Table<'n> {
    pub field: Field<'n>,
    entries: &'n [Entry],
    /// The keys asked for so far, which are the keys that exist.
    known: BTreeSet<&'static str>,
}

impl<'n> Table<'n> {
    /// Begins to read a table; reports keys given twice.
    pub fn open(field: Field<'n>, reading: &mut Reading) -> Option<Table<'n>> {
        let Value::Table(entries) = &field.node.value else {
            field.wrong_type("a table", "Put it in { }.", reading);
            return None;
        };
        let mut seen = BTreeSet::new();
        for entry in entries {
            if !seen.insert(&entry.key) {
                let message = format!("{} has the key “{}” twice.", field.called(reading), entry.key);
                reading.report(entry.at, Rule::DuplicateKey, message, "Remove one of the two.");
            }
        }
        Some(Table { field, entries, known: BTreeSet::new() })
    }

    /// The value of a key that may be missing.
    pub fn find(&mut self, key: &'static str) -> Option<Field<'n>> {
        self.known.insert(key);
        let entry = self.entries.iter().find(|entry| entry.key == key)?;
        Some(Field { name: key, node: &entry.node })
    }

    /// The value of a key that must be there.
    pub fn demand(&mut self, key: &'static str, reading: &mut Reading) -> Option<Field<'n>> {
        let found = self.find(key);
        if found.is_none() {
            let message = format!("{} has no “{key}”.", self.field.called(reading));
            let remedy = format!("Add “{key}”; geodata/README.md shows how.");
            reading.report(self.field.node.at, Rule::MissingKey, message, remedy);
        }
        found
    }

    /// Reads a value that must be there.
    pub fn need<T>(
        &mut self,
        key: &'static str,
        reading: &mut Reading,
        read: impl FnOnce(Field<'n>, &mut Reading) -> Option<T>,
    ) -> Option<T> {
        let field = self.demand(key, reading)?;
        read(field, reading)
    }

    /// Reads a value that may be missing.
    pub fn want<T>(
        &mut self,
        key: &'static str,
        reading: &mut Reading,
        read: impl FnOnce(Field<'n>, &mut Reading) -> Option<T>,
    ) -> Option<T> {
        let field = self.find(key)?;
        read(field, reading)
    }

    /// Reads the items of a list that may be missing.
    pub fn each<T>(
        &mut self,
        key: &'static str,
        reading: &mut Reading,
        mut read: impl FnMut(Field<'n>, &mut Reading) -> Option<T>,
    ) -> Vec<T> {
        let items = self.find(key).map(|field| field.items(reading)).unwrap_or_default();
        items.into_iter().filter_map(|item| read(item, reading)).collect()
    }

    /// The entries whose keys nobody asked for.
    pub fn unasked(&self) -> impl Iterator<Item = &'n Entry> {
        self.entries.iter().filter(|entry| !self.known.contains(entry.key.as_str()))
    }

    /// Reports the keys that nobody asked for.
    pub fn close(self, reading: &mut Reading) {
        for entry in self.unasked() {
            let message = format!("{} has the unknown key “{}”.", self.field.called(reading), entry.key);
            let unused = self.known.iter().copied().filter(|known| self.field.node.get(known).is_none());
            let remedy = match nearest(&entry.key, unused) {
                Some(known) => format!("Did you mean “{known}”?"),
                None => "Remove it, or see geodata/README.md for the keys there are.".into(),
            };
            reading.report(entry.at, Rule::UnknownKey, message, remedy);
        }
    }
}
