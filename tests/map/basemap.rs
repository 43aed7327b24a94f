//! Tests of the committed basemap: is the ground true where the atlas needs it?

use atlas_map::basemap::{Area, Basemap, LineKind};
use geo::{GeodesicArea, LineString, Polygon};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

/// All parts together.
fn ground() -> &'static Basemap {
    static GROUND: OnceLock<Basemap> = OnceLock::new();
    GROUND.get_or_init(|| {
        let parts: [&[u8]; 3] = [
            include_bytes!("../../geodata/basemap/osm.basemap"),
            include_bytes!("../../geodata/basemap/natural-earth.basemap"),
            include_bytes!("../../geodata/basemap/rivers.basemap"),
        ];
        Basemap::decode(&parts.concat()).expect("the committed basemap is sound")
    })
}

/// Names of the areas that hold a place.
fn holding(areas: &[Area], [lon, lat]: [f64; 2]) -> Vec<&str> {
    areas.iter().filter(|area| ground().contains(area, lon, lat)).map(|area| area.name.as_str()).collect()
}

fn at_sea(place: [f64; 2]) -> bool {
    !holding(&ground().seas, place).is_empty()
}

#[test]
fn border_towns_are_in_their_country() {
    let towns = [
        ("Agarak", "ARM", [46.195, 38.865]),
        ("Meghri", "ARM", [46.243, 38.901]),
        ("Norduz", "IRN", [46.196, 38.842]),
        ("Julfa", "AZE", [45.630, 38.954]),
        ("Jolfa", "IRN", [45.632, 38.939]),
        ("Ordubad", "AZE", [46.023, 38.910]),
        ("Astara in Azerbaijan", "AZE", [48.875, 38.456]),
        ("Astara in Iran", "IRN", [48.868, 38.43]),
        ("Khankendi", "AZE", [46.753, 39.818]),
        ("Samur", "RUS", [48.486, 41.825]),
        ("Sarakhs", "IRN", [61.158, 36.545]),
        ("Sukhumi", "GEO", [41.02, 43.0]),
        ("Tskhinvali", "GEO", [43.97, 42.225]),
        ("Quneitra", "SYR", [35.82, 33.12]),
        ("Katzrin", "SYR", [35.69, 32.99]),
        ("Tiberias", "ISR", [35.53, 32.79]),
        ("Ramallah", "PSE", [35.2, 31.9]),
        ("Simferopol", "UKR", [34.1, 44.95]),
        ("Sevastopol", "UKR", [33.53, 44.6]),
        ("Donetsk", "UKR", [37.8, 48.0]),
        ("Kerch", "UKR", [36.47, 45.36]),
        ("Taman", "RUS", [36.72, 45.21]),
    ];
    for (name, country, place) in towns {
        assert_eq!(holding(&ground().countries, place), [country], "{name}");
    }
}

#[test]
fn ports_are_on_land_and_roads_at_sea() {
    let ports = [
        ("Baku", [49.85, 40.38]),
        ("Anzali", [49.46, 37.46]),
        ("Turkmenbashi", [53.0, 40.03]),
        ("Bandar Abbas", [56.281, 27.186]),
        ("Olya", [47.55, 45.78]),
        ("Astrakhan", [48.04, 46.35]),
        ("Makhachkala", [47.49, 42.98]),
        ("Aktau", [51.18, 43.65]),
        ("Tartus", [35.887, 34.889]),
        ("Mumbai", [72.86, 19.07]),
        ("St Petersburg", [30.362, 59.93]),
        ("Chabahar", [60.64, 25.3]),
    ];
    for (name, place) in ports {
        assert!(!at_sea(place), "{name}");
    }
    let roads = [[50.2, 42.0], [50.3, 38.6], [49.0, 44.0], [56.6, 26.5], [65.0, 21.7], [34.0, 43.5], [26.0, 59.8]];
    for place in roads {
        assert!(at_sea(place), "{place:?}");
    }
}

