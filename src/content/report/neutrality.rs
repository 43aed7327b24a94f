//! Choices that not everyone would make: names, borders, disputes.

use super::{list, start};
use atlas_map::basemap::{Area, Basemap, Line, LineKind};
use atlas_model::{Atlas, Claim, Feature, Kind, Lang};
use std::collections::{BTreeMap, BTreeSet};
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
            feature.name.get(Lang::ENGLISH),
            other.name.get(Lang::ENGLISH),
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
    Some(format!("{} (“{}”): {choice}", feature.id, feature.name.get(Lang::ENGLISH)))
}

/// Lines that the basemap draws dashed, and in whose areas.
fn dashed(ground: &Basemap) -> Vec<String> {
    let mut sides: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for line in ground.lines.iter().filter(|line| line.kind == LineKind::DisputedBorder) {
        sides.entry(&line.name).or_default().extend(beside(line, ground));
    }
    let shown = |(name, countries): (&str, BTreeSet<&str>)| {
        let name = if name.is_empty() { "where the data of neighbours differ" } else { name };
        let countries: Vec<&str> = countries.into_iter().collect();
        match countries.as_slice() {
            [one] => format!("{name}: dashed within {one}"),
            all => format!("{name}: dashed between {}", all.join(" and ")),
        }
    };
    sides.into_iter().map(shown).collect()
}

/// The countries about the middle of a line.
fn beside<'a>(line: &Line, ground: &'a Basemap) -> impl Iterator<Item = &'a str> {
    const AWAY: [[f64; 2]; 4] = [[-0.05, -0.05], [-0.05, 0.05], [0.05, -0.05], [0.05, 0.05]];
    let points = ground.ring(&line.arcs, 0.0);
    let middle = points.get(points.len() / 2).copied();
    let there = middle.map(|[lon, lat]| AWAY.map(|[east, north]| [lon + east, lat + north]));
    let has = move |country: &&Area| there.into_iter().flatten().any(|[lon, lat]| ground.contains(country, lon, lat));
    ground.countries.iter().filter(has).map(|country| country.name.as_str())
}

/// Each pair once, under the id that comes first.
fn disputes(claim: &Claim) -> Option<String> {
    let others: Vec<&str> = claim.disputes.iter().map(String::as_str).filter(|other| **other > *claim.id).collect();
    (!others.is_empty()).then(|| format!("{} and {}", claim.id, others.join(", ")))
}
