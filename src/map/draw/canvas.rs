//! The map on a canvas.

use super::palette::{PERSIAN, SANS, SERIF, colour, engine_colour};
use crate::geometry::decimal::fixed;
use crate::geometry::{Camera, Coord, Curve, Rect, TracedPath, coord};
use crate::scene::{
    self, Align, Cap, Detail, Emphasis, Group, HALO, Halo, Label, LabelledMap, MapStyle, Mark, Paint, Palette,
    PartShape, Pen, RECEDING, Stroke, Symbol, Token, type_scale,
};
use atlas_model::{Profile, sort};

/// A pen ready for the canvas.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LineStyle<'a> {
    /// Colour as CSS writes it.
    pub colour: &'a str,
    /// Width, px.
    pub width: f64,
    /// Opacity, 0 to 1.
    pub alpha: f64,
    /// Lengths drawn and left out in turn, px; empty for a solid line.
    pub dash: &'a [f64],
    /// How far into the dashes the line starts, px.
    pub dash_offset: f64,
    /// Round ends and dashes.
    pub round: bool,
}

/// A line of text ready for the canvas.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TextRun<'a> {
    /// The text.
    pub text: &'a str,
    /// CSS font shorthand.
    pub font: &'a str,
    /// Position of the baseline, px: the point the slope turns about, and the offset of the baseline from it.
    pub at: Coord,
    /// From `at` down to the baseline, before the slope, px.
    pub baseline: f64,
    /// Slope, radians clockwise.
    pub angle: f64,
    /// Side of `at` on which it is written.
    pub align: Align,
    /// The text runs from right to left.
    pub rtl: bool,
    /// Space between letters, px.
    pub spacing: f64,
    /// Colour of the letters.
    pub colour: &'a str,
    /// Colour of the halo.
    pub halo: &'a str,
    /// Width of the halo, px.
    pub halo_width: f64,
    /// Opacity, 0 to 1.
    pub alpha: f64,
}

/// What the painter asks of a canvas. Positions in CSS pixels; a thin cover of `CanvasRenderingContext2d`.
///
/// `fill`, `stroke` and `clip` leave the current path as it is, like a canvas does.
pub trait Surface {
    /// Paints the whole surface.
    fn clear(&mut self, colour: &str);
    /// Starts a new path.
    fn begin_path(&mut self);
    /// Starts a new run of the path.
    fn move_to(&mut self, x: f64, y: f64);
    /// Goes on in a straight line.
    fn line_to(&mut self, x: f64, y: f64);
    /// Goes back to where the run started.
    fn close_path(&mut self);
    /// Adds a circle.
    fn circle(&mut self, x: f64, y: f64, radius: f64);
    /// Fills the path by the even-odd rule.
    fn fill(&mut self, colour: &str, alpha: f64);
    /// Strokes the path, joins round.
    fn stroke(&mut self, line: &LineStyle<'_>);
    /// Keeps what follows inside the path (even-odd) until [`Surface::unclip`].
    fn clip(&mut self);
    /// Ends the last [`Surface::clip`].
    fn unclip(&mut self);
    /// Writes a line of text.
    fn text(&mut self, text: &TextRun<'_>);
    /// Writes a line of text along a curve (px), about its middle: letter by letter, as `textPath` does in SVG.
    fn bent(&mut self, text: &TextRun<'_>, curve: &Curve);
}

/// Paints the map that a camera sees, without the names that belong to these places (km). Names are written whole: what
/// is painted may be a tile of a larger sheet.
pub fn paint(
    map_data: &LabelledMap,
    camera: &Camera,
    map_style: &MapStyle,
    without: &[Coord],
    surface: &mut impl Surface,
) {
    let detail = Detail::screen(camera);
    let shown = scene::visible_features(map_data, camera, map_style, &detail.cut.window);
    let mut labels = map_data.labels_in(camera, map_style, &detail.cut.window);
    labels.retain(|label| !without.contains(&label.anchor));
    let mut painter = CanvasPainter::new(surface, map_data, map_style);
    painter.ground_and_features(map_data, &shown, camera, &detail, map_style);
    if let Some(frame) = scene::inset_frame(map_data, camera, map_style) {
        painter.frame(&frame);
    }
    painter.labels(&labels);
}

/// Paints the inset map: a picture by itself, in which no name is cut, and nothing is hovered or has the focus.
pub fn paint_inset(map_data: &LabelledMap, camera: &Camera, map_style: &MapStyle, surface: &mut impl Surface) {
    let Some(area) = scene::inset_area(map_data) else { return };
    let type_scale = type_scale(area, camera.width, camera.height);
    let map_style = &MapStyle { type_scale, ..map_style.resting() };
    let detail = Detail::screen(camera);
    let shown = scene::visible_features(map_data, camera, map_style, &detail.cut.window);
    let mut painter = CanvasPainter::new(surface, map_data, map_style);
    painter.ground_and_features(map_data, &shown, camera, &detail, map_style);
    painter.labels(&map_data.labels_of(&shown, camera, map_style, &camera.screen(), true));
}

/// Paints only what is hovered or has the focus, over nothing: to be laid over the map.
pub fn paint_emphasis(map_data: &LabelledMap, camera: &Camera, map_style: &MapStyle, surface: &mut impl Surface) {
    let detail = Detail::screen(camera);
    let is_seen =
        |at: &usize| map_data.map_features().get(*at).is_some_and(|one| !map_style.hidden.contains(&one.layer));
    let mut touched: Vec<usize> =
        map_data.touched(&map_style.highlight).into_iter().flatten().filter(is_seen).collect();
    sort(&mut touched, Ord::cmp);
    touched.dedup();
    let labels = map_data.labels_in(camera, map_style, &detail.cut.window);
    let mut painter = CanvasPainter::new(surface, map_data, map_style);
    scene::compose(map_data, &touched, camera, map_style, &detail, &mut |group| {
        if group.map_feature.is_some() {
            painter.group(&group);
            labels.iter().filter(|label| label.map_feature == group.map_feature).for_each(|label| painter.label(label));
        }
    });
}

/// Paints land and sea without lines and names: what is seen, magnified, where nothing better is painted yet.
pub fn paint_ground(map_data: &LabelledMap, camera: &Camera, map_style: &MapStyle, surface: &mut impl Surface) {
    surface.clear(engine_colour(Token::Land, map_style.palette));
    let mut painter = CanvasPainter::new(surface, map_data, map_style);
    scene::compose(map_data, &[], camera, map_style, &Detail::screen(camera), &mut |group| {
        for mark in &group.marks {
            if let Mark::Path { path, paints, .. } = mark {
                let fills: Vec<Paint> = paints.iter().filter(|one| matches!(one, Paint::Fill(_))).cloned().collect();
                painter.path(path, &fills);
            }
        }
    });
}

struct CanvasPainter<'s, S> {
    surface: &'s mut S,
    profile: &'s Profile,
    palette: Palette,
    own: Token,
    alpha: f64,
    thin: f64,
}

impl<'s, S: Surface> CanvasPainter<'s, S> {
    fn new(surface: &'s mut S, map_data: &'s LabelledMap, map_style: &MapStyle) -> CanvasPainter<'s, S> {
        let thin = map_style.type_scale.class.stroke_factor();
        CanvasPainter {
            surface,
            profile: map_data.profile(),
            palette: map_style.palette,
            own: Token::Ink,
            alpha: 1.0,
            thin,
        }
    }

    fn colour(&self, token: Token) -> &'s str {
        colour(if token == Token::Own { self.own } else { token }, self.palette, self.profile)
    }

