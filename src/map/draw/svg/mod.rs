//! The map as SVG: readable, clickable and printable with no script.
//!
//! Every feature is a link with its name; colours are classes and custom properties only, so a strict content security
//! policy has nothing to refuse. See [`css`] for the style sheet it needs.

mod css;
mod grade;
mod names;
mod path;
mod scale;

pub use css::{css, own_class};
pub use grade::Grade;
pub use path::UNITS;
pub use scale::{RIGHT_TO_LEFT, scale_bar};

use crate::geometry::{Camera, Coord, Rect, TracedPath};
use crate::scene::{
    self, Detail, Emphasis, Group, LabelledMap, MapFeature, MapStyle, Mark, Paint, PartShape, Picture, REFERENCE,
    Scene, SizeClass, Stroke, Symbol, Token, TypeScale, reference, symbol_for,
};
use std::collections::BTreeMap;

/// What the prerendered map depends on besides the data.
pub struct Options<'a> {
    /// Language, and what is selected.
    pub map_style: &'a MapStyle,
    /// What the viewBox holds, km.
    pub frame: Rect,
    /// Where a feature's link goes; `None` for a picture without links.
    pub href: Option<&'a dyn Fn(&str) -> String>,
    /// Start of all ids in the SVG, for two maps on one page.
    pub prefix: &'a str,
    /// Names for these sizes of container, the smallest first; one is shown at a time.
    pub classes: &'a [SizeClass],
    /// How much it holds, and how finely.
    pub grade: Grade,
}

/// The prerendered map of a frame (km). `href` gives the address of a feature's page.
pub fn map(map_data: &LabelledMap, map_style: &MapStyle, frame: Rect, href: &dyn Fn(&str) -> String) -> String {
    map_of_grade(map_data, map_style, frame, href, Grade::FULL)
}

/// The same, more or less of it.
pub fn map_of_grade(
    map_data: &LabelledMap,
    map_style: &MapStyle,
    frame: Rect,
    href: &dyn Fn(&str) -> String,
    grade: Grade,
) -> String {
    let classes = &SizeClass::ALL;
    map_with(map_data, &Options { map_style, frame, href: Some(href), prefix: "m", classes, grade })
}

/// The inset map: a small picture without links. `area` is what it shows, km.
pub fn inset(map_data: &LabelledMap, area: Rect, map_style: &MapStyle) -> String {
    let map_style = &MapStyle { inset: false, ..map_style.clone() };
    let classes = &[SizeClass::Tiny];
    map_with(map_data, &Options { map_style, frame: area, href: None, prefix: "z", classes, grade: Grade::INSET })
}

/// The prerendered map with all choices.
pub fn map_with(map_data: &LabelledMap, options: &Options<'_>) -> String {
    let camera = reference(options.frame, SizeClass::Large);
    // The viewBox is the frame itself: `meet` then does what `Camera::fit` does.
    let (width, height) = (options.frame.width() * camera.scale, options.frame.height() * camera.scale);
    let camera = Camera { width, height, ..camera };
    let grade = options.grade;
    let detail = Detail { cut: grade.cut(width, height), clickable: options.href.is_some() };
    let map_style =
        MapStyle { type_scale: TypeScale { class: SizeClass::Large, factor: 1.0 }, ..options.map_style.clone() };
    let Picture { scene, only } = scene::picture(map_data, &camera, &map_style, &detail, grade.budget);
    // An inset is a picture by itself: its names know of no others, and none is cut by its edges.
    let by_itself = options.href.is_none();
    let named = only.or_else(|| by_itself.then(|| (0..map_data.map_features().len()).collect()));
    let mut painter = SvgPainter { map_data, options, out: String::new(), ids: 0, shared: BTreeMap::new() };
    painter.open(width, height);
    painter.definitions(&scene);
    for group in &scene.groups {
        painter.group(group);
    }
    painter.frame(&camera, &map_style);
    for class in options.classes {
        let divisor = class.divisor();
        let camera =
            Camera { scale: camera.scale / divisor, width: width / divisor, height: height / divisor, ..camera };
        let window = detail.cut.window;
        let window =
            Rect::new(window.min.x / divisor, window.min.y / divisor, window.max.x / divisor, window.max.y / divisor);
        let map_style = MapStyle { type_scale: TypeScale { class: *class, factor: 1.0 }, ..map_style.clone() };
        let mut labels = match &named {
            Some(named) => map_data.labels_of(named, &camera, &map_style, &window, by_itself),
            None => map_data.labels_in(&camera, &map_style, &window),
        };
        if !by_itself {
            // Containers have the shape of the reference or show more.
            let container = Rect::about(window.centre(), REFERENCE.0 / divisor, REFERENCE.1 / divisor);
            labels.retain(|label| !label.is_cut(&container));
        }
        painter.names(*class, &labels);
    }
    painter.out.push_str("</svg>");
    painter.out
}

