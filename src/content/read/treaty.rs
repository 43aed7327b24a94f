//! The treaty, its articles, and the documents that statements cite.

use super::{check, element, element_with, list};
use crate::layout::{ARTICLES, DOCUMENTS, TREATY};
use crate::node::Node;
use crate::reading::Reading;
use atlas_model::{Article, Confidence, Day, Document, OfficialText, Statement, Text, Treaty, TreatyStep};
use serde::Deserialize;

/// Reads `treaty/treaty.toml`.
pub(crate) fn treaty(file: &Node, reading: &mut Reading) -> Option<Treaty> {
    check(file, &TREATY, reading);
    let TreatyFile { treaty, step, official } = element(file, reading)?;
    Some(Treaty {
        name: treaty.name,
        short: treaty.short,
        articles: treaty.articles,
        steps: step.into_iter().map(TreatyStep::from).collect(),
        duration: treaty.duration,
        entry_rule: treaty.entry_rule,
        contents: treaty.contents,
        language_codes: treaty.languages,
        languages: treaty.languages_note,
        notes: treaty.notes,
        official: official.into_iter().map(OfficialText::from).collect(),
    })
}

#[derive(Deserialize)]
struct TreatyFile {
    treaty: AboutTreaty,
    #[serde(default)]
    step: Vec<StepEntry>,
    #[serde(default)]
    official: Vec<Official>,
}

#[derive(Deserialize)]
struct AboutTreaty {
    name: Text,
    short: Option<Text>,
    articles: u8,
    #[serde(default)]
    languages: Vec<String>,
    languages_note: Option<Statement>,
    contents: Option<Statement>,
    duration: Option<Statement>,
    entry_rule: Option<Statement>,
    #[serde(default)]
    notes: Vec<Statement>,
}

#[derive(Deserialize)]
struct StepEntry {
    date: Day,
    kind: String,
    #[serde(flatten)]
    statement: Statement,
}

impl From<StepEntry> for TreatyStep {
    fn from(StepEntry { date, kind, statement }: StepEntry) -> TreatyStep {
        TreatyStep { date, kind, statement }
    }
}

#[derive(Deserialize)]
struct Official {
    title: Text,
    url: Option<String>,
    language: Option<String>,
    #[serde(default)]
    confidence: Confidence,
    note: Option<Text>,
}

impl From<Official> for OfficialText {
    fn from(Official { title, url, language, confidence, note }: Official) -> OfficialText {
        OfficialText { statement: Statement { text: title, sources: Vec::new(), confidence }, url, language, note }
    }
}

/// Reads `treaty/articles.toml`: the preamble and the articles, in the order of their numbers.
pub(crate) fn articles(file: &Node, reading: &mut Reading) -> Vec<Article> {
    check(file, &ARTICLES, reading);
    let article = |node: &Node| element_with(node, "sections", node.get("section"), reading);
    let mut articles: Vec<Article> = list(file, "article").iter().filter_map(article).collect();
    articles.sort_by_key(|article| article.number);
    articles
}

/// Reads a file of `sources/`.
pub(crate) fn documents(file: &Node, reading: &mut Reading) -> Vec<Document> {
    check(file, &DOCUMENTS, reading);
    list(file, "document").iter().filter_map(|node| element(node, reading)).collect()
}
