//! The names of the map as SVG text.

use super::{SvgPainter, UNITS, css, escaped, own_class};
use crate::geometry::{Coord, Curve, coord};
use crate::scene::{Align, Emphasis, Label, SizeClass, Stroke};

impl SvgPainter<'_> {
    /// The names for one size of container. Assistive technology has them from the links already.
    pub(super) fn names(&mut self, class: SizeClass, labels: &[Label]) {
        self.push(&["<g class=\"labels-", class.letter(), "\" aria-hidden=\"true\">"]);
        // The most important last, on top.
        for label in labels.iter().rev() {
            self.name(label, UNITS * class.divisor());
        }
        self.push(&["</g>"]);
    }

    fn name(&mut self, label: &Label, unit: f64) {
        let map_data = self.map_data;
        let map_feature = label.map_feature.and_then(|at| map_data.map_features().get(at));
        // The path of bent letters stands outside the link, which only what is seen should fill.
        let path = label.baseline_curve().map(|curve| self.curve(&curve, unit));
        let recedes = if label.emphasis == Emphasis::Receding { " re" } else { "" };
        let close = match (map_feature, self.options.href) {
            (Some(map_feature), Some(href)) => {
                let href = escaped(&href(&map_feature.id));
                self.push(&["<a href=\"", &href, "\" data-feature=\"", &map_feature.id, "\" tabindex=\"-1\" class=\""]);
                self.push(&[&own_class(map_feature.token, map_data.profile()), recedes, "\">"]);
                "</a>"
            }
            (Some(map_feature), None) => {
                self.push(&["<g class=\"", &own_class(map_feature.token, map_data.profile()), recedes, "\">"]);
                "</g>"
            }
            (None, _) => "",
        };
        if let Some([from, to]) = label.leader {
            let data = ["M", &pair(from, unit), "L", &pair(to, unit)].concat();
            for stroke in [Stroke::LeaderCasing, Stroke::Leader] {
                self.push(&["<path class=\"", stroke.class(), "\" d=\"", &data, "\"/>"]);
            }
        }
        let side = match label.align {
            Align::Left => "",
            Align::Middle => " mid",
            Align::Right => " end",
        };
        let rtl = if label.rtl { " rtl" } else { "" };
        let spacing = if label.lettering.is_ground() && label.spacing > 0.0 {
            ["\" letter-spacing=\"", &css::decimal((label.spacing * 50.0).round() / 50.0), "em"].concat()
        } else {
            String::new()
        };
        for (baseline, text) in label.baselines() {
            self.push(&["<text class=\"", label.lettering.class(), side, rtl, &spacing]);
            match &path {
                Some(id) => self.push(&["\"><textPath href=\"#", id, "\" startOffset=\"50%\">"]),
                None => {
                    let at = coord(label.at.x, label.at.y + baseline);
                    let (x, y) = whole(at, unit);
                    self.push(&["\" x=\"", &x, "\" y=\"", &y, "\"", &turn(label, unit), ">"]);
                }
            }
            self.push(&[&escaped(text), if path.is_some() { "</textPath></text>" } else { "</text>" }]);
        }
        self.push(&[close]);
    }

    /// Defines the path of bent letters and gives its id.
    fn curve(&mut self, curve: &Curve, unit: f64) -> String {
        let id = self.id();
        let data = ["M", &pair(curve.from, unit), "Q", &pair(curve.control, unit), " ", &pair(curve.to, unit)].concat();
        self.push(&["<defs><path id=\"", &id, "\" d=\"", &data, "\"/></defs>"]);
        id
    }
}

/// The slope of a name about its place.
fn turn(label: &Label, unit: f64) -> String {
    if label.angle == 0.0 {
        return String::new();
    }
    let (x, y) = whole(label.at, unit);
    let angle = css::decimal((label.angle * 10.0).round() / 10.0);
    [" transform=\"rotate(", &angle, " ", &x, " ", &y, ")\""].concat()
}

/// A position in whole user units.
fn whole(at: Coord, unit: f64) -> (String, String) {
    let whole = |value: f64| ((value * unit).round() as i64).to_string();
    (whole(at.x), whole(at.y))
}

fn pair(at: Coord, unit: f64) -> String {
    let (x, y) = whole(at, unit);
    [&x, " ", &y].concat()
}