struct SvgPainter<'a> {
    map_data: &'a LabelledMap,
    options: &'a Options<'a>,
    out: String,
    ids: u32,
    /// Paths in the definitions: areas by key.
    shared: BTreeMap<String, String>,
}

impl SvgPainter<'_> {
    fn push(&mut self, parts: &[&str]) {
        parts.iter().for_each(|part| self.out.push_str(part));
    }

    fn id(&mut self) -> String {
        self.ids += 1;
        [self.options.prefix, &self.ids.to_string()].concat()
    }

    fn open(&mut self, width: f64, height: f64) {
        let size = |value: f64| ((value * UNITS).round() as i64).to_string();
        self.push(&[
            "<svg class=\"chart\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ",
            &size(width),
            " ",
            &size(height),
            "\" preserveAspectRatio=\"xMidYMid meet\">",
        ]);
    }

    /// Areas of the basemap that features share, and the symbols in use.
    fn definitions(&mut self, scene: &Scene) {
        self.push(&["<defs>"]);
        let marks = scene.groups.iter().flat_map(|group| &group.marks);
        let mut symbols: Vec<Symbol> = Vec::new();
        for mark in marks {
            match mark {
                Mark::Path { path, key, .. } if !key.is_empty() && !self.shared.contains_key(key) => {
                    let id = self.id();
                    self.push(&["<path class=\"chart-path\" id=\"", &id, "\" d=\"", &path::data(path), "\"/>"]);
                    self.shared.insert(key.clone(), id);
                }
                Mark::Symbol { symbol, .. } if !symbols.contains(symbol) => symbols.push(*symbol),
                _ => {}
            }
        }
        if !symbols.is_empty() && !symbols.contains(&Symbol::Dot) {
            symbols.push(Symbol::Dot);
        }
        for one in symbols {
            self.push(&["<g id=\"", self.options.prefix, "-", one.id(), "\">"]);
            symbol(one, &mut self.out);
            self.push(&["</g>"]);
        }
        self.push(&["</defs>"]);
    }

    fn group(&mut self, group: &Group) {
        let map_data = self.map_data;
        let map_feature = group.map_feature.and_then(|at| map_data.map_features().get(at));
        match (map_feature, self.options.href) {
            (Some(map_feature), Some(href)) => self.link(group, map_feature, href),
            (Some(map_feature), None) => {
                self.push(&[
                    "<g class=\"",
                    &own_class(map_feature.token, self.map_data.profile()),
                    emphasis(group),
                    "\">",
                ]);
                self.marks(group, false);
                self.push(&["</g>"]);
            }
            (None, _) => {
                let sea = group.marks.iter().any(is_sea);
                self.push(&[if sea { "<g class=\"sea\">" } else { "<g>" }]);
                self.marks(group, false);
                self.push(&["</g>"]);
            }
        }
    }

    /// A feature: a link around all its shapes.
    fn link(&mut self, group: &Group, map_feature: &MapFeature, href: &dyn Fn(&str) -> String) {
        let lang = self.options.map_style.lang;
        let name = escaped(map_feature.name.get(lang));
        let href = escaped(&href(&map_feature.id));
        self.push(&[
            "<a href=\"",
            &href,
            "\" data-feature=\"",
            &map_feature.id,
            "\" aria-label=\"",
            &name,
            "\" class=\"",
        ]);
        self.push(&[
            &own_class(map_feature.token, self.map_data.profile()),
            emphasis(group),
            "\"><title>",
            &name,
            "</title>",
        ]);
        self.marks(group, true);
        self.push(&["</a>"]);
    }

    fn marks(&mut self, group: &Group, clickable: bool) {
        for mark in &group.marks {
            match mark {
                Mark::Path { path, paints, key } => self.path(path, paints, key, clickable),
                Mark::Symbol { at, symbol, .. } => self.place(group, *at, *symbol),
            }
        }
    }

    /// A path, once, and a use of it for each way it is painted.
    fn path(&mut self, path: &TracedPath, paints: &[Paint], key: &str, clickable: bool) {
        let filled = paints.iter().any(|paint| matches!(paint, Paint::Fill(_)));
        let hit = clickable && !filled;
        if let (false, "", [Paint::Strokes([stroke])]) = (hit, key, paints) {
            // Each run by itself: a browser then paints in each part of the page only what runs through it.
            path::pieces(path)
                .for_each(|data| self.push(&["<path class=\"", stroke.class(), "\" d=\"", &data, "\"/>"]));
            return;
        }
        let id = match self.shared.get(key) {
            Some(id) => id.clone(),
            None => self.define(path),
        };
        if hit {
            self.reuse(&id, "hit");
        }
        for paint in paints {
            match paint {
                Paint::Fill(fill) => self.reuse(&id, fill.class()),
                Paint::Strokes(strokes) => strokes.iter().for_each(|stroke| self.reuse(&id, stroke.class())),
                Paint::Inside(strokes) => self.inside(&id, strokes),
            }
        }
    }

    fn define(&mut self, path: &TracedPath) -> String {
        let id = self.id();
        let data = path::data(path);
        self.push(&["<defs><path class=\"chart-path\" id=\"", &id, "\" d=\"", &data, "\""]);
        // Dashes of a line that is cut off start where they would have.
        if let Some(run) = path.runs.first().filter(|run| run.phase > 0.0) {
            self.push(&[" stroke-dashoffset=\"", &css::decimal(run.phase), "\""]);
        }
        self.push(&["/></defs>"]);
        id
    }

    fn reuse(&mut self, id: &str, class: &str) {
        self.push(&["<use href=\"#", id, "\" class=\"", class, "\"/>"]);
    }

    fn inside(&mut self, id: &str, strokes: &[Stroke]) {
        self.push(&[
            "<clipPath id=\"",
            id,
            "c\"><use href=\"#",
            id,
            "\"/></clipPath><g clip-path=\"url(#",
            id,
            "c)\">",
        ]);
        strokes.iter().for_each(|stroke| self.reuse(id, stroke.class()));
        self.push(&["</g>"]);
    }

    /// A symbol with its halo, scaled by the style sheet to the size class.
    fn place(&mut self, group: &Group, at: Coord, symbol: Symbol) {
        let (x, y) = path::units(at);
        self.push(&["<g transform=\"translate(", &x.to_string(), " ", &y.to_string(), ")\"><g class=\"k\">"]);
        for halo in group.halos(symbol) {
            self.push(&["<circle class=\"", halo.class, "\" r=\"", &css::decimal(halo.radius), "\"/>"]);
        }
        if self.options.href.is_some() {
            let reach = if symbol == Symbol::Spot { symbol.radius() } else { symbol.radius() + 5.0 };
            self.push(&["<circle class=\"hs\" r=\"", &css::decimal(reach), "\"/>"]);
        }
        for (symbol, class) in self.by_size(group, symbol) {
            self.push(&["<use href=\"#", self.options.prefix, "-", symbol.id(), "\"", &class, "/>"]);
        }
        self.push(&["</g></g>"]);
    }
}

