//! The picture that a camera sees.

use super::highlight_set::HighlightSet;
use super::label::{pixel_scale, visible_rank};
use super::paints::{area_paints, is_marine, line_paints, mode};
use super::visibility_filter::{VisibilityFilter, map_features_in};
use super::{
    BaseLayer, Class, Detail, Emphasis, Fill, Group, MapData, MapFeature, MapStyle, Mark, Paint, SizeClass, Stroke,
    Symbol, label,
};
use crate::basemap::LineKind;
use crate::geometry::{Camera, Cut, Rect, Ring, TracedPath, trace_fill, trace_line};
use atlas_model::sort;

/// Room about the window for strokes of lines, px.
const LINE_MARGIN: f64 = 16.0;

/// Positions, in reading order, of the features that a window of the screen, px, may show.
pub fn visible_features(map_data: &MapData, camera: &Camera, map_style: &MapStyle, window: &Rect) -> Vec<usize> {
    let view = camera.to_world_rect(&window.grown(LINE_MARGIN));
    map_features_in(map_data, &view, &VisibilityFilter::of(map_data, camera, map_style))
}

/// Passes on the ground and these features group by group, from the bottom up.
pub fn compose(
    map_data: &MapData,
    shown: &[usize],
    camera: &Camera,
    map_style: &MapStyle,
    detail: &Detail,
    pass_on: &mut dyn FnMut(Group),
) {
    let (highlighted, zoom) = (HighlightSet::new(map_data, &map_style.highlight), nominal_zoom(camera, map_style));
    let touched = map_data.touched(&map_style.highlight);
    let composer = Composer { map_data, shown, highlighted, touched, camera, map_style, detail, zoom };
    let pass_on = &mut |group: Group| {
        if !group.marks.is_empty() {
            pass_on(group);
        }
    };
    composer.areas(pass_on);
    pass_on(composer.land_lines());
    pass_on(composer.sea());
    composer.seas(pass_on);
    composer.lines(pass_on);
    composer.points(pass_on);
}

/// The nominal zoom of a camera, in whole steps, as the names have it.
fn nominal_zoom(camera: &Camera, map_style: &MapStyle) -> f64 {
    label::zoom_of(camera.scale / pixel_scale(map_style), map_style.type_scale.class)
}

/// The symbol of a point for a camera.
pub fn symbol_for(map_feature: &MapFeature, camera: &Camera, class: SizeClass, highlighted: bool) -> Symbol {
    label::symbol(map_feature, label::zoom_of(camera.scale / class.type_factor(), class), highlighted)
}

struct Composer<'a> {
    map_data: &'a MapData,
    shown: &'a [usize],
    highlighted: HighlightSet,
    /// What is hovered and what has the focus.
    touched: [Option<usize>; 2],
    camera: &'a Camera,
    map_style: &'a MapStyle,
    detail: &'a Detail,
    zoom: f64,
}