#[test]
fn the_caspian_has_its_size() {
    let caspian = ground().areas_for("sea:Caspian Sea");
    assert_eq!(caspian.len(), 1);
    let rings =
        caspian[0].rings.iter().map(|ring| Polygon::new(LineString::from(ground().ring(ring, 0.0)), Vec::new()));
    let mut sizes: Vec<f64> = rings.map(|ring| ring.geodesic_area_signed().abs() / 1e6).collect();
    sizes.sort_by(f64::total_cmp);
    let sea = sizes.pop().expect("a shore");
    let area = sea - sizes.iter().sum::<f64>();
    assert!((365_000.0..395_000.0).contains(&area), "{area}");
    assert!(sizes.len() > 20, "{} islands", sizes.len());
    assert!(!holding(&ground().lakes, [53.6, 41.3]).is_empty(), "the Kara-Bogaz-Gol");
}

#[test]
fn provinces_hold_their_towns() {
    let towns = [
        ("Kapan", "Syunik", [46.407, 39.208]),
        ("Goris", "Syunik", [46.342, 39.511]),
        ("Meghri", "Syunik", [46.243, 38.901]),
        ("Sisian", "Syunik", [46.02, 39.52]),
        ("Nakhchivan", "Nakhchivan", [45.412, 39.209]),
        ("Ordubad", "Nakhchivan", [46.023, 38.91]),
        ("Tabriz", "East Azerbaijan", [46.292, 38.08]),
        ("Kaleybar", "East Azerbaijan", [47.04, 38.87]),
        ("Ahar", "East Azerbaijan", [47.07, 38.47]),
        ("Urmia", "West Azerbaijan", [45.076, 37.553]),
        ("Mahabad", "West Azerbaijan", [45.722, 36.763]),
        ("Ardabil", "Ardabil", [48.293, 38.249]),
        ("Parsabad", "Ardabil", [47.92, 39.65]),
        ("Aslanduz", "Ardabil", [47.41, 39.44]),
        ("Meshginshahr", "Ardabil", [47.68, 38.39]),
        ("Rasht", "Gilan", [49.589, 37.276]),
        ("Astara", "Gilan", [48.868, 38.43]),
        ("Sari", "Mazandaran", [53.06, 36.563]),
        ("Amirabad", "Mazandaran", [53.37, 36.86]),
        ("Gorgan", "Golestan", [54.444, 36.843]),
    ];
    for (town, province, place) in towns {
        assert_eq!(holding(&ground().provinces, place), [province], "{town}");
    }
    for (town, place) in [("Vayk", [45.47, 39.69]), ("Jermuk", [45.67, 39.84]), ("Yerevan", [44.513, 40.178])] {
        assert_eq!(holding(&ground().provinces, place), [""; 0], "{town}");
    }
}

/// For each arc the countries that use it.
fn users() -> BTreeMap<i32, BTreeSet<&'static str>> {
    let mut users: BTreeMap<i32, BTreeSet<&str>> = BTreeMap::new();
    for country in &ground().countries {
        for &arc in country.rings.iter().flatten() {
            users.entry(if arc < 0 { !arc } else { arc }).or_default().insert(&country.name);
        }
    }
    users
}

#[test]
fn a_border_belongs_to_both_neighbours() {
    let users = users();
    let borders = ground().lines.iter().filter(|line| line.kind == LineKind::Border);
    for &arc in borders.flat_map(|line| &line.arcs) {
        let countries = users.get(&if arc < 0 { !arc } else { arc }).map_or(0, BTreeSet::len);
        let [lon, lat] = ground().arc(arc).expect("an arc").points[0];
        // At the edge of the window a country may be cut off to nothing.
        let edge = lon < -7.9 || lat < 2.1 || lon > 113.9;
        assert!(edge || countries >= 2, "at {lon} {lat}");
    }
}

#[test]
fn neighbours_leave_no_gap() {
    // Where only one country has a limit, it is at sea, or on the shore, which is from another survey.
    let alone = users().into_iter().filter(|(_, countries)| countries.len() == 1);
    for [lon, lat] in alone.filter_map(|(arc, _)| ground().arc(arc)).flat_map(|arc| &arc.points) {
        let detail = (40.05..53.95).contains(lon) && (36.05..45.95).contains(lat);
        let near = [[0.0, 0.0], [0.02, 0.0], [-0.02, 0.0], [0.0, 0.02], [0.0, -0.02]];
        assert!(!detail || near.iter().any(|[x, y]| at_sea([lon + x, lat + y])), "{lon} {lat}");
    }
}