impl SvgPainter<'_> {
    /// The symbols of a point for the sizes of container, each with its class in the SVG. Small maps show a dot where a
    /// page has room for more.
    fn by_size(&self, group: &Group, nominal: Symbol) -> Vec<(Symbol, String)> {
        let map_feature = group.map_feature.and_then(|at| self.map_data.map_features().get(at));
        let Some(map_feature) = map_feature.filter(|_| nominal != Symbol::Spot) else { return Vec::new() };
        let highlighted = matches!(group.emphasis, Emphasis::Selected | Emphasis::Related);
        let mut symbols: Vec<(Symbol, String)> = Vec::new();
        for class in self.options.classes {
            let symbol = symbol_for(map_feature, &reference(self.options.frame, *class), *class, highlighted);
            let letter = [" v-", class.letter()].concat();
            match symbols.iter_mut().find(|(known, _)| *known == symbol) {
                Some((_, classes)) => classes.push_str(&letter),
                None => symbols.push((symbol, letter)),
            }
        }
        if let [(_, classes)] = symbols.as_mut_slice() {
            classes.clear();
        }
        symbols.iter_mut().filter(|(_, classes)| !classes.is_empty()).for_each(|(_, classes)| {
            *classes = [" class=\"v", classes, "\""].concat();
        });
        symbols
    }

    /// The frame of the inset map: a link to what it shows.
    fn frame(&mut self, camera: &Camera, map_style: &MapStyle) {
        let Some((frame, href)) = scene::inset_frame(self.map_data, camera, map_style).zip(self.options.href) else {
            return;
        };
        let place = self.map_data.inset().map_or("", |inset| &inset.place);
        let ((left, top), (right, bottom)) = (path::units(frame.min), path::units(frame.max));
        let [x, y, width, height] = [left, top, right - left, bottom - top].map(|value| value.to_string());
        let sides = ["\" x=\"", &x, "\" y=\"", &y, "\" width=\"", &width, "\" height=\"", &height, "\"/>"].concat();
        self.push(&["<a href=\"", &escaped(&href(place)), "\" class=\"frame\" tabindex=\"-1\">"]);
        for class in ["hit", Stroke::FrameCasing.class(), Stroke::Frame.class()] {
            self.push(&["<rect class=\"", class, &sides]);
        }
        self.push(&["</a>"]);
    }
}

