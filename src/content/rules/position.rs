//! Positions lie on the globe, in the atlas, and are no finer than the data.

use super::drawing::PositionRow;
use super::{Rule, frame};
use crate::reading::Reading;
use geo_types::Coord;

/// Checks all positions of a geometry; of each rule the first breach is reported, with the number of further ones.
pub(super) fn check(paths: &[&PositionRow<'_>], reading: &mut Reading) {
    let whose = reading.subject.clone();
    first(
        paths,
        reading,
        |point| !frame::on_globe(point.x, point.y),
        |point, more, at, reading| {
            let message = format!(
                "{whose} has the position {}, which is not on the globe{more}.",
                frame::shown(point.x, point.y)
            );
            reading.report(
                at,
                Rule::OutOfRange,
                message,
                "Write longitude from -180 to 180, then latitude from -90 to 90.",
            );
        },
    );
    let outside = |point: Coord| frame::on_globe(point.x, point.y) && !frame::contains(point.x, point.y);
    first(paths, reading, outside, |point, more, at, reading| {
        let message = format!("{whose} has the position {}, outside the atlas{more}.", frame::shown(point.x, point.y));
        reading.report(at, Rule::OutsideFrame, message, frame::remedy());
    });
    first(
        paths,
        reading,
        |point| too_fine(point.x) || too_fine(point.y),
        |point, more, at, reading| {
            let message = format!(
                "{whose} has the position {}, with more than four decimals{more}.",
                frame::shown(point.x, point.y)
            );
            let rounded = frame::shown(round(point.x), round(point.y));
            reading.report(at, Rule::TooPrecise, message, format!("Round it: {rounded}."));
        },
    );
}

fn first(
    paths: &[&PositionRow<'_>],
    reading: &mut Reading,
    wrong: impl Fn(Coord) -> bool,
    report: impl FnOnce(Coord, String, usize, &mut Reading),
) {
    let positions =
        paths.iter().flat_map(|path| path.points.iter().copied().zip(path.nodes.iter().map(|node| node.at)));
    let mut breaches = positions.filter(|(point, _)| wrong(*point));
    let Some((point, at)) = breaches.next() else { return };
    let more = match breaches.count() {
        0 => String::new(),
        more => format!(" (and {more} more like it)"),
    };
    report(point, more, at, reading);
}

/// A coordinate to four decimals, which is about ten metres.
pub(crate) fn round(degrees: f64) -> f64 {
    (degrees * 1e4).round() / 1e4
}

fn too_fine(degrees: f64) -> bool {
    (degrees - round(degrees)).abs() > 1e-9
}
