//! From the world plane to paths on the screen: level of detail, culling and clipping in one walk.

use super::{Camera, Coord, Polyline, Rect, Ring, clip_segment, coord, distance, offset};

/// One connected stretch of a [`TracedPath`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Run {
    /// Index of its first point.
    pub start: usize,
    /// Closed to a ring.
    pub closed: bool,
    /// Length of the line before it, px: where its dashes start.
    pub phase: f64,
}

/// Points on the screen (px), in runs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TracedPath {
    /// All points of all runs.
    pub points: Vec<Coord>,
    /// The runs in order.
    pub runs: Vec<Run>,
}

impl TracedPath {
    /// True when there is nothing to paint.
    pub fn is_empty(&self) -> bool {
        self.runs.is_empty()
    }

    /// The runs with their points.
    pub fn runs(&self) -> impl Iterator<Item = (Run, &[Coord])> + '_ {
        self.runs.iter().enumerate().map(|(at, run)| {
            let end = self.runs.get(at + 1).map_or(self.points.len(), |next| next.start);
            (*run, self.points.get(run.start..end).unwrap_or_default())
        })
    }

    /// Moves every run sideways by so many pixels, to the right of its direction when positive.
    pub fn step_aside(&mut self, by: f64) {
        let moved: Vec<Coord> = self.runs().flat_map(|(_, points)| offset(points, by)).collect();
        self.points = moved;
    }

    fn open(&mut self, closed: bool, phase: f64) {
        self.runs.push(Run { start: self.points.len(), closed, phase });
    }

    fn drop_last_run(&mut self) {
        if let Some(run) = self.runs.pop() {
            self.points.truncate(run.start);
        }
    }
}

/// What of a line is drawn, and how finely.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cut {
    /// Everything outside is left out, px.
    pub window: Rect,
    /// Outside of this, px, which few readers see, everything is coarser.
    pub fine: Rect,
    /// How far a line may be off its course, px.
    pub tolerance: f64,
}

/// By how many times everything may be coarser outside of the fine part of a [`Cut`].
const COARSER: f64 = 4.0;

/// No line is further off its course than this, km. Of vertices that matter at larger tolerances a basemap does not
/// tell how much more they do, so that beyond this all of them would go at once.
const MOST_TOLERANCE: f64 = 50.0;

impl Cut {
    /// The same everywhere in a window (px).
    pub fn even(window: Rect, tolerance: f64) -> Cut {
        Cut { window, fine: window, tolerance }
    }

    /// The same on the world plane, km.
    fn on_the_ground(&self, camera: &Camera) -> Cut {
        let [window, fine] = [self.window, self.fine].map(|part| camera.to_world_rect(&part));
        Cut { window, fine, tolerance: self.tolerance / camera.scale }
    }

    /// By how many times what has these bounds is coarser than in the fine part.
    fn coarser(&self, bounds: &Rect) -> f64 {
        if bounds.intersects(&self.fine) { 1.0 } else { COARSER }
    }

    /// On the ground: the tolerance, km, for what has these bounds.
    fn tolerance_of(&self, bounds: &Rect) -> f64 {
        (self.tolerance * self.coarser(bounds)).min(MOST_TOLERANCE)
    }
}

/// Rings smaller than this on the screen (px) are left out of the fine part of a picture.
const SPECK: f64 = 0.6;

