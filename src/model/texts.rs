//! Every text of the atlas, one after the other.

use super::{Atlas, Feature, Statement, Text, Treaty};
use std::fmt;
use std::mem::take;

/// What a text is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The name of a place, which all readers see in all languages.
    Name,
    /// Anything else.
    Prose,
}

/// What a text belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Whose<'a> {
    Treaty,
    Article(u8),
    Feature(&'a str),
    Commentary(&'a str),
    Claim(&'a str),
    Tour(&'a str),
}

impl fmt::Display for Whose<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Whose::Treaty => write!(f, "the treaty"),
            Whose::Article(number) => write!(f, "article {number}"),
            Whose::Feature(id) => write!(f, "feature “{id}”"),
            Whose::Commentary(id) => write!(f, "commentary “{id}”"),
            Whose::Claim(id) => write!(f, "claim “{id}”"),
            Whose::Tour(id) => write!(f, "tour “{id}”"),
        }
    }
}

/// Shows every text to `visit`, always in the same order, with the thing it belongs to and its role.
pub fn visit(atlas: &mut Atlas, visit: &mut impl FnMut(Whose<'_>, Role, &mut Text)) {
    treaty(&mut atlas.treaty, &mut |text| visit(Whose::Treaty, Role::Prose, text));
    for article in &mut atlas.articles {
        let whose = Whose::Article(article.number);
        let mut prose = |text: &mut Text| visit(whose, Role::Prose, text);
        prose(&mut article.title);
        prose(&mut article.summary.text);
        article.themes.iter_mut().for_each(&mut prose);
        article.sections.iter_mut().for_each(|section| prose(&mut section.summary.text));
        article.note.iter_mut().for_each(prose);
    }
    for place in &mut atlas.features {
        let id = take(&mut place.id);
        feature(place, &mut |role, text| visit(Whose::Feature(&id), role, text));
        place.id = id;
    }
    for commentary in &mut atlas.commentaries {
        let id = take(&mut commentary.id);
        let mut prose = |text: &mut Text| visit(Whose::Commentary(&id), Role::Prose, text);
        prose(&mut commentary.short);
        prose(&mut commentary.about.text);
        commentary.date_note.iter_mut().for_each(&mut prose);
        commentary.silent.iter_mut().for_each(|silence| prose(&mut silence.reason));
        commentary.id = id;
    }
    for claim in &mut atlas.claims {
        let id = take(&mut claim.id);
        let mut prose = |text: &mut Text| visit(Whose::Claim(&id), Role::Prose, text);
        prose(&mut claim.text);
        claim.toward.iter_mut().for_each(&mut prose);
        claim.checked.iter_mut().for_each(|checked| prose(&mut checked.text));
        claim.id = id;
    }
    for tour in &mut atlas.tours {
        let id = take(&mut tour.id);
        let mut prose = |text: &mut Text| visit(Whose::Tour(&id), Role::Prose, text);
        prose(&mut tour.title);
        prose(&mut tour.intro.text);
        tour.stops.iter_mut().for_each(|stop| prose(&mut stop.caption.text));
        tour.id = id;
    }
}

fn treaty(treaty: &mut Treaty, prose: &mut impl FnMut(&mut Text)) {
    prose(&mut treaty.name);
    treaty.short.iter_mut().for_each(&mut *prose);
    let statements = [&mut treaty.duration, &mut treaty.entry_rule, &mut treaty.contents, &mut treaty.languages];
    statements.into_iter().flatten().for_each(|statement: &mut Statement| prose(&mut statement.text));
    treaty.steps.iter_mut().for_each(|step| prose(&mut step.statement.text));
    treaty.notes.iter_mut().for_each(|note| prose(&mut note.text));
    for official in &mut treaty.official {
        prose(&mut official.statement.text);
        official.note.iter_mut().for_each(&mut *prose);
    }
}

fn feature(feature: &mut Feature, visit: &mut impl FnMut(Role, &mut Text)) {
    visit(Role::Name, &mut feature.name);
    feature.label.iter_mut().for_each(|label| visit(Role::Name, label));
    for contested in &mut feature.contested {
        visit(Role::Name, &mut contested.name);
        visit(Role::Prose, &mut contested.used_by);
    }
    visit(Role::Prose, &mut feature.summary.text);
    for fact in &mut feature.facts {
        visit(Role::Prose, &mut fact.label);
        fact.note.iter_mut().for_each(|note| visit(Role::Prose, note));
    }
    feature.status.iter_mut().for_each(|entry| visit(Role::Prose, &mut entry.statement.text));
    feature.provenance.iter_mut().for_each(|provenance| visit(Role::Prose, &mut provenance.text));
}
