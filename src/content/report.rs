//! What the content covers, and how it names what is contested: plain text for curators.

use super::rules::quotation::{quotations, words};
use super::texts;
use crate::atlas::{Atlas, Confidence, Feature, Kind, Lang, Links, Statement};
use std::collections::BTreeMap;
use std::fmt::{self, Write};

/// The reports on coverage and on neutrality.
pub fn report(atlas: &Atlas) -> String {
    let mut out = String::new();
    // Writing to a string does not fail.
    let _ = coverage(atlas, &mut out).and_then(|()| neutrality(atlas, &mut out));
    out
}

fn coverage(atlas: &Atlas, out: &mut String) -> fmt::Result {
    let links = Links::new(atlas);
    writeln!(out, "COVERAGE")?;
    list(
        out,
        "Articles with no place",
        atlas.articles.iter().filter_map(|article| {
            let empty = links.places_of_article(atlas, article.number).is_empty();
            empty.then(|| format!("{} {}", article.number, article.title.get(Lang::En)))
        }),
    )?;
    list(
        out,
        "Articles with no claim",
        atlas.articles.iter().filter_map(|article| {
            let empty = links.claims_of_article(atlas, article.number).is_empty();
            empty.then(|| format!("{} {}", article.number, article.title.get(Lang::En)))
        }),
    )?;
    list(
        out,
        "Places with no claim",
        atlas
            .features
            .iter()
            .filter_map(|feature| links.claims_of_place(atlas, &feature.id).is_empty().then(|| feature.id.clone())),
    )?;
    list(
        out,
        "Places with no article",
        atlas
            .features
            .iter()
            .filter_map(|feature| links.articles_of_place(&feature.id).is_empty().then(|| feature.id.clone())),
    )?;
    list(
        out,
        "Claims with no place",
        atlas.claims.iter().filter_map(|claim| claim.places.is_empty().then(|| claim.id.clone())),
    )?;
    list(out, "Unverified statements", unverified(atlas).into_iter())?;
    translations(atlas, out)?;
    list(out, "Quotations and their words", quoted(atlas).into_iter())
}

/// A heading with its number of lines, then the lines.
fn list(out: &mut String, heading: &str, lines: impl Iterator<Item = String>) -> fmt::Result {
    let lines: Vec<String> = lines.collect();
    writeln!(out, "\n{heading}: {}", lines.len())?;
    lines.iter().try_for_each(|line| writeln!(out, "  {line}"))
}

fn unverified(atlas: &Atlas) -> Vec<String> {
    let mut found = Vec::new();
    let mut look = |whose: String, statement: &Statement| {
        if statement.confidence == Confidence::Unverified {
            found.push(format!("{whose}: {}", start(statement.text.get(Lang::En))));
        }
    };
    let treaty = &atlas.treaty;
    let about = [&treaty.duration, &treaty.entry_rule, &treaty.contents, &treaty.languages];
    let about = about.into_iter().flatten().chain(&treaty.notes);
    let steps = treaty.steps.iter().map(|step| &step.statement);
    let official = treaty.official.iter().map(|official| &official.statement);
    about.chain(steps).chain(official).for_each(|statement| look("the treaty".into(), statement));
    for article in &atlas.articles {
        look(format!("article {}", article.number), &article.summary);
        for section in &article.sections {
            look(format!("article {}.{}", article.number, section.number), &section.summary);
        }
    }
    for feature in &atlas.features {
        let status = feature.status.iter().map(|entry| &entry.statement);
        let statements = std::iter::once(&feature.summary).chain(status).chain(&feature.provenance);
        statements.for_each(|statement| look(feature.id.clone(), statement));
    }
    for commentary in &atlas.commentaries {
        look(commentary.id.clone(), &commentary.about);
    }
    for claim in &atlas.claims {
        claim.checked.iter().for_each(|checked| look(claim.id.clone(), checked));
    }
    for tour in &atlas.tours {
        let captions = tour.stops.iter().map(|stop| &stop.caption);
        std::iter::once(&tour.intro).chain(captions).for_each(|statement| look(tour.id.clone(), statement));
    }
    found
}

/// Which things lack a translation into a language of the interface, and names into any language.
fn translations(atlas: &Atlas, out: &mut String) -> fmt::Result {
    let mut missing: BTreeMap<(Lang, bool), BTreeMap<String, usize>> = BTreeMap::new();
    texts::visit(&mut atlas.clone(), &mut |whose, role, text| {
        let is_name = role == texts::Role::Name;
        let wanted: &[Lang] = if is_name { &Lang::ALL } else { &Lang::INTERFACE };
        for lang in wanted.iter().filter(|lang| !text.0.contains_key(lang)) {
            *missing.entry((*lang, is_name)).or_default().entry(whose.to_string()).or_default() += 1;
        }
    });
    for ((lang, is_name), things) in missing {
        let heading = format!("Missing in {}, {}", lang.code(), if is_name { "names" } else { "texts" });
        list(
            out,
            &heading,
            things.into_iter().map(|(whose, count)| match count {
                1 => whose,
                count => format!("{whose} ({count} texts)"),
            }),
        )?;
    }
    Ok(())
}

fn quoted(atlas: &Atlas) -> Vec<String> {
    let mut found = Vec::new();
    texts::visit(&mut atlas.clone(), &mut |whose, _, text| {
        let english = text.get(Lang::En);
        found.extend(quotations(english).into_iter().map(|quote| format!("{:>2}  {whose}: “{quote}”", words(quote))));
    });
    found
}

fn neutrality(atlas: &Atlas, out: &mut String) -> fmt::Result {
    writeln!(out, "\nNEUTRALITY")?;
    list(out, "Contested names and the name chosen", atlas.features.iter().flat_map(contested_names))?;
    list(out, "Borders and disputed regions, and how they are shown", atlas.features.iter().filter_map(shown_how))?;
    list(
        out,
        "Claims that dispute each other",
        atlas.claims.iter().filter_map(|claim| {
            let others: Vec<&str> =
                claim.disputes.iter().map(String::as_str).filter(|other| *other > claim.id.as_str()).collect();
            (!others.is_empty()).then(|| format!("{} and {}", claim.id, others.join(", ")))
        }),
    )
}

fn contested_names(feature: &Feature) -> Vec<String> {
    feature
        .contested
        .iter()
        .map(|other| {
            format!(
                "{}: shown as “{}”, not “{}” ({})",
                feature.id,
                feature.name.get(Lang::En),
                other.name.get(Lang::En),
                other.used_by.get(Lang::En)
            )
        })
        .collect()
}

fn shown_how(feature: &Feature) -> Option<String> {
    if !matches!(feature.kind, Kind::Border | Kind::DisputedRegion) {
        return None;
    }
    let choice = match &feature.provenance {
        Some(provenance) => start(provenance.text.get(Lang::En)),
        None if feature.basemap.is_empty() => "not drawn".into(),
        None => {
            let areas: Vec<&str> = feature.basemap.iter().map(|area| area.0.as_str()).collect();
            format!("taken from the basemap: {}", areas.join(", "))
        }
    };
    Some(format!("{} (“{}”): {choice}", feature.id, feature.name.get(Lang::En)))
}

/// The beginning of a text, as much as fits a line.
fn start(text: &str) -> String {
    const WIDTH: usize = 90;
    match text.char_indices().nth(WIDTH) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text.to_string(),
    }
}