/// Adds a ring to a path that is to be filled.
///
/// Nothing outside the window is drawn as it is: a stretch that stays on one outer side of the window may be
/// replaced by the segment between its ends without changing anything inside, because the outer side is convex.
pub fn trace_fill(ring: &Ring, pool: &[Polyline], camera: &Camera, cut: &Cut, path: &mut TracedPath) {
    let ground = cut.on_the_ground(camera);
    let size = ring.bounds.width().max(ring.bounds.height()) * camera.scale;
    if !ring.bounds.intersects(&ground.window) || size < SPECK * ground.coarser(&ring.bounds) {
        return;
    }
    path.open(true, 0.0);
    let start = path.points.len();
    let mut sides = (0_u8, 0_u8);
    let mut common = u8::MAX;
    let mut push = |place: Coord| {
        let side = outer_sides(place, &ground.window);
        let point = camera.to_screen(place);
        common &= side;
        if path.points.len() > start && path.points.last() == Some(&point) {
            return;
        }
        if path.points.len() >= start + 2 && sides.0 & sides.1 & side != 0 {
            path.points.pop();
            sides.1 = side;
        } else {
            sides = (sides.1, side);
        }
        path.points.push(point);
    };
    for (line, reversed) in ring.lines(pool) {
        let level = line.level(ground.tolerance_of(&line.bounds()));
        for stretch in level.stretches(reversed) {
            if stretch.bounds.intersects(&ground.window) {
                stretch.visit(reversed, ground.tolerance_of(&stretch.bounds), &mut push);
            } else if let Some((first, last)) = stretch.ends(reversed) {
                push(first);
                push(last);
            }
        }
    }
    if path.points.len() > start + 1 && path.points.last() == path.points.get(start) {
        path.points.pop();
    }
    if common != 0 || path.points.len() < start + 3 {
        path.drop_last_run();
    }
}

/// Which sides of the rectangle a point lies beyond, a bit for each.
fn outer_sides(point: Coord, rect: &Rect) -> u8 {
    u8::from(point.x < rect.min.x)
        | u8::from(point.x > rect.max.x) << 1
        | u8::from(point.y < rect.min.y) << 2
        | u8::from(point.y > rect.max.y) << 3
}

/// Adds a line to a path that is to be stroked, cut at the window.
///
/// With `dashed` the length of what is cut off is measured, so that dashes stay where they are on the ground while
/// the map moves; without it, stretches out of sight cost nothing.
pub fn trace_line(course: &Ring, pool: &[Polyline], camera: &Camera, cut: &Cut, dashed: bool, path: &mut TracedPath) {
    let ground = cut.on_the_ground(camera);
    if !course.bounds.intersects(&ground.window) {
        return;
    }
    let mut last: Option<Coord> = None;
    let mut length = 0.0;
    let mut drawing = false;
    let mut seen = false;
    for (line, reversed) in course.lines(pool) {
        let level = line.level(ground.tolerance_of(&line.bounds()));
        for stretch in level.stretches(reversed) {
            if !dashed && !stretch.bounds.intersects(&ground.window) {
                // The next visible stretch starts at its own first vertex, kept or not: out of sight. So does the last
                // one end at its own last vertex; it may have kept none.
                let Some((start, end)) = stretch.ends(reversed) else { continue };
                if let Some(before) = last.filter(|_| seen) {
                    segment(before, camera.to_screen(start), &cut.window, length, drawing, path);
                }
                last = Some(camera.to_screen(end));
                (drawing, seen) = (false, false);
                continue;
            }
            seen = true;
            stretch.visit(reversed, ground.tolerance_of(&stretch.bounds), |place| {
                let point = camera.to_screen(place);
                if let Some(before) = last {
                    drawing = segment(before, point, &cut.window, length, drawing, path);
                    length += distance(before, point);
                }
                last = Some(point);
            });
        }
    }
}