/// The class that tells whether a feature stands out, after others.
fn emphasis(group: &Group) -> &'static str {
    match group.emphasis {
        Emphasis::Selected => " selected",
        Emphasis::Related => " related",
        Emphasis::Receding if group.recedes() => " re",
        _ => "",
    }
}

/// True for the fill of the sea, which hides the land under it from clicks.
fn is_sea(mark: &Mark) -> bool {
    matches!(mark, Mark::Path { paints, .. } if paints.iter().any(|paint| matches!(paint, Paint::Inside(_))))
}

/// The pieces of a symbol about (0, 0), in nominal pixels, by class.
pub fn symbol(symbol: Symbol, out: &mut String) {
    for part in symbol.parts() {
        let mut classes: Vec<&str> = Vec::new();
        classes.extend(part.fill.map(|token| tone(token, ["sy-fp", "sy-fi", "sy-fa", "sy-fo"])));
        classes.extend(part.stroke.map(|(token, _)| tone(token, ["sy-sp", "sy-si", "sy-sa", "sy-so"])));
        let width =
            part.stroke.map_or(String::new(), |(_, width)| [" stroke-width=\"", &css::decimal(width), "\""].concat());
        let shape = match part.shape {
            PartShape::Circle(x, y, radius) => {
                ["<circle cx=\"", &css::decimal(x), "\" cy=\"", &css::decimal(y), "\" r=\"", &css::decimal(radius)]
                    .concat()
            }
            PartShape::Polygon(points) => ["<path d=\"", &outline(points), "z"].concat(),
            PartShape::Line(points) => ["<path d=\"", &outline(points)].concat(),
        };
        for text in [shape.as_str(), "\" class=\"", &classes.join(" "), "\"", &width, "/>"] {
            out.push_str(text);
        }
    }
}

fn outline(points: &[(f64, f64)]) -> String {
    let points: Vec<String> = points.iter().map(|(x, y)| [css::decimal(*x), css::decimal(*y)].join(" ")).collect();
    ["M", &points.join("L")].concat()
}

/// The class of a colour of a symbol: paper, ink, accent or its own.
fn tone(token: Token, classes: [&'static str; 4]) -> &'static str {
    let [paper, ink, accent, own] = classes;
    match token {
        Token::Paper => paper,
        Token::Accent => accent,
        Token::Own => own,
        _ => ink,
    }
}

/// Text as the content or the attribute value of an element, in XML as in HTML.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            _ => out.push(letter),
        }
    }
    out
}
