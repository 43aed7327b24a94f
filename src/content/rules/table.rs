//! The keys of a table are complete, known and given once; its values are of the form that its keys ask for.

use super::{Rule, area, ids, links, numbers, texts, types, words, written};
use crate::field::Field;
use crate::form::{Form, KeyForm, Presence, Subject, TableForm};
use crate::node::{Entry, Node, Value};
use crate::reading::Reading;
use crate::registry::Wanted;
use crate::suggest::nearest;
use std::collections::BTreeSet;

/// Checks a table and all that is in it; true when it can be read.
///
/// A value that cannot be read is marked as unsound, and so is a table that lacks one it needs.
pub(crate) fn check(field: Field<'_>, form: &TableForm, reading: &mut Reading) -> bool {
    let Value::Table(entries) = &field.node.value else {
        types::wrong_type(field, "a table", "Put it in { }.", reading);
        reading.unsound.mark(field.node);
        return false;
    };
    let own = form.subject.of(field.node);
    let field = if matches!(form.subject, Subject::Key) { field } else { Field::subject(field.node) };
    let outer = own.map(|own| std::mem::replace(&mut reading.subject, own));
    given_once(field, entries, reading);
    known(field, entries, form.keys, reading);
    let mut sound = true;
    for key in form.keys {
        let is_needed = matches!(key.presence, Presence::Required | Presence::RequiredByRule);
        sound &= match entries.iter().find(|entry| entry.key == key.name) {
            Some(entry) => value(Field { name: key.name, node: &entry.node }, key.form, reading) || !is_needed,
            None => {
                present(field, key, reading);
                !is_needed
            }
        };
    }
    for rule in form.rules {
        rule(field, reading);
    }
    if let Some(outer) = outer {
        reading.subject = outer;
    }
    if !sound {
        reading.unsound.mark(field.node);
    }
    !reading.unsound.has(field.node)
}

fn given_once(field: Field<'_>, entries: &[Entry], reading: &mut Reading) {
    let mut seen = BTreeSet::new();
    for entry in entries {
        if !seen.insert(&entry.key) {
            let message = format!("{} has the key “{}” twice.", field.called(reading), entry.key);
            reading.report(entry.at, Rule::DuplicateKey, message, "Remove one of the two.");
            reading.unsound.mark(&entry.node);
        }
    }
}

fn present(field: Field<'_>, key: &KeyForm, reading: &mut Reading) {
    if key.presence == Presence::Required {
        let message = format!("{} has no “{}”.", field.called(reading), key.name);
        let remedy = format!("Add “{}”; geodata/README.md shows how.", key.name);
        reading.report(field.node.at, Rule::MissingKey, message, remedy);
    }
}

fn known(field: Field<'_>, entries: &[Entry], keys: &[KeyForm], reading: &mut Reading) {
    for entry in entries.iter().filter(|entry| keys.iter().all(|key| key.name != entry.key)) {
        let message = format!("{} has the unknown key “{}”.", field.called(reading), entry.key);
        let unused = keys.iter().map(|key| key.name).filter(|known| field.node.get(known).is_none());
        let remedy = match nearest(&entry.key, unused) {
            Some(known) => format!("Did you mean “{known}”?"),
            None => "Remove it, or see geodata/README.md for the keys there are.".into(),
        };
        reading.report(entry.at, Rule::UnknownKey, message, remedy);
        reading.unsound.mark(&entry.node);
    }
}

/// Checks a value; true when it can be read.
fn value(field: Field<'_>, form: Form, reading: &mut Reading) -> bool {
    let sound = match form {
        Form::Plain => types::text(field, reading).is_some(),
        Form::Filled => texts::filled(field, reading),
        Form::Number => types::number(field, reading).is_some(),
        Form::Whole(least, most) => numbers::whole(field, least, most, reading),
        Form::ArticleNumber => ids::article(field, reading),
        Form::Word(words) => words::among(field, words(), reading),
        Form::Date => written::day(field, reading),
        Form::Article => links::to_article(field, reading),
        Form::Paragraphs => written::paragraphs(field, reading),
        Form::Target => links::to_target(field, reading),
        Form::Url => written::url(field, reading),
        Form::Language => words::language(field, reading),
        Form::NewId(thing) => ids::give(field, thing, reading),
        Form::Id(wanted, verb) => links::to_id(field, wanted, verb, reading),
        Form::Flag => types::flag(field, reading).is_some(),
        Form::Colour => written::colour(field, reading),
        Form::LanguageCode => words::language_code(field, reading),
        Form::Layer => links::to_id(field, Wanted::Layer, "is in the layer", reading),
        Form::BasemapArea => area::exists(field, reading),
        Form::Text => texts::in_languages(field, reading),
        Form::Name => texts::in_all_languages(field, reading),
        Form::Offered => texts::in_languages_offered(field, reading),
        Form::Numbers(numbers) => numbers::together(field, numbers, reading),
        Form::View => numbers::view(field, reading),
        // The rules of a geometry look at its coordinates: how they nest depends on its type.
        Form::Coordinates => true,
        Form::List(item) => items(field, *item, reading).is_some(),
        Form::Links(item) => match items(field, *item, reading) {
            Some(items) => {
                links::made_once(field, items, *item, reading);
                true
            }
            None => false,
        },
        Form::TableOrNull(_) if field.node.value == Value::Null => true,
        Form::Table(table) | Form::TableOrNull(table) => check(field, table, reading),
    };
    if !sound {
        reading.unsound.mark(field.node);
    }
    sound
}

/// Checks the items of a list, which is sound even where one of them is not.
fn items<'n>(field: Field<'n>, item: Form, reading: &mut Reading) -> Option<&'n [Node]> {
    let items = types::list(field, reading)?;
    for node in items {
        value(Field { name: field.name, node }, item, reading);
    }
    Some(items)
}
