//! The picture that a camera sees.

use super::label::{unit, visible_rank};
use super::lit::Lit;
use super::paints::{area_paints, is_marine, line_paints, mode};
use super::room::{Room, subjects_in};
use super::{
    Class, Detail, Fill, Ground, Group, Look, MapData, Mark, Paint, SizeClass, Standing, Stroke, Subject, Symbol, label,
};
use crate::basemap::LineKind;
use crate::geometry::{Camera, Cut, Path, Rect, Ring, trace_fill, trace_line};
use atlas_model::sort;

/// Room about the window for strokes of lines, px.
const LINE_MARGIN: f64 = 16.0;

impl MapData {
    /// Positions, in reading order, of the features that a window of the screen, px, may show.
    pub fn shown(&self, camera: &Camera, look: &Look, window: &Rect) -> Vec<usize> {
        let view = camera.to_world_rect(&window.grown(LINE_MARGIN));
        subjects_in(self, &view, &Room::of(self, camera, look))
    }

    /// Passes on the ground and these features group by group, from the bottom up.
    pub fn compose(
        &self,
        shown: &[usize],
        camera: &Camera,
        look: &Look,
        detail: &Detail,
        pass_on: &mut dyn FnMut(Group),
    ) {
        let (lit, zoom) = (Lit::new(self, &look.highlight), nominal_zoom(camera, look));
        let touched = self.touched(&look.highlight);
        let composer = Composer { world: self, shown, lit, touched, camera, look, detail, zoom };
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
}

/// The nominal zoom of a camera, in whole steps, as the names have it.
fn nominal_zoom(camera: &Camera, look: &Look) -> f64 {
    label::zoom_of(camera.scale / unit(look), look.type_scale.class)
}

/// The symbol of a point for a camera.
pub fn symbol_for(subject: &Subject, camera: &Camera, class: SizeClass, lit: bool) -> Symbol {
    label::symbol(subject, label::zoom_of(camera.scale / class.type_factor(), class), lit)
}

struct Composer<'a> {
    world: &'a MapData,
    shown: &'a [usize],
    lit: Lit,
    /// What is hovered and what has the focus.
    touched: [Option<usize>; 2],
    camera: &'a Camera,
    look: &'a Look,
    detail: &'a Detail,
    zoom: f64,
}

impl Composer<'_> {
    fn shown(&self) -> impl Iterator<Item = (usize, &Subject)> {
        self.shown.iter().filter_map(|at| Some((*at, self.world.subjects.get(*at)?)))
    }

    fn group(&self, at: usize, subject: &Subject) -> Group {
        let [hovered, focused] = self.touched.map(|touched| touched == Some(at));
        Group {
            subject: Some(at),
            token: Some(subject.token),
            standing: self.lit.standing(at),
            hovered,
            focused,
            marks: Vec::new(),
        }
    }

    /// Land areas: wide regions under states under provinces, the large under the small.
    fn areas(&self, pass_on: &mut dyn FnMut(Group)) {
        let on_land = self.shown().filter(|(_, subject)| !subject.areas.is_empty() && !is_marine(subject));
        let mut areas: Vec<(Class, f64, usize, &Subject)> =
            on_land.map(|(at, one)| (one.class.max(Class::Area), one.size(), at, one)).collect();
        sort(&mut areas, |a, b| b.0.cmp(&a.0).then(b.1.total_cmp(&a.1)));
        let tinted = |key: &str| {
            let states = areas.iter().filter(|(class, ..)| *class == Class::State);
            states.flat_map(|(.., one)| &one.areas).any(|part| part.key == key)
        };
        let mut ground = Group::default();
        for key in self.world.parties.iter().filter(|key| !tinted(key)) {
            if let Some(area) = self.world.ground.area(key) {
                self.fill(&area.rings, vec![Paint::Fill(Fill::Party)], key, &mut ground.marks);
            }
        }
        pass_on(ground);
        for (.., at, subject) in areas {
            let mut group = self.group(at, subject);
            for part in &subject.areas {
                let paints = area_paints(subject, &group);
                self.fill(&part.area.rings, paints, &part.key, &mut group.marks);
            }
            pass_on(group);
        }
    }

    /// Seas that are features lie over the sea of the basemap.
    fn seas(&self, pass_on: &mut dyn FnMut(Group)) {
        for (at, subject) in self.shown().filter(|(_, subject)| is_marine(subject)) {
            let mut group = self.group(at, subject);
            for part in &subject.areas {
                let paints = area_paints(subject, &group);
                self.fill(&part.area.rings, paints, &part.key, &mut group.marks);
            }
            pass_on(group);
        }
    }

    /// Lakes, rivers and borders.
    fn land_lines(&self) -> Group {
        let ground: &Ground = &self.world.ground;
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
        let ground = &self.world.ground;
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
        let height = |(at, one): &(usize, &Subject)| {
            usize::from(self.lit.contains(*at)) * 64 + usize::from(mode(one.kind)) * 8 + least(one.rank)
        };
        let lines = by_height(self.shown().filter(|(_, one)| !one.lines.is_empty()), height);
        for (at, subject) in lines {
            let mut group = self.group(at, subject);
            let mut path = Path::default();
            let cut = &self.detail.cut;
            let cut = Cut { window: cut.window.grown(LINE_MARGIN), ..*cut };
            for course in &subject.lines {
                trace_line(course, &self.world.pool, self.camera, &cut, true, &mut path);
            }
            if path.is_empty() {
                continue;
            }
            if subject.offset != 0.0 {
                path.step_aside(subject.offset);
            }
            let paints = line_paints(subject, &group);
            group.marks.push(Mark::Path { path, paints, key: String::new() });
            pass_on(group);
        }
    }

    fn points(&self, pass_on: &mut dyn FnMut(Group)) {
        let most = visible_rank(self.zoom);
        let height = |(at, one): &(usize, &Subject)| {
            let selected = self.lit.standing(*at) == Standing::Selected;
            usize::from(selected) * 16 + usize::from(one.rank <= most) * 8 + least(one.rank)
        };
        let points = by_height(self.shown().filter(|(_, one)| !one.points.is_empty()), height);
        let unit = unit(self.look);
        for (at, subject) in points {
            let mut group = self.group(at, subject);
            let lit = matches!(group.standing, Standing::Selected | Standing::Related);
            let symbol = label::symbol(subject, self.zoom, lit);
            for point in &subject.points {
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
        let mut path = Path::default();
        for ring in rings {
            trace_fill(ring, &self.world.pool, self.camera, &cut, &mut path);
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
        let mut path = Path::default();
        for course in courses {
            trace_line(course, &self.world.pool, self.camera, &self.detail.cut, dashed, &mut path);
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
