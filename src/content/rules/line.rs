//! Lines have points, and on land enough of them to follow the ground.

use super::drawing::PositionRow;
use super::{Rule, frame};
use crate::reading::Reading;
use atlas_model::{Kind, Quality};
use geo::{Distance, Geodesic, Point};

/// The longest straight leg on land, in kilometres.
const LONGEST_LEG: f64 = 30.0;

/// Checks the lines of a feature.
pub(super) fn check(lines: &[PositionRow<'_>], kind: Option<Kind>, quality: Option<Quality>, reading: &mut Reading) {
    for line in lines {
        let distinct = line.points.iter().skip(1).any(|point| Some(point) != line.points.first());
        if line.points.len() < 2 || !distinct {
            let message = format!("A line of {} has fewer than two points.", reading.subject);
            reading.report(line.at, Rule::ShortLine, message, "Give it two or more, or make it a Point.");
        }
        if on_land(kind) && quality != Some(Quality::Schematic) {
            check_legs(line, reading);
        }
    }
}

fn on_land(kind: Option<Kind>) -> bool {
    matches!(kind, Some(Kind::Railway | Kind::Route | Kind::Pipeline))
}

fn check_legs(line: &PositionRow<'_>, reading: &mut Reading) {
    for (leg, node) in line.points.windows(2).zip(&line.nodes) {
        let [from, to] = *leg else { continue };
        if !(frame::on_globe(from.x, from.y) && frame::on_globe(to.x, to.y)) {
            continue;
        }
        let km = Geodesic.distance(Point(from), Point(to)) / 1000.0;
        if km > LONGEST_LEG {
            let message = format!(
                "{} goes {km:.0} km from {} to {} without a point.",
                reading.subject,
                frame::shown(from.x, from.y),
                frame::shown(to.x, to.y)
            );
            let remedy = "Add points, one at least every 30 km, or call its quality schematic.";
            reading.report(node.at, Rule::LongLeg, message, remedy);
        }
    }
}
