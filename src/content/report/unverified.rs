//! The statements that rest on no document.

use super::start;
use atlas_model::{Atlas, Confidence, Statement};

/// One line for each unverified statement, in the order of the atlas.
pub(super) fn statements(atlas: &Atlas) -> Vec<String> {
    let mut found = Vec::new();
    visit(atlas, &mut |whose, statement| {
        if statement.confidence == Confidence::Unverified {
            found.push(format!("{whose}: {}", start(&statement.text)));
        }
    });
    found
}

/// Shows every statement to `look`, with the id of what it belongs to.
fn visit(atlas: &Atlas, look: &mut impl FnMut(&str, &Statement)) {
    let treaty = &atlas.treaty;
    let about = [&treaty.duration, &treaty.entry_rule, &treaty.contents, &treaty.languages];
    let steps = treaty.steps.iter().map(|step| &step.statement);
    let official = treaty.official.iter().map(|official| &official.statement);
    let about = about.into_iter().flatten().chain(&treaty.notes).chain(steps).chain(official);
    about.for_each(|statement| look("treaty", statement));
    for article in &atlas.articles {
        look(&format!("article {}", article.number), &article.summary);
        for section in &article.sections {
            look(&format!("article {}.{}", article.number, section.number), &section.summary);
        }
    }
    for feature in &atlas.features {
        look(&feature.id, &feature.summary);
        feature.status.iter().for_each(|entry| look(&feature.id, &entry.statement));
        feature.provenance.iter().for_each(|provenance| look(&feature.id, provenance));
    }
    for commentary in &atlas.commentaries {
        look(&commentary.id, &commentary.about);
    }
    for claim in &atlas.claims {
        claim.checked.iter().for_each(|checked| look(&claim.id, checked));
    }
    for tour in &atlas.tours {
        look(&tour.id, &tour.intro);
        tour.stops.iter().for_each(|stop| look(&tour.id, &stop.caption));
    }
}