#[test]
fn land_is_in_one_country() {
    // In the detail without exception; in the frame save where the claims of neighbours overlap or leave a gap.
    let wrong = |[west, south, east, north]: [f64; 4], step: f64| {
        let lats = (0..).map(move |row| south + f64::from(row) * step).take_while(move |&lat| lat < north);
        let places = lats.flat_map(move |lat| {
            (0..).map(move |column| [west + f64::from(column) * step, lat]).take_while(move |place| place[0] < east)
        });
        places.filter(|&place| !at_sea(place) && holding(&ground().countries, place).len() != 1).collect::<Vec<_>>()
    };
    assert_eq!(wrong([40.013, 36.017, 54.0, 46.0], 0.25), [[0.0; 2]; 0]);
    let open = wrong([20.013, 8.017, 90.0, 63.0], 1.0);
    assert!(open.len() <= 6, "{open:?}");
}

#[test]
fn disputed_lines_are_named() {
    let named: BTreeSet<&str> = ground().lines.iter().map(|line| line.name.as_str()).collect();
    for name in [
        "Abkhazia (line of control)",
        "South Ossetia (line of control)",
        "Crimea (line of claim)",
        "Donetsk, Luhansk, Zaporizhzhia and Kherson (line of claim)",
        "Golan (line of control)",
        "Kashmir (line of control)",
        "Northern Cyprus (line of control)",
        "Aras",
        "Volga",
    ] {
        assert!(named.contains(name), "{name}");
    }
    let lakes: BTreeSet<&str> = ground().lakes.iter().map(|lake| lake.name.as_str()).collect();
    for name in ["Sevan", "Urmia", "Van", "Aral Sea", "Balkhash", "Ladoga", "Onega"] {
        assert!(lakes.contains(name), "{name}");
    }
}

#[test]
fn rivers_pass_their_cities() {
    let cities = [
        ("Volga", "Kazan", [49.1, 55.79]),
        ("Volga", "Samara", [50.1, 53.2]),
        ("Volga", "Saratov", [46.03, 51.53]),
        ("Volga", "Volgograd", [44.52, 48.71]),
        ("Volga", "Astrakhan", [48.03, 46.35]),
        ("Aras", "Agarak", [46.195, 38.865]),
        ("Aras", "Julfa", [45.63, 38.954]),
        ("Kura", "Tbilisi", [44.8, 41.7]),
        ("Nile", "Cairo", [31.23, 30.05]),
        ("Tigris", "Baghdad", [44.38, 33.33]),
        ("Indus", "Sukkur", [68.87, 27.7]),
        ("Ural", "Oral", [51.37, 51.2]),
    ];
    for (river, city, [lon, lat]) in cities {
        let lines = ground().lines.iter().filter(|line| line.kind == LineKind::River && line.name == river);
        let points: Vec<_> = lines.flat_map(|line| ground().ring(&line.arcs, 0.0)).collect();
        assert!(points.iter().any(|[x, y]| (x - lon).hypot(y - lat) < 0.25), "{river} at {city}");
    }
}

#[test]
fn nothing_lies_outside_the_window() {
    let [west, south, east, north] = [-25.0, -14.0, 135.0, 78.0];
    for [lon, lat] in ground().arcs.iter().flat_map(|arc| &arc.points) {
        assert!((west..=east).contains(lon) && (south..=north).contains(lat), "{lon} {lat}");
    }
}

#[test]
fn rings_close() {
    let areas = [&ground().countries, &ground().provinces, &ground().seas, &ground().lakes];
    for area in areas.into_iter().flatten() {
        for ring in &area.rings {
            for tolerance in [0.0, 3.0] {
                let points = ground().ring(ring, tolerance);
                assert!(points.len() > 1 && points.first() == points.last(), "{} at {tolerance} km", area.name);
            }
        }
    }
}

#[test]
fn it_stays_small() {
    let folder = std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join("geodata/basemap");
    let packed = |name: &str| {
        let bytes = std::fs::read(folder.join(name)).expect("a part of the basemap");
        let mut packed = Vec::new();
        let parameters = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
        brotli::BrotliCompress(&mut bytes.as_slice(), &mut packed, &parameters).expect("writing to memory");
        packed.len()
    };
    let size: usize = ["osm.basemap", "natural-earth.basemap", "rivers.basemap"].map(packed).iter().sum();
    assert!(size < 140_000, "{size} bytes");
}
