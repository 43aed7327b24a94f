//! The painters on the real atlas.

use super::canvas::{self, Line, Surface, Text};
use super::svg::{self, Options};
use crate::atlas::Lang;
use crate::geometry::{Camera, Padding, Rect};
use crate::scene::tests::{fixture, world};
use crate::scene::{Highlight, Look, REFERENCE, SizeClass, type_scale};
use proptest::prelude::*;
use std::fs;
use std::path::Path;

/// Writes specimens to look at into `target/specimens`:
/// `cargo test --lib specimens -- --ignored` and open them in a browser.
#[test]
#[ignore = "writes files to look at"]
fn specimens() {
    let world = world();
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/specimens");
    fs::create_dir_all(&dir).expect("a folder for specimens");
    fs::write(dir.join("map.css"), super::css()).expect("written");
    let legend: String = super::legend::legend().iter().map(|one| format!("<p>{} {}</p>", one.svg, one.key)).collect();
    fs::write(dir.join("legend.svg"), legend).expect("written");
    let ids = |list: &[&str]| list.iter().map(|id| (*id).to_owned()).collect::<Vec<String>>();
    let near = |lon: f64, lat: f64, width: f64| {
        Rect::about(crate::geometry::Projection::project(lon, lat), width, width * 0.9)
    };
    let plain = Look::default();
    let persian = Look { lang: Lang::Fa, ..Look::default() };
    let selected =
        |id: &str| Look { highlight: Highlight { selected: ids(&[id]), ..Highlight::default() }, ..Look::default() };
    let frames: Vec<(&str, Rect, Look)> = vec![
        ("home", world.home(), plain.clone()),
        ("home-fa", world.home(), persian.clone()),
        ("syunik", near(46.3, 39.4, 420.0), plain.clone()),
        ("meghri", near(46.2, 38.95, 110.0), plain.clone()),
        ("caucasus", near(47.0, 40.5, 1100.0), plain.clone()),
        ("caspian", world.frame_for(&ids(&["caspian-sea"])), selected("caspian-sea")),
        ("rasht", world.frame_for(&ids(&["rasht-astara-railway"])), selected("rasht-astara-railway")),
        ("iran", world.frame_for(&ids(&["iran"])), plain.clone()),
        ("western", world.frame_for(&ids(&["instc-western"])), selected("instc-western")),
        (
            "article",
            world.frame_for(&ids(&["south-caucasus", "caspian-sea"])),
            Look {
                highlight: Highlight {
                    related: ids(&[
                        "caspian-sea",
                        "syunik",
                        "baku",
                        "russia-iran-gas-pipeline",
                        "rasht-astara-railway",
                    ]),
                    hovered: Some("tehran".to_owned()),
                    focused: Some("tabriz".to_owned()),
                    ..Highlight::default()
                },
                ..Look::default()
            },
        ),
        ("state", world.frame_for(&ids(&["azerbaijan"])), selected("azerbaijan")),
        ("port", world.frame_for(&ids(&["bandar-anzali"])), selected("bandar-anzali")),
        ("gulf", near(53.0, 27.0, 1600.0), persian),
    ];
    for (name, frame, look) in frames {
        let options = Options {
            look: &look,
            frame,
            href: &|id| ["/place/", id, "/"].concat(),
            prefix: "m",
            classes: &SizeClass::ALL,
            beyond: (0.55, 0.3),
        };
        let svg = svg::map_with(world, &options);
        assert!(!svg.contains("style=") && !svg.contains("NaN"), "{name}");
        fs::write(dir.join([name, ".svg"].concat()), svg).expect("written");
        let (width, height) = REFERENCE;
        let camera = Camera::fit(frame, width, height, Padding::default());
        let look = Look { type_scale: type_scale(frame, width, height), ..look };
        let mut script = Script::default();
        canvas::paint(world, &camera, &look, &mut script);
        fs::write(dir.join([name, ".js"].concat()), script.0).expect("written");
    }
}

/// A canvas that writes down what would be done, as JavaScript on a context `c`.
#[derive(Default)]
struct Script(String);

