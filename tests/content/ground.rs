//! The content with the committed basemap: areas that are taken from it exist and are measured.

use crate::atlas::Atlas;
use atlas_content::{Content, load};
use std::fs;
use std::path::Path;

const COMMITTED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../geodata");

fn committed() -> Content {
    load(Path::new(COMMITTED)).expect("the content of the atlas")
}

/// The small atlas with the basemap.
fn grounded() -> Atlas {
    let atlas = Atlas::small();
    for part in ["osm", "natural-earth", "rivers"] {
        let name = format!("basemap/{part}.basemap");
        atlas.write(&name, fs::read(Path::new(COMMITTED).join(&name)).expect("a part of the basemap"));
    }
    atlas
}

#[test]
fn areas_of_the_basemap_are_measured() {
    let content = committed();
    for (id, least, most) in
        [("syunik", 4_450.0, 4_560.0), ("nakhchivan", 5_250.0, 5_600.0), ("caspian-sea", 371_000.0, 390_000.0)]
    {
        let area = content.atlas.feature(id).and_then(|feature| feature.area_km2);
        assert!(area.is_some_and(|area| (least..=most).contains(&area)), "{id}: {area:?}");
    }
    let syunik = content.atlas.feature("syunik").expect("Syunik");
    assert_eq!(syunik.facts.iter().find_map(|fact| fact.measured), syunik.area_km2);
}

#[test]
fn countries_reach_into_the_sea_and_are_not_measured() {
    let content = committed();
    for id in ["iran", "south-caucasus"] {
        assert_eq!(content.atlas.feature(id).and_then(|feature| feature.area_km2), None, "{id}");
    }
}

#[test]
fn lengths_of_several_places_are_added_up() {
    let content = committed();
    let instc = content.atlas.feature("instc").expect("the corridor");
    let fact = instc.facts.iter().find(|fact| !fact.over.is_empty()).expect("a sum");
    let legs = fact.over.iter().filter_map(|id| content.atlas.feature(id)).filter_map(|leg| leg.length_km);
    let sum: f64 = legs.sum();
    assert!(fact.measured.is_some_and(|measured| (measured - sum).abs() < 0.01), "{:?} is not {sum}", fact.measured);
    assert!((6_800.0..7_200.0).contains(&sum), "{sum}");
}

#[test]
fn a_place_is_measured_from_another() {
    let content = committed();
    let base = content.atlas.feature("al-khadim").expect("the air base");
    let fact = base.facts.iter().find(|fact| fact.from.as_deref() == Some("benghazi")).expect("a distance");
    assert!(fact.measured.is_some_and(|km| (105.0..107.0).contains(&km)), "{:?}", fact.measured);
}

#[test]
fn areas_are_looked_up_in_the_basemap() {
    let atlas = grounded();
    assert_eq!(atlas.problems(), Vec::<String>::new());
    atlas.replace("features/areas.geojson", "province:Syunik", "province:Suynik");
    assert_eq!(
        atlas.problems(),
        ["geodata/features/areas.geojson:14:21: [unknown-area] feature “syunik” takes the area “province:Suynik”, \
          which the basemap does not have. Did you mean “province:Syunik”?"]
    );
}

#[test]
fn a_damaged_basemap_is_a_problem() {
    let atlas = grounded();
    atlas.write("basemap/osm.basemap", "no basemap");
    let problems = atlas.problems();
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert!(problems[0].starts_with("geodata/basemap:1:1: [unreadable] The basemap cannot be used: "), "{problems:?}");
}
