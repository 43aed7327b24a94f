//! The picture that a camera sees.

use super::label::{unit, visible_rank};
use super::lit::Lit;
use super::paints::{PARTIES, area_paints, is_marine, line_paints, mode};
use super::{
    Class, Detail, Fill, Ground, Group, Look, Mark, Paint, Scene, SizeClass, Standing, Stroke, Subject, Symbol, World,
    label,
};
use crate::atlas::sort;
use crate::basemap::LineKind;
use crate::geometry::{Camera, Path, Rect, Ring, trace_fill, trace_line};
use std::cmp::Reverse;

/// Room about the window for strokes of lines, px.
const LINE_MARGIN: f64 = 16.0;

impl World {
    /// The picture for a camera. Costs what there is in the window, however much there is elsewhere.
    pub fn scene(&self, camera: &Camera, look: &Look, detail: &Detail) -> Scene {
        let shown = self.shown(camera, look, &detail.window);
        let groups = self.groups(&shown, camera, look, detail);
        Scene { groups, labels: self.labels_in(camera, look, &detail.window) }
    }

    /// The picture of a camera as one by itself: its names know of no others, and none is cut by its edges.
    pub fn scene_by_itself(&self, camera: &Camera, look: &Look, detail: &Detail) -> Scene {
        let shown = self.shown(camera, look, &detail.window);
        let groups = self.groups(&shown, camera, look, detail);
        Scene { groups, labels: self.labels_of(&shown, camera, look, &camera.screen(), true) }
    }

    /// The ground without features and names.
    pub fn bare_ground(&self, camera: &Camera, look: &Look) -> Vec<Group> {
        self.groups(&[], camera, look, &Detail::screen(camera))
    }

    /// Positions, in reading order, of the features that a window of the screen, px, may show.
    pub(super) fn shown(&self, camera: &Camera, look: &Look, window: &Rect) -> Vec<usize> {
        let view = camera.to_world_rect(&window.grown(LINE_MARGIN));
        let mut shown = self.subjects_in(&view);
        shown.retain(|at| self.subjects.get(*at).is_some_and(|one| World::is_shown(one, &look.hidden)));
        shown
    }

    /// The ground and these features, from the bottom up.
    pub(super) fn groups(&self, shown: &[usize], camera: &Camera, look: &Look, detail: &Detail) -> Vec<Group> {
        let (lit, zoom) = (Lit::new(self, &look.highlight), nominal_zoom(camera, look));
        let composer = Composer { world: self, shown, lit, camera, look, detail, zoom };
        let mut groups = Vec::new();
        composer.areas(&mut groups);
        groups.push(composer.land_lines());
        groups.push(composer.sea());
        composer.seas(&mut groups);
        composer.lines(&mut groups);
        composer.points(&mut groups);
        groups.retain(|group| !group.marks.is_empty());
        groups
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
    world: &'a World,
    shown: &'a [usize],
    lit: Lit,
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
        let highlight = &self.look.highlight;
        let is = |id: &Option<String>| id.as_deref() == Some(subject.id.as_str());
        Group {
            subject: Some(at),
            token: Some(subject.token),
            standing: self.lit.standing(at),
            hovered: is(&highlight.hovered),
            focused: is(&highlight.focused),
            marks: Vec::new(),
        }
    }

    /// Land areas: wide regions under states under provinces, the large under the small.
    fn areas(&self, groups: &mut Vec<Group>) {
        let mut areas: Vec<(usize, &Subject)> =
            self.shown().filter(|(_, subject)| !subject.areas.is_empty() && !is_marine(subject)).collect();
        sort(&mut areas, |a, b| {
            b.1.class.max(Class::Area).cmp(&a.1.class.max(Class::Area)).then(b.1.size().total_cmp(&a.1.size()))
        });
        let tinted = |key: &str| {
            areas.iter().any(|(_, one)| one.class == Class::State && one.areas.iter().any(|part| part.key == key))
        };
        let mut ground = Group::default();
        for key in PARTIES.into_iter().filter(|key| !tinted(key)) {
            if let Some(area) = self.world.ground.area(key) {
                self.fill(&area.rings, vec![Paint::Fill(Fill::Party)], key, &mut ground.marks);
            }
        }
        groups.push(ground);
        for (at, subject) in areas {
            let mut group = self.group(at, subject);
            for part in &subject.areas {
                let paints = area_paints(subject, &group, &part.key);
                self.fill(&part.area.rings, paints, &part.key, &mut group.marks);
            }
            groups.push(group);
        }
    }