impl Composer<'_> {
    fn shown(&self) -> impl Iterator<Item = (usize, &MapFeature)> {
        self.shown.iter().filter_map(|at| Some((*at, self.map_data.map_features.get(*at)?)))
    }

    fn group(&self, at: usize, map_feature: &MapFeature) -> Group {
        let [hovered, focused] = self.touched.map(|touched| touched == Some(at));
        Group {
            map_feature: Some(at),
            token: Some(map_feature.token),
            emphasis: self.highlighted.emphasis(at),
            hovered,
            focused,
            marks: Vec::new(),
        }
    }

    /// Land areas: wide regions under states under provinces, the large under the small.
    fn areas(&self, pass_on: &mut dyn FnMut(Group)) {
        let on_land = self.shown().filter(|(_, map_feature)| !map_feature.areas.is_empty() && !is_marine(map_feature));
        let mut areas: Vec<(Class, f64, usize, &MapFeature)> =
            on_land.map(|(at, one)| (one.class.max(Class::Area), one.size(), at, one)).collect();
        sort(&mut areas, |a, b| b.0.cmp(&a.0).then(b.1.total_cmp(&a.1)));
        let tinted = |key: &str| {
            let states = areas.iter().filter(|(class, ..)| *class == Class::State);
            states.flat_map(|(.., one)| &one.areas).any(|part| part.key == key)
        };
        let mut ground = Group::default();
        for key in self.map_data.parties.iter().filter(|key| !tinted(key)) {
            if let Some(area) = self.map_data.ground.area(key) {
                self.fill(&area.rings, vec![Paint::Fill(Fill::Party)], key, &mut ground.marks);
            }
        }
        pass_on(ground);
        for (.., at, map_feature) in areas {
            let mut group = self.group(at, map_feature);
            for part in &map_feature.areas {
                let paints = area_paints(map_feature, &group);
                self.fill(&part.area.rings, paints, &part.key, &mut group.marks);
            }
            pass_on(group);
        }
    }

    /// Seas that are features lie over the sea of the basemap.
    fn seas(&self, pass_on: &mut dyn FnMut(Group)) {
        for (at, map_feature) in self.shown().filter(|(_, map_feature)| is_marine(map_feature)) {
            let mut group = self.group(at, map_feature);
            for part in &map_feature.areas {
                let paints = area_paints(map_feature, &group);
                self.fill(&part.area.rings, paints, &part.key, &mut group.marks);
            }
            pass_on(group);
        }
    }

    /// Lakes, rivers and borders.
    fn land_lines(&self) -> Group {
        let ground: &BaseLayer = &self.map_data.ground;
        let mut group = Group::default();
        let lake = vec![Paint::Fill(Fill::Water), Paint::Strokes(&[Stroke::LakeShore])];
        let of = |kind: LineKind| ground.lines.iter().filter(move |line| line.kind == kind).map(|line| &line.course);
        if self.camera.scale <= RIVERS_TO {
            self.stroke(of(LineKind::River), &[Stroke::River], false, &mut group.marks);
        }
        self.fill(&ground.lakes, lake, "", &mut group.marks);
        if self.zoom >= PROVINCES_FROM {
            self.stroke(of(LineKind::ProvinceBorder), &[Stroke::Province], true, &mut group.marks);
        }
        self.stroke(of(LineKind::Border), &[Stroke::Border], true, &mut group.marks);
        self.stroke(of(LineKind::DisputedBorder), &[Stroke::Disputed], true, &mut group.marks);
        group
    }

    /// The sea with its water lines, and the graticule over all.
    fn sea(&self) -> Group {
        let ground = &self.map_data.ground;
        let mut group = Group::default();
        let water = vec![
            Paint::Fill(Fill::Water),
            Paint::Inside(&[Stroke::WaterWide, Stroke::WaterNarrow]),
            Paint::Strokes(&[Stroke::Coast]),
        ];
        self.fill(&ground.seas, water, "", &mut group.marks);
        self.stroke(ground.graticule.iter(), &[Stroke::Graticule], false, &mut group.marks);
        group
    }

    fn lines(&self, pass_on: &mut dyn FnMut(Group)) {
        // The selected line on top, then by mode, then the more important.
        let height = |(at, one): &(usize, &MapFeature)| {
            usize::from(self.highlighted.contains(*at)) * 64 + usize::from(mode(one.kind)) * 8 + least(one.rank)
        };
        let lines = by_height(self.shown().filter(|(_, one)| !one.lines.is_empty()), height);
        for (at, map_feature) in lines {
            let mut group = self.group(at, map_feature);
            let mut path = TracedPath::default();
            let cut = &self.detail.cut;
            let cut = Cut { window: cut.window.grown(LINE_MARGIN), ..*cut };
            for course in &map_feature.lines {
                trace_line(course, &self.map_data.pool, self.camera, &cut, true, &mut path);
            }
            if path.is_empty() {
                continue;
            }
            if map_feature.offset != 0.0 {
                path.step_aside(map_feature.offset);
            }
            let paints = line_paints(map_feature, &group);
            group.marks.push(Mark::Path { path, paints, key: String::new() });
            pass_on(group);
        }
    }

    fn points(&self, pass_on: &mut dyn FnMut(Group)) {
        let most = visible_rank(self.zoom);
        let height = |(at, one): &(usize, &MapFeature)| {
            let selected = self.highlighted.emphasis(*at) == Emphasis::Selected;
            usize::from(selected) * 16 + usize::from(one.rank <= most) * 8 + least(one.rank)
        };
        let points = by_height(self.shown().filter(|(_, one)| !one.points.is_empty()), height);
        let unit = pixel_scale(self.map_style);
        for (at, map_feature) in points {
            let mut group = self.group(at, map_feature);
            let highlighted = matches!(group.emphasis, Emphasis::Selected | Emphasis::Related);
            let symbol = label::symbol(map_feature, self.zoom, highlighted);
            for point in &map_feature.points {
                let at = self.camera.to_screen(*point);
                if self.detail.cut.window.contains(at) {
                    group.marks.push(Mark::Symbol { at, symbol, unit });
                }
            }
            pass_on(group);
        }
    }

    fn fill(&self, rings: &[Ring], paints: Vec<Paint>, key: &str, marks: &mut Vec<Mark>) {
        // What is only there to be clicked need not be drawn finely, nor at all where nothing can be clicked.
        let unseen = paints.iter().all(|paint| *paint == Paint::Fill(Fill::Clear));
        if unseen && !self.detail.clickable {
            return;
        }
        let cut = &self.detail.cut;
        let cut = Cut { tolerance: cut.tolerance * if unseen { UNSEEN } else { 1.0 }, ..*cut };
        let mut path = TracedPath::default();
        for ring in rings {
            trace_fill(ring, &self.map_data.pool, self.camera, &cut, &mut path);
        }
        if !path.is_empty() {
            marks.push(Mark::Path { path, paints, key: key.to_owned() });
        }
    }

    fn stroke<'r>(
        &self,
        courses: impl Iterator<Item = &'r Ring>,
        strokes: &'static [Stroke],
        dashed: bool,
        marks: &mut Vec<Mark>,
    ) {
        let mut path = TracedPath::default();
        for course in courses {
            trace_line(course, &self.map_data.pool, self.camera, &self.detail.cut, dashed, &mut path);
        }
        if !path.is_empty() {
            marks.push(Mark::Path { path, paints: vec![Paint::Strokes(strokes)], key: String::new() });
        }
    }
}

/// The lowest first; what has the same height keeps its order.
fn by_height<T>(all: impl Iterator<Item = T>, height: impl Fn(&T) -> usize) -> impl Iterator<Item = T> {
    let mut layers: Vec<Vec<T>> = Vec::new();
    for one in all {
        let height = height(&one);
        if layers.len() <= height {
            layers.resize_with(height + 1, Vec::new);
        }
        layers[height].push(one);
    }
    layers.into_iter().flatten()
}

/// Height of a rank, 0 to 7: the less important below.
fn least(rank: u8) -> usize {
    usize::from(7_u8.saturating_sub(rank))
}

/// How much coarser areas may be that are not seen.
const UNSEEN: f64 = 2.5;
/// Pixels for each kilometre beyond which rivers, known to a kilometre or two, would be drawn in the wrong place.
const RIVERS_TO: f64 = 3.0;
/// Nominal zoom from which borders of provinces are drawn.
const PROVINCES_FROM: f64 = 1.8;