impl Surface for Script {
    fn clear(&mut self, colour: &str) {
        self.0 += &format!("c.fillStyle='{colour}';c.fillRect(0,0,9999,9999);c.lineJoin='round';\n");
    }
    fn begin_path(&mut self) {
        self.0 += "c.beginPath();";
    }
    fn move_to(&mut self, x: f64, y: f64) {
        self.0 += &format!("c.moveTo({x:.2},{y:.2});");
    }
    fn line_to(&mut self, x: f64, y: f64) {
        self.0 += &format!("c.lineTo({x:.2},{y:.2});");
    }
    fn close_path(&mut self) {
        self.0 += "c.closePath();";
    }
    fn circle(&mut self, x: f64, y: f64, radius: f64) {
        self.0 += &format!("c.moveTo({:.2},{y:.2});c.arc({x:.2},{y:.2},{radius:.2},0,7);", x + radius);
    }
    fn fill(&mut self, colour: &str, alpha: f64) {
        self.0 += &format!("c.globalAlpha={alpha};c.fillStyle='{colour}';c.fill('evenodd');\n");
    }
    fn stroke(&mut self, line: &Line<'_>) {
        let cap = if line.round { "round" } else { "butt" };
        self.0 += &format!(
            "c.globalAlpha={};c.strokeStyle='{}';c.lineWidth={};c.lineCap='{cap}';c.setLineDash({:?});c.lineDashOffset={};c.stroke();\n",
            line.alpha, line.colour, line.width, line.dash, line.dash_offset
        );
    }
    fn clip(&mut self) {
        self.0 += "c.save();c.clip('evenodd');";
    }
    fn unclip(&mut self) {
        self.0 += "c.restore();";
    }
    fn text(&mut self, text: &Text<'_>) {
        let align = ["left", "center", "right"][text.align as usize];
        let dir = if text.rtl { "rtl" } else { "ltr" };
        self.0 += &format!(
            "c.save();c.globalAlpha={};c.font='{}';c.direction='{dir}';c.letterSpacing='{}px';c.textAlign='{align}';c.translate({},{});c.rotate({});c.setLineDash([]);c.strokeStyle='{}';c.lineWidth={};c.strokeText('{}',0,{});c.fillStyle='{}';c.fillText('{}',0,{});c.restore();\n",
            text.alpha,
            text.font,
            text.spacing,
            text.at.x,
            text.at.y,
            text.angle,
            text.halo,
            text.halo_width,
            text.text,
            text.baseline,
            text.colour,
            text.text,
            text.baseline
        );
    }
}

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
    fn stroke(&mut self, line: &Line<'_>) {
        self.note(&[line.width, line.alpha, line.dash_offset]);
    }
    fn clip(&mut self) {
        self.clips += 1;
    }
    fn unclip(&mut self) {
        self.clips -= 1;
    }
    fn text(&mut self, text: &Text<'_>) {
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
        canvas::paint(world(), &camera, &Look::default(), &mut notes);
        prop_assert_eq!(notes.clips, 0);
        // Level of detail: a screen never costs more than this, whatever the zoom.
        prop_assert!(notes.calls < 45_000, "{} calls", notes.calls);
    }
}

#[test]
fn both_painters_write_the_same_names() {
    let frame = world().home();
    let (width, height) = REFERENCE;
    let camera = Camera::fit(frame, width, height, Padding::default());
    let look = Look { type_scale: type_scale(frame, width, height), ..Look::default() };
    let mut notes = Notes::default();
    canvas::paint(world(), &camera, &look, &mut notes);
    let svg = svg::map(world(), &look, frame, &|id| id.to_owned());
    let (_, names) = svg.split_once("labels-l").expect("names for a page");
    let (names, _) = names.split_once("</g>").expect("an end");
    assert!(notes.texts.len() > 20);
    for text in &notes.texts {
        assert!(names.contains(&[">", text, "<"].concat()), "{text} is only on the canvas");
    }
}

#[test]
fn every_drawn_feature_is_a_named_link() {
    let svg = svg::map(world(), &Look::default(), world().home(), &|id| ["/place/", id, "/"].concat());
    for id in ["russia", "iran", "instc-western", "caspian-sea", "moscow", "syunik", "rasht-astara-railway", "tartus"] {
        let link = ["<a href=\"/place/", id, "/\" data-feature=\"", id, "\" aria-label="].concat();
        assert_eq!(svg.matches(&link).count(), 1, "{id}");
    }
    assert!(!svg.contains("style=") && !svg.contains("<style"));
}

#[test]
fn the_home_map_keeps_its_budget() {
    let svg = svg::map(world(), &Look::default(), world().home(), &|id| ["/place/", id, "/"].concat());
    let mut packed = Vec::new();
    let params = brotli::enc::BrotliEncoderParams { quality: 11, ..Default::default() };
    brotli::BrotliCompress(&mut svg.as_bytes(), &mut packed, &params).expect("packed");
    assert!(packed.len() < 45_000, "{} bytes", packed.len());
}

/// `GOLDEN=write cargo test --lib golden` accepts the current picture.
#[test]
fn golden() {
    let svg = svg::map(&fixture(), &Look::default(), fixture().frame_for(&["town".to_owned()]), &|id| id.to_owned());
    let svg = svg.replace("><", ">\n<");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/fixture.svg");
    if std::env::var_os("GOLDEN").is_some() {
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(&path, &svg).expect("written");
    }
    let known = fs::read_to_string(&path).expect("tests/golden/fixture.svg; see above");
    assert!(known == svg, "the picture has changed: look at it, then accept it with GOLDEN=write");
}
