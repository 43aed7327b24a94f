//! The painters on the real atlas.

use super::map_data;
use atlas_map::draw::canvas::{self, LineStyle, Surface, TextRun};
use atlas_map::draw::svg;
use atlas_map::geometry::{Camera, Coord, Curve, Padding, Piece, Polyline, Projection, Ring, contains};
use atlas_map::scene::{self, Detail, MapStyle, Mark, Paint, REFERENCE, SizeClass, reference, type_scale};
use atlas_model::Lang;
use proptest::prelude::*;

/// A canvas that remembers what it was asked for.
#[derive(Default)]
struct Notes {
    calls: usize,
    texts: Vec<String>,
    clips: i32,
}

impl Notes {
    fn note(&mut self, numbers: &[f64]) {
        self.calls += 1;
        assert!(numbers.iter().all(|number| number.is_finite() && number.abs() < 1e7), "{numbers:?}");
    }
}

impl Surface for Notes {
    fn clear(&mut self, _: &str) {}
    fn begin_path(&mut self) {}
    fn move_to(&mut self, x: f64, y: f64) {
        self.note(&[x, y]);
    }
    fn line_to(&mut self, x: f64, y: f64) {
        self.note(&[x, y]);
    }
    fn close_path(&mut self) {}
    fn circle(&mut self, x: f64, y: f64, radius: f64) {
        self.note(&[x, y, radius]);
        assert!(radius > 0.0);
    }
    fn fill(&mut self, _: &str, alpha: f64) {
        assert!((0.0..=1.0).contains(&alpha));
    }
    fn stroke(&mut self, line: &LineStyle<'_>) {
        self.note(&[line.width, line.alpha, line.dash_offset]);
    }
    fn clip(&mut self) {
        self.clips += 1;
    }
    fn unclip(&mut self) {
        self.clips -= 1;
    }
    fn bent(&mut self, text: &TextRun<'_>, curve: &Curve) {
        self.note(&[curve.from.x, curve.from.y, curve.control.x, curve.control.y, curve.to.x, curve.to.y]);
        self.text(text);
    }
    fn text(&mut self, text: &TextRun<'_>) {
        self.note(&[text.at.x, text.at.y, text.baseline, text.angle, text.spacing]);
        self.texts.push(text.text.to_owned());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_camera_can_be_painted(
        lon in -5.0..110.0, lat in 3.0..75.0, zoom in -1.5..7.0, width in 0.0..2000.0, height in 0.0..1500.0,
    ) {
        let camera = Camera::from_at(lon, lat, zoom, width, height);
        let mut notes = Notes::default();
        canvas::paint(map_data(), &camera, &MapStyle::default(), &[], &mut notes);
        prop_assert_eq!(notes.clips, 0);
        // Level of detail: a screen never costs more than this, whatever the zoom.
        prop_assert!(notes.calls < 45_000, "{} calls", notes.calls);
    }
}

#[test]
fn both_painters_write_the_same_names() {
    let frame = scene::home(map_data(), Lang::ENGLISH);
    let (width, height) = REFERENCE;
    let camera = Camera::fit(frame, width, height, Padding::default());
    let map_style = MapStyle { type_scale: type_scale(frame, width, height), ..MapStyle::default() };
    let mut notes = Notes::default();
    // What an edge cuts is left out of both.
    let cut: Vec<Coord> = map_data().cut_names(&camera, &map_style, &[]).into_iter().map(|name| name.anchor).collect();
    canvas::paint(map_data(), &camera, &map_style, &cut, &mut notes);
    let svg = svg::map(map_data(), &map_style, frame, &|id| id.to_owned());
    let (_, names) = svg.split_once("labels-l").expect("names for a page");
    let (names, _) = names.split_once("</g>").expect("an end");
    assert!(notes.texts.len() > 20);
    for text in &notes.texts {
        assert!(names.contains(&[">", text, "<"].concat()), "{text} is only on the canvas");
    }
}

#[test]
fn every_drawn_feature_is_a_named_link() {
    let svg = svg::map(map_data(), &MapStyle::default(), scene::home(map_data(), Lang::ENGLISH), &|id| {
        ["/place/", id, "/"].concat()
    });
    for id in ["russia", "iran", "instc-western", "caspian-sea", "moscow", "syunik", "rasht-astara-railway", "tartus"] {
        let link = ["<a href=\"/place/", id, "/\" data-feature=\"", id, "\" aria-label="].concat();
        assert_eq!(svg.matches(&link).count(), 1, "{id}");
    }
    assert!(!svg.contains("style=") && !svg.contains("<style"));
}

#[test]
fn the_home_map_keeps_its_budget() {
    let svg = svg::map(map_data(), &MapStyle::default(), scene::home(map_data(), Lang::ENGLISH), &|id| {
        ["/place/", id, "/"].concat()
    });
    let mut packed = Vec::new();
    let params = brotli::enc::BrotliEncoderParams { quality: 11, ..Default::default() };
    brotli::BrotliCompress(&mut svg.as_bytes(), &mut packed, &params).expect("packed");
    assert!(packed.len() < 45_000, "{} bytes", packed.len());
}

/// Places and seas far to the side of a map of Russia, which are seen in a low, wide frame.
const ASIDE: [(&str, f64, f64, bool); 6] = [
    ("Madrid", -3.7, 40.4, false),
    ("Algiers, inland", 2.5, 33.0, false),
    ("Bay of Biscay", -5.0, 45.5, true),
    ("Hanoi, inland", 104.0, 21.5, false),
    ("South China Sea", 113.0, 16.0, true),
    ("Wuhan", 114.3, 30.6, false),
];

#[test]
fn a_wide_frame_shows_coasts_where_they_are() {
    let frame = scene::frame_for(map_data(), &["russia".to_owned()], Lang::ENGLISH);
    let camera = reference(frame, SizeClass::Large);
    let camera = Camera { width: frame.width() * camera.scale, height: frame.height() * camera.scale, ..camera };
    // The coarsest: beside a very long text.
    let cut = svg::Grade::beside(400_000).cut(camera.width, camera.height);
    let detail = Detail { cut, clickable: false };
    let budget = svg::Grade::FULL.budget;
    let picture = scene::picture(map_data(), &camera, &MapStyle::default(), &detail, budget);
    let seas = picture.scene.groups.iter().filter(|group| group.map_feature.is_none()).flat_map(|group| &group.marks);
    let water_lines = |paints: &[Paint]| paints.iter().any(|paint| matches!(paint, Paint::Inside(_)));
    let sea = seas.filter_map(|mark| match mark {
        Mark::Path { path, paints, .. } if water_lines(paints) => Some(path),
        _ => None,
    });
    let closed = |points: &[Coord]| Polyline::new(points.iter().chain(points.first()).copied().collect());
    let pool: Vec<Polyline> = sea.flat_map(|path| path.runs().map(|(_, points)| closed(points))).collect();
    let ring = |line| Ring::new(vec![Piece { line, reversed: false }], &pool);
    let sea: Vec<Ring> = (0..pool.len() as u32).map(ring).collect();
    for (name, lon, lat, is_sea) in ASIDE {
        let place = camera.to_screen(Projection::project(lon, lat));
        assert!(cut.window.contains(place) && !cut.fine.contains(place), "{name} is at {place:?}");
        assert_eq!(contains(&sea, &pool, place), is_sea, "{name}");
    }
}