/// Adds the visible part of a segment; true when the next segment continues it.
fn segment(a: Coord, b: Coord, window: &Rect, length: f64, drawing: bool, path: &mut TracedPath) -> bool {
    if a == b {
        return drawing;
    }
    let Some((enter, leave)) = clip_segment(a, b, window) else { return false };
    let at = |t: f64| coord(a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t);
    if !drawing || enter > 0.0 {
        path.open(false, length + distance(a, b) * enter);
        path.points.push(at(enter));
    }
    path.points.push(at(leave));
    leave >= 1.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::{Piece, contains};
    use proptest::prelude::*;

    fn ring(points: Vec<Coord>) -> (Ring, [Polyline; 1]) {
        let pool = [Polyline::new(points)];
        (Ring::new(vec![Piece { line: 0, reversed: false }], &pool), pool)
    }

    const WINDOW: Rect = Rect { min: Coord { x: 0.0, y: 0.0 }, max: Coord { x: 100.0, y: 100.0 } };
    const CAMERA: Camera = Camera { centre: Coord { x: 0.0, y: 0.0 }, scale: 1.0, width: 100.0, height: 100.0 };

    proptest! {
        #[test]
        fn cutting_a_fill_changes_nothing_in_the_window(
            wobble in prop::collection::vec(20.0..400.0, 30..200), x in 0.0..100.0, y in 0.0..100.0,
        ) {
            let count = wobble.len() as f64;
            let mut points: Vec<Coord> = wobble.iter().enumerate().map(|(at, radius)| {
                let angle = at as f64 / count * std::f64::consts::TAU;
                coord(radius * angle.cos() + 60.0, radius * angle.sin())
            }).collect();
            points.push(points[0]);
            let (ring, pool) = ring(points);
            let mut path = TracedPath::default();
            trace_fill(&ring, &pool, &CAMERA, &Cut::even(WINDOW, 0.0), &mut path);
            let whole = contains(&[ring], &pool, CAMERA.to_world(coord(x, y)));
            let mut cut = path.points.clone();
            cut.extend(cut.first().copied());
            let pool = [Polyline::new(cut)];
            let ring = Ring::new(vec![Piece { line: 0, reversed: false }], &pool);
            prop_assert_eq!(contains(&[ring], &pool, coord(x, y)), whole);
        }
    }

    #[test]
    fn a_line_is_cut_and_keeps_its_phase() {
        let (course, pool) = ring(vec![coord(-90.0, 0.0), coord(0.0, 0.0), coord(0.0, 200.0)]);
        let mut path = TracedPath::default();
        trace_line(&course, &pool, &CAMERA, &Cut::even(WINDOW, 0.0), true, &mut path);
        assert_eq!(path.points, [coord(0.0, 50.0), coord(50.0, 50.0), coord(50.0, 100.0)]);
        assert_eq!(path.runs, [Run { start: 0, closed: false, phase: 40.0 }]);
    }

    #[test]
    fn a_straight_stretch_without_kept_vertices_is_drawn() {
        let straight = (0..=96).map(|step| coord(f64::from(step) * 10.0 - 480.0, 0.0)).collect();
        let (course, pool) = ring(straight);
        let mut path = TracedPath::default();
        trace_line(&course, &pool, &CAMERA, &Cut::even(WINDOW, 1.0), false, &mut path);
        assert_eq!(path.points.first(), Some(&coord(0.0, 50.0)));
        assert_eq!(path.points.last(), Some(&coord(100.0, 50.0)));
    }

    #[test]
    fn what_few_see_is_coarser_and_joins_what_all_see() {
        let wave = (0..=192).map(|step| coord(f64::from(step) - 50.0, f64::from(step % 2))).collect();
        let (course, pool) = ring(wave);
        let mut path = TracedPath::default();
        let cut = Cut { window: WINDOW, fine: Rect::new(0.0, 0.0, 40.0, 100.0), tolerance: 0.5 };
        trace_line(&course, &pool, &CAMERA, &cut, false, &mut path);
        let within = |from: f64, to: f64| path.points.iter().filter(|point| (from..to).contains(&point.x)).count();
        assert_eq!(path.runs.len(), 1);
        assert!(within(0.0, 40.0) >= 40 && within(70.0, 99.0) < 3, "{:?}", path.points);
    }

    #[test]
    fn what_is_out_of_sight_leaves_no_trace() {
        let (course, pool) = ring(vec![coord(-90.0, 80.0), coord(0.0, 90.0), coord(0.0, 200.0)]);
        let mut path = TracedPath::default();
        trace_fill(&course, &pool, &CAMERA, &Cut::even(WINDOW, 0.0), &mut path);
        assert!(path.is_empty() && path.points.is_empty());
    }
}
