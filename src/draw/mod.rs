//! Painters: the same [`Scene`](crate::scene::Scene) as SVG text and on a canvas, and the colours both use.

pub mod canvas;
pub mod legend;
pub mod palette;
pub mod svg;