    fn ground_and_features(
        &mut self,
        map_data: &LabelledMap,
        shown: &[usize],
        camera: &Camera,
        detail: &Detail,
        map_style: &MapStyle,
    ) {
        self.surface.clear(self.colour(Token::Land));
        scene::compose(map_data, shown, camera, map_style, detail, &mut |group| self.group(&group));
    }

    /// Writes names, the most important last, on top.
    fn labels(&mut self, labels: &[Label]) {
        labels.iter().rev().for_each(|label| self.label(label));
    }

    fn group(&mut self, group: &Group) {
        self.own = group.token.unwrap_or(Token::Ink);
        self.alpha = if group.recedes() { RECEDING } else { 1.0 };
        for mark in &group.marks {
            match mark {
                Mark::Path { path, paints, .. } => self.path(path, paints),
                Mark::Symbol { at, symbol, unit } => {
                    for halo in group.halos(*symbol) {
                        self.halo(*at, &halo, *unit);
                    }
                    self.symbol(*at, *symbol, *unit);
                }
            }
        }
        self.alpha = 1.0;
    }

    fn path(&mut self, path: &TracedPath, paints: &[Paint]) {
        self.trace(path);
        let phase = path.runs.first().map_or(0.0, |run| run.phase);
        let alike = path.runs.iter().all(|run| run.phase == phase);
        for paint in paints {
            match paint {
                Paint::Fill(fill) => {
                    if let Some((token, alpha)) = fill.paint() {
                        self.surface.fill(self.colour(token), alpha * self.alpha);
                    }
                }
                Paint::Strokes(strokes) => {
                    for stroke in *strokes {
                        self.stroke(stroke.pen(), path, phase, alike);
                    }
                }
                Paint::Inside(strokes) => {
                    self.surface.clip();
                    for stroke in *strokes {
                        self.stroke(stroke.pen(), path, phase, alike);
                    }
                    self.surface.unclip();
                }
            }
        }
    }

