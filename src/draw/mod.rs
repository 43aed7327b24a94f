//! Painters: the same [`Scene`](crate::scene::Scene) as SVG text and on a canvas, and the colours both use.

pub mod canvas;
pub mod legend;
pub mod palette;
pub mod svg;

/// The style sheet of the map: the colours of every theme, and what its classes mean.
#[cfg(feature = "ssr")]
pub fn css() -> String {
    [palette::css(), svg::css()].concat()
}
