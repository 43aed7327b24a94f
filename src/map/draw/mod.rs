//! Painters: the same [`Scene`](crate::scene::Scene) as SVG text and on a canvas, and the colours both use.

pub mod canvas;
pub mod legend;
pub mod palette;
pub mod record;
pub mod svg;

/// The style sheet of the map: the colours and everything inside `svg.chart`.
pub fn css() -> String {
    [palette::css(), svg::css()].concat()
}

#[cfg(test)]
mod tests;