    /// Strokes the current path; run by run where dashes start at different lengths.
    fn stroke(&mut self, pen: Pen, path: &TracedPath, phase: f64, alike: bool) {
        if pen.dash.is_empty() || alike {
            self.surface.stroke(&self.line(pen, phase));
            return;
        }
        for (run, points) in path.runs() {
            self.surface.begin_path();
            self.run(points, run.closed);
            self.surface.stroke(&self.line(pen, run.phase));
        }
        self.trace(path);
    }

    fn line(&self, pen: Pen, phase: f64) -> LineStyle<'s> {
        LineStyle {
            colour: self.colour(pen.token),
            width: pen.width * self.thin,
            alpha: pen.opacity * self.alpha,
            dash: pen.dash,
            dash_offset: phase,
            round: pen.cap == Cap::Round,
        }
    }

    fn trace(&mut self, path: &TracedPath) {
        self.surface.begin_path();
        for (run, points) in path.runs() {
            self.run(points, run.closed);
        }
    }

    fn run(&mut self, points: &[Coord], closed: bool) {
        let [first, rest @ ..] = points else { return };
        self.surface.move_to(first.x, first.y);
        for point in rest {
            self.surface.line_to(point.x, point.y);
        }
        if closed {
            self.surface.close_path();
        }
    }

    fn symbol(&mut self, at: Coord, symbol: Symbol, unit: f64) {
        for part in symbol.parts() {
            self.surface.begin_path();
            match part.shape {
                PartShape::Circle(x, y, radius) => self.surface.circle(at.x + x * unit, at.y + y * unit, radius * unit),
                PartShape::Polygon(points) => self.outline(at, points, unit, true),
                PartShape::Line(points) => self.outline(at, points, unit, false),
            }
            if let Some(token) = part.fill {
                self.surface.fill(self.colour(token), self.alpha);
            }
            if let Some((token, width)) = part.stroke {
                self.plain_stroke(token, width * unit);
            }
        }
    }

    fn outline(&mut self, at: Coord, points: &[(f64, f64)], unit: f64, closed: bool) {
        for (index, (x, y)) in points.iter().enumerate() {
            let (x, y) = (at.x + x * unit, at.y + y * unit);
            if index == 0 { self.surface.move_to(x, y) } else { self.surface.line_to(x, y) }
        }
        if closed {
            self.surface.close_path();
        }
    }

    fn plain_stroke(&mut self, token: Token, width: f64) {
        let line = LineStyle {
            colour: self.colour(token),
            width,
            alpha: self.alpha,
            dash: &[],
            dash_offset: 0.0,
            round: true,
        };
        self.surface.stroke(&line);
    }

    fn halo(&mut self, at: Coord, ring: &Halo, unit: f64) {
        self.surface.begin_path();
        self.surface.circle(at.x, at.y, ring.radius * unit);
        if ring.width == 0.0 {
            self.surface.fill(self.colour(ring.token), ring.opacity);
        } else {
            self.plain_stroke(ring.token, ring.width * unit);
        }
    }

    /// The frame of the inset map.
    fn frame(&mut self, Rect { min, max }: &Rect) {
        let corners = [*min, coord(max.x, min.y), *max, coord(min.x, max.y)];
        self.surface.begin_path();
        self.run(&corners, true);
        for stroke in [Stroke::FrameCasing, Stroke::Frame] {
            self.surface.stroke(&self.line(stroke.pen(), 0.0));
        }
    }

    fn label(&mut self, label: &Label) {
        let letters = label.lettering.letters();
        let size = label.size();
        let style = if letters.italic && !label.rtl { "italic " } else { "" };
        let weight = if letters.bold { "600 " } else { "" };
        let family = match (label.rtl, letters.serif) {
            (true, _) => PERSIAN,
            (false, true) => SERIF,
            (false, false) => SANS,
        };
        let font = [style, weight, &fixed(size, 1), "px ", family].concat();
        let alpha = if label.emphasis == Emphasis::Receding { RECEDING } else { 1.0 };
        if let Some([from, to]) = label.leader {
            self.alpha = alpha;
            for stroke in [Stroke::LeaderCasing, Stroke::Leader] {
                self.surface.begin_path();
                self.surface.move_to(from.x, from.y);
                self.surface.line_to(to.x, to.y);
                self.surface.stroke(&self.line(stroke.pen(), 0.0));
            }
            self.alpha = 1.0;
        }
        for (baseline, text) in label.baselines() {
            let text = TextRun {
                text,
                font: &font,
                at: label.at,
                baseline,
                angle: label.angle.to_radians(),
                align: label.align,
                rtl: label.rtl,
                spacing: label.spacing * size,
                colour: colour(label.token, self.palette, self.profile),
                halo: engine_colour(letters.halo, self.palette),
                halo_width: size * HALO,
                alpha,
            };
            match label.baseline_curve() {
                Some(curve) => self.surface.bent(&text, &curve),
                None => self.surface.text(&text),
            }
        }
    }
}
