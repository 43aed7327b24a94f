//! Boxes that stay apart over a whole range of zoom.

use crate::geometry::{Coord, Rect};

/// A rectangle in nominal pixels about a place of the world plane.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Footprint {
    /// The place, km.
    pub anchor: Coord,
    /// The rectangle about it, px.
    pub rect: Rect,
}

/// Scales (px per km) from the smallest to the largest.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Scales(pub f64, pub f64);

impl Scales {
    /// The scale half way, as zoom goes.
    pub(super) fn middle(self) -> f64 {
        (self.0 * self.1).sqrt()
    }
}

impl Footprint {
    /// What it covers at a scale, km.
    pub(super) fn on_plane(&self, scale: f64) -> Rect {
        let Coord { x, y } = self.anchor;
        let Rect { min, max } = self.rect;
        Rect::new(x + min.x / scale, y + min.y / scale, x + max.x / scale, y + max.y / scale)
    }

    /// Everything it may cover at any scale of the range, km.
    pub(super) fn reach(&self, scales: Scales) -> Rect {
        self.on_plane(scales.0).union(self.on_plane(scales.1))
    }

    /// True when the two overlap at any scale of the range.
    ///
    /// While the scale grows anchors drift apart and rectangles keep their size, so on each axis the scales with an
    /// overlap form one interval; there is a collision when both intervals meet inside the range.
    pub(super) fn meets(&self, other: &Footprint, scales: Scales) -> bool {
        let (a, b) = (&self.rect, &other.rect);
        let mut range = (scales.0, scales.1);
        narrow(&mut range, other.anchor.x - self.anchor.x, a.min.x - b.max.x, a.max.x - b.min.x);
        narrow(&mut range, other.anchor.y - self.anchor.y, a.min.y - b.max.y, a.max.y - b.min.y);
        range.0 <= range.1
    }
}

/// Keeps the scales at which `scale × drift` lies between `low` and `high`.
fn narrow(range: &mut (f64, f64), drift: f64, low: f64, high: f64) {
    if drift.abs() < 1e-9 {
        if low > 0.0 || high < 0.0 {
            *range = (1.0, 0.0);
        }
        return;
    }
    let (from, to) = if drift > 0.0 { (low / drift, high / drift) } else { (high / drift, low / drift) };
    *range = (range.0.max(from), range.1.min(to));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::coord;
    use proptest::prelude::*;

    fn footprints() -> impl Strategy<Value = Footprint> {
        (-100.0..100.0, -100.0..100.0, -60.0..60.0, -60.0..60.0, 1.0..80.0, 1.0..20.0).prop_map(
            |(x, y, left, top, w, h)| Footprint { anchor: coord(x, y), rect: Rect::new(left, top, left + w, top + h) },
        )
    }

    proptest! {
        #[test]
        fn sweeping_agrees_with_looking_at_every_scale(a in footprints(), b in footprints()) {
            let at = |one: &Footprint, scale: f64| {
                let Rect { min, max } = one.rect;
                let (x, y) = (one.anchor.x * scale, one.anchor.y * scale);
                Rect::new(min.x + x, min.y + y, max.x + x, max.y + y)
            };
            let seen = (0..=100).map(|step| 0.5 + f64::from(step) / 100.0).any(|scale| at(&a, scale).intersects(&at(&b, scale)));
            let swept = a.meets(&b, Scales(0.5, 1.5));
            // Looking in steps may miss a brief touch, never the other way round.
            prop_assert!(swept || !seen);
            if swept && !seen {
                let shrink = |one: &Footprint| Footprint { rect: one.rect.grown(-1.5), ..*one };
                prop_assert!(!shrink(&a).meets(&shrink(&b), Scales(0.5, 1.5)));
            }
        }
    }
}
