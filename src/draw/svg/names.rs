//! The names of the map as SVG text.

use super::{Painter, UNITS, css, escaped, own_class};
use crate::geometry::Coord;
use crate::scene::{Align, Label, SizeClass, Standing};

impl Painter<'_> {
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
        let world = self.world;
        let subject = label.subject.and_then(|at| world.subjects().get(at));
        if let Some(subject) = subject {
            let href = escaped(&(self.options.href)(&subject.id));
            let recedes = if label.standing == Standing::Receding { " re" } else { "" };
            self.push(&["<a href=\"", &href, "\" data-feature=\"", &subject.id, "\" tabindex=\"-1\" class=\""]);
            self.push(&[own_class(subject.token), recedes, "\">"]);
        }
        let whole = |value: f64| ((value * unit).round() as i64).to_string();
        let Coord { x, y } = label.at;
        let side = match label.align {
            Align::Left => "",
            Align::Middle => " mid",
            Align::Right => " end",
        };
        let rtl = if label.rtl { " rtl" } else { "" };

        let turn = if label.angle == 0.0 {
            String::new()
        } else {
            [
                " transform=\"rotate(",
                &css::decimal((label.angle * 10.0).round() / 10.0),
                " ",
                &whole(x),
                " ",
                &whole(y),
                ")\"",
            ]
            .concat()
        };
        for (baseline, text) in label.baselines() {
            self.push(&["<text class=\"", label.lettering.class(), side, rtl, "\" x=\"", &whole(x), "\" y=\""]);
            self.push(&[&whole(y + baseline), "\"", &turn, ">", &escaped(text), "</text>"]);
        }
        if subject.is_some() {
            self.push(&["</a>"]);
        }
    }
}
