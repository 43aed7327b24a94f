//! What is made of the content: order, disputes, measures, published data.

use crate::atlas::Atlas;
use atlas_content::{atlas_json, features_geojson};
use atlas_model::{Atlas as Model, Lang};
use serde_json::Value;

#[test]
fn places_come_in_reading_order() {
    let content = Atlas::small().load();
    let ids: Vec<&str> = content.atlas.features.iter().map(|feature| feature.id.as_str()).collect();
    assert_eq!(ids, ["instc", "rasht-astara-railway", "syunik", "caspian-sea", "rasht"]);
}

#[test]
fn a_dispute_listed_on_one_side_is_known_to_both() {
    let content = Atlas::small().load();
    let answered = content.atlas.claim("mikovic-01").map(|claim| claim.disputes.clone());
    assert_eq!(answered, Some(vec!["gif-01".to_string()]));
}

/// A degree along the equator is 111.319 km; the cell of one degree north-east of it is 12 308.778 km² (WGS 84).
#[test]
fn lengths_and_areas_are_measured_on_the_ellipsoid() {
    let atlas = Atlas::small();
    atlas
        .replace("features/areas.geojson", "[[49.0, 37.5], [53.5, 37.0], [53.0, 46.0], [48.5, 45.0], [49.0, 37.5]]", "[[50, 0], [51, 0], [51, 1], [50, 1], [50, 0]]")
        .replace("features/areas.geojson", "[[50.0, 40.0], [50.0, 41.0], [51.0, 41.0], [51.0, 40.0], [50.0, 40.0]]", "[[50.4, 0.4], [50.4, 0.6], [50.6, 0.6], [50.6, 0.4], [50.4, 0.4]]")
        .replace("features/corridor.geojson", "[[49.589, 37.276], [49.315, 37.301], [49.1, 37.5], [48.93, 37.7], [48.91, 37.9], [48.86, 38.1], [48.87, 38.36]]", "[[50, 0], [51, 0]]")
        .replace("features/corridor.geojson", "\"unit\": \"km\"", "\"unit\": \"m\"");
    let content = atlas.load();
    let railway = content.atlas.feature("rasht-astara-railway").expect("the railway");
    assert_eq!(railway.length_km, Some(111.319));
    assert_eq!(railway.facts[0].measured, Some(111_319.0));
    let sea = content.atlas.feature("caspian-sea").expect("the sea");
    let cell = 12_308.778 * (1.0 - 0.04);
    assert!(sea.area_km2.is_some_and(|area| (area - cell).abs() < 0.5), "{:?} is not {cell}", sea.area_km2);
    assert_eq!(sea.facts[0].measured, sea.area_km2);
}

#[test]
fn the_atlas_travels_as_json_and_back() {
    let atlas = Atlas::small().load().atlas;
    let back: Model = serde_json::from_str(&atlas_json(&atlas)).expect("our own JSON");
    assert_eq!(back, atlas);
}

#[test]
fn the_atlas_travels_packed_and_back() {
    let atlas = Atlas::small().load().atlas;
    let packed = atlas.pack();
    let back = Model::unpack(&packed).expect("our own packing");
    assert_eq!(back, atlas);
    for length in 0..packed.len() {
        assert_eq!(Model::unpack(&packed[..length]), None, "{length} bytes of it");
    }
    assert_eq!(Model::unpack(&[packed, vec![0]].concat()), None);
}

#[test]
fn what_is_not_known_is_left_out_of_the_json() {
    let json = atlas_json(&Atlas::small().load().atlas);
    assert!(!json.contains("null") && !json.contains("[]"), "{json}");
}

#[test]
fn texts_follow_in_one_language() {
    let atlas = Atlas::small().load().atlas;
    let bones = Model::unpack(&atlas.bones(Lang::new("fa")).pack()).expect("our own packing");
    let railway = bones.feature("rasht-astara-railway").expect("the railway");
    assert_eq!((railway.name.langs().count(), railway.summary.text.langs().count()), (1, 0));

    let packed = atlas.pack_texts(Lang::new("fa"));
    let persian = bones.clone().tell(&packed).expect("texts of these bones");
    let titles: Vec<(usize, &str)> = [12, 13]
        .iter()
        .filter_map(|number| persian.article(*number))
        .map(|article| (article.title.langs().count(), article.title.get(Lang::new("fa"))))
        .collect();
    assert_eq!(titles, [(1, "چهار منطقه"), (1, "Article 13")]);
    let railway = persian.feature("rasht-astara-railway").expect("the railway");
    assert_eq!((railway.name.langs().count(), railway.summary.text.langs().count()), (5, 1));
    assert_eq!(persian.documents, atlas.documents);

    for length in 0..packed.len() {
        assert_eq!(bones.clone().tell(&packed[..length]), None, "{length} bytes of them");
    }
    let fewer = Model { claims: Vec::new(), ..bones };
    assert_eq!(fewer.tell(&packed), None, "texts of other bones");
}

#[test]
fn features_are_published_with_their_links() {
    let published: Value = serde_json::from_str(&features_geojson(&Atlas::small().load())).expect("our own GeoJSON");
    let features = published["features"].as_array().expect("features");
    let feature = |id: &str| features.iter().find(|feature| feature["id"] == id).expect("a feature");

    let railway = feature("rasht-astara-railway");
    assert_eq!(railway["geometry"]["type"], "LineString");
    assert_eq!(railway["geometry"]["coordinates"][0], serde_json::json!([49.589, 37.276]));
    let properties = &railway["properties"];
    assert_eq!(properties["kind"], "railway");
    assert_eq!(properties["state"], "planned");
    assert_eq!(properties["as_of"], "2026-02-18");
    assert_eq!(properties["claims"], serde_json::json!(["gif-01", "mikovic-01"]));
    assert_eq!(
        properties["articles"],
        serde_json::json!([
            { "article": "12", "basis": "explicit" },
            { "article": "12.1", "basis": "inferred" },
            { "article": "25", "basis": "inferred" },
        ])
    );
    assert_eq!(properties["licence"], "CC BY 4.0");

    let syunik = feature("syunik");
    assert_eq!(syunik["geometry"], Value::Null);
    assert_eq!(syunik["properties"]["basemap"], serde_json::json!(["province:Syunik"]));
    assert_eq!(syunik["properties"].get("state"), None);
}