    /// Seas that are features lie over the sea of the basemap.
    fn seas(&self, groups: &mut Vec<Group>) {
        for (at, subject) in self.shown().filter(|(_, subject)| is_marine(subject)) {
            let mut group = self.group(at, subject);
            for part in &subject.areas {
                let paints = area_paints(subject, &group, &part.key);
                self.fill(&part.area.rings, paints, &part.key, &mut group.marks);
            }
            groups.push(group);
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

    fn lines(&self, groups: &mut Vec<Group>) {
        let mut lines: Vec<(usize, &Subject)> = self.shown().filter(|(_, one)| !one.lines.is_empty()).collect();
        // The selected line on top, then by mode, then the more important.
        let height = |(at, one): &(usize, &Subject)| (self.lit.contains(*at), mode(one.kind), Reverse(one.rank));
        sort(&mut lines, |one, other| height(one).cmp(&height(other)));
        for (at, subject) in lines {
            let mut group = self.group(at, subject);
            let mut path = Path::default();
            let window = self.detail.window.grown(LINE_MARGIN);
            for course in &subject.lines {
                trace_line(course, &self.world.pool, self.camera, &window, self.detail.tolerance, true, &mut path);
            }
            if path.is_empty() {
                continue;
            }
            if subject.offset != 0.0 {
                path.step_aside(subject.offset);
            }
            let paints = line_paints(subject, &group);
            group.marks.push(Mark::Path { path, paints, key: String::new() });
            groups.push(group);
        }
    }

    fn points(&self, groups: &mut Vec<Group>) {
        let mut points: Vec<(usize, &Subject)> = self.shown().filter(|(_, one)| !one.points.is_empty()).collect();
        let most = visible_rank(self.zoom);
        let height = |(at, one): &(usize, &Subject)| {
            (self.lit.standing(*at) == Standing::Selected, one.rank <= most, Reverse(one.rank))
        };
        sort(&mut points, |one, other| height(one).cmp(&height(other)));
        let unit = unit(self.look);
        for (at, subject) in points {
            let mut group = self.group(at, subject);
            let lit = matches!(group.standing, Standing::Selected | Standing::Related);
            let symbol = label::symbol(subject, self.zoom, lit);
            for point in &subject.points {
                let at = self.camera.to_screen(*point);
                if self.detail.window.contains(at) {
                    group.marks.push(Mark::Symbol { at, symbol, unit });
                }
            }
            groups.push(group);
        }
    }

    fn fill(&self, rings: &[Ring], paints: Vec<Paint>, key: &str, marks: &mut Vec<Mark>) {
        // What is only there to be clicked need not be drawn finely, nor at all where nothing can be clicked.
        let unseen = paints.iter().all(|paint| *paint == Paint::Fill(Fill::Clear));
        if unseen && !self.detail.clickable {
            return;
        }
        let tolerance = self.detail.tolerance * if unseen { UNSEEN } else { 1.0 };
        let mut path = Path::default();
        for ring in rings {
            trace_fill(ring, &self.world.pool, self.camera, &self.detail.window, tolerance, &mut path);
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
            let window = &self.detail.window;
            trace_line(course, &self.world.pool, self.camera, window, self.detail.tolerance, dashed, &mut path);
        }
        if !path.is_empty() {
            marks.push(Mark::Path { path, paints: vec![Paint::Strokes(strokes)], key: String::new() });
        }
    }
}

/// How much coarser areas may be that are not seen.
const UNSEEN: f64 = 2.5;
/// Pixels for each kilometre beyond which rivers, known to a kilometre or two, would be drawn in the wrong place.
const RIVERS_TO: f64 = 3.0;
/// Nominal zoom from which borders of provinces are drawn.
const PROVINCES_FROM: f64 = 1.8;
