//! Choices that not everyone would make: names, borders, disputes.

use super::{list, start};
use crate::atlas::{Atlas, Claim, Feature, Kind, Lang};
use crate::basemap::{Basemap, LineKind};
use std::collections::BTreeSet;
use std::fmt::{self, Write};

pub(super) fn write(atlas: &Atlas, ground: &Basemap, out: &mut String) -> fmt::Result {
    writeln!(out, "\nNEUTRALITY")?;
    list(out, "Contested names and the name chosen", atlas.features.iter().flat_map(names))?;
    list(out, "Borders and disputed regions, and how they are shown", atlas.features.iter().filter_map(shown_how))?;
    list(out, "Disputed lines of the basemap", dashed(ground))?;
    list(out, "Claims that dispute each other", atlas.claims.iter().filter_map(disputes))
}

fn names(feature: &Feature) -> impl Iterator<Item = String> {
    feature.contested.iter().map(|other| {
        format!(
            "{}: shown as “{}”, not “{}” ({})",
            feature.id,
            feature.name.get(Lang::En),
            other.name.get(Lang::En),
            start(&other.used_by)
        )
    })
}

fn shown_how(feature: &Feature) -> Option<String> {
    if !matches!(feature.kind, Kind::Border | Kind::DisputedRegion) {
        return None;
    }
    let choice = match &feature.provenance {
        Some(provenance) => start(&provenance.text),
        None if feature.basemap.is_empty() => "not drawn".into(),
        None => {
            let areas: Vec<&str> = feature.basemap.iter().map(|area| area.0.as_str()).collect();
            format!("taken from the basemap: {}", areas.join(", "))
        }
    };
    Some(format!("{} (“{}”): {choice}", feature.id, feature.name.get(Lang::En)))
}

/// Lines that the basemap draws dashed, each once; its README tells in whose area the land is shown.
fn dashed(ground: &Basemap) -> Vec<String> {
    let lines = ground.lines.iter().filter(|line| line.kind == LineKind::DisputedBorder);
    let names: BTreeSet<&str> = lines.map(|line| line.name.as_str()).collect();
    let shown = |name: &str| match name {
        "" => "where the data of two neighbours differ: both lines dashed, without a name".to_string(),
        name => format!("{name}: dashed and named"),
    };
    names.into_iter().map(shown).collect()
}

/// Each pair once, under the id that comes first.
fn disputes(claim: &Claim) -> Option<String> {
    let others: Vec<&str> = claim.disputes.iter().map(String::as_str).filter(|other| **other > *claim.id).collect();
    (!others.is_empty()).then(|| format!("{} and {}", claim.id, others.join(", ")))
}
