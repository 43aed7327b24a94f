//! Painters: the same [`Scene`](crate::scene::Scene) as SVG text and on a canvas, and the colours both use.

pub mod canvas;
pub mod legend;
pub mod palette;
pub mod record;
pub mod svg;

use atlas_model::Profile;

/// The style sheet of the map: the colours, those of this atlas among them, and everything inside `svg.chart`.
pub fn css(profile: &Profile) -> String {
    [palette::css(profile), svg::css(profile)].concat()
}

#[cfg(test)]
mod tests;
