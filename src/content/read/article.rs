//! Reading `treaty/articles.toml`: the preamble and the articles.

use super::super::node::Node;
use super::super::problem::Rule;
use super::super::reading::Reading;
use super::super::registry::Thing;
use super::super::table::{Field, Table};
use super::statement::{no_repeats, place, statement, text};
use super::whole_file;
use super::words::{choice, whole};
use atlas_model::{Article, ArticleRef, PlaceLink, Section};

/// Reads the articles, in the order of their numbers.
pub(crate) fn articles(node: &Node, reading: &mut Reading) -> Vec<Article> {
    let Some(mut file) = whole_file(node, reading) else { return Vec::new() };
    let Some(list) = file.demand("article", reading) else { return Vec::new() };
    file.close(reading);
    let mut articles: Vec<Article> =
        list.items(reading).into_iter().filter_map(|item| article(item, reading)).collect();
    missing_articles(node, list.node, reading);
    articles.sort_by_key(|article| article.number);
    articles
}

fn article(field: Field<'_>, reading: &mut Reading) -> Option<Article> {
    reading.subject = match field.node.get("number").and_then(Node::as_number) {
        Some(number) => format!("article {number}"),
        None => "the article".into(),
    };
    let mut table = Table::open(Field::subject(field.node), reading)?;
    let number = table.need("number", reading, |field, reading| {
        let number: u8 = whole(field, 0, u32::from(ArticleRef::LAST), reading)?;
        reading.give(Thing::Article, &number.to_string(), field.node.at);
        Some(number)
    });
    let title = table.need("title", reading, text);
    let summary = table.need("summary", reading, statement);
    let themes = table.each("themes", reading, text);
    let sections = table.each("section", reading, section);
    repeated_sections(&mut table, reading);
    let places = table.each("places", reading, place_link);
    no_repeats(&mut table, "places", reading, |item| Some(item.node.get("place")?.as_text()?.to_string()));
    let note = table.want("note", reading, text);
    table.close(reading);
    Some(Article { number: number?, title: title?, summary: summary?, themes, sections, places, note })
}

fn section(field: Field<'_>, reading: &mut Reading) -> Option<Section> {
    let mut table = Table::open(field, reading)?;
    let number = table.need("number", reading, |field, reading| whole(field, 1, 99, reading));
    let summary = table.need("summary", reading, statement);
    table.close(reading);
    Some(Section { number: number?, summary: summary? })
}

fn repeated_sections(table: &mut Table<'_>, reading: &mut Reading) {
    let sections = table.find("section").and_then(|field| field.node.as_list()).unwrap_or_default();
    let numbers: Vec<(f64, usize)> = sections
        .iter()
        .filter_map(|section| section.get("number").and_then(|node| Some((node.as_number()?, node.at))))
        .collect();
    for (index, (number, at)) in numbers.iter().enumerate() {
        if numbers[..index].iter().any(|(earlier, _)| earlier == number) {
            let message = format!("{} has a section {number} already.", reading.subject);
            reading.report(*at, Rule::DuplicateId, message, "Remove one of the two, or correct its number.");
        }
    }
}

fn place_link(field: Field<'_>, reading: &mut Reading) -> Option<PlaceLink> {
    let mut table = Table::open(field, reading)?;
    let place = table.need("place", reading, place);
    let basis = table.need("basis", reading, choice);
    table.close(reading);
    Some(PlaceLink { place: place?, basis: basis? })
}

fn missing_articles(file: &Node, list: &Node, reading: &mut Reading) {
    let present: Vec<f64> = list
        .as_list()
        .unwrap_or_default()
        .iter()
        .filter_map(|article| article.get("number").and_then(Node::as_number))
        .collect();
    for number in (0..=ArticleRef::LAST).filter(|number| !present.contains(&f64::from(*number))) {
        let message = format!("Article {number} is not there.");
        reading.report(file.at, Rule::MissingArticle, message, format!("Add an [[article]] with number = {number}."));
    }
}
