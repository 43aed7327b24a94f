//! Reading `treaty/treaty.toml`: the treaty as a whole.

use super::super::node::Node;
use super::super::reading::Reading;
use super::super::table::{Field, Table};
use super::forms::day;
use super::statement::{statement, statement_in, text};
use super::whole_file;
use super::words::{choice, language, one_of, url};
use atlas_model::{Confidence, OfficialText, Statement, Treaty, TreatyStep};

/// The steps in the life of a treaty.
const STEPS: &[&str] =
    &["negotiated", "signed", "submitted", "ratified", "in-force", "amended", "suspended", "prolonged", "expires"];

/// Reads the treaty.
pub(crate) fn treaty(node: &Node, reading: &mut Reading) -> Option<Treaty> {
    let mut file = whole_file(node, reading)?;
    reading.subject = "the treaty".into();
    let treaty = file.need("treaty", reading, about);
    let steps = file.each("step", reading, step);
    let official = file.each("official", reading, official);
    file.close(reading);
    Some(Treaty { steps, official, ..treaty? })
}

fn about(field: Field<'_>, reading: &mut Reading) -> Option<Treaty> {
    let mut table = Table::open(Field::subject(field.node), reading)?;
    let name = table.need("name", reading, text);
    let treaty = Treaty {
        name: name.unwrap_or_default(),
        short: table.want("short", reading, text),
        language_codes: table.each("languages", reading, language),
        languages: table.want("languages_note", reading, statement),
        contents: table.want("contents", reading, statement),
        duration: table.want("duration", reading, statement),
        entry_rule: table.want("entry_rule", reading, statement),
        notes: table.each("notes", reading, statement),
        ..Treaty::default()
    };
    table.close(reading);
    Some(treaty)
}

fn step(field: Field<'_>, reading: &mut Reading) -> Option<TreatyStep> {
    let mut table = Table::open(field, reading)?;
    let date = table.need("date", reading, day);
    let kind = table.need("kind", reading, |field, reading| one_of(field, STEPS, reading));
    let statement = statement_in(&mut table, reading);
    table.close(reading);
    Some(TreatyStep { date: date?, kind: kind?.to_string(), statement: statement? })
}

/// A place of publication is its own source, so it need not cite another.
fn official(field: Field<'_>, reading: &mut Reading) -> Option<OfficialText> {
    let mut table = Table::open(field, reading)?;
    let title = table.need("title", reading, text);
    let url = table.want("url", reading, url);
    let language = table.want("language", reading, language);
    let confidence: Option<Confidence> = table.want("confidence", reading, choice);
    let note = table.want("note", reading, text);
    table.close(reading);
    let statement = Statement { text: title?, sources: Vec::new(), confidence: confidence.unwrap_or_default() };
    Some(OfficialText { statement, url, language, note })
}
