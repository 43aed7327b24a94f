//! Known mistakes of the province lines, put right.

use super::grid::{Point, distance, point};
use super::window::within;

/// A stretch of province lines that is wrong: it is taken out, and the end that is left is led along some places.
struct Correction {
    /// Lines in this box, west, south, east and north in degrees, are taken out.
    within: [f64; 4],
    /// Places in degrees, the first near the end that is left.
    lead: &'static [[f64; 2]],
}

/// Natural Earth gives Kaleybar to Ardabil; it is in East Azerbaijan. The line goes down the Darreh Rud to Aslanduz.
const CORRECTIONS: [Correction; 1] =
    [Correction { within: [46.5, 38.6, 47.46, 39.25], lead: &[[47.47, 39.18], [47.42, 39.28], [47.39, 39.41]] }];

/// Parts of province lines with the corrections made.
pub(super) fn corrected(mut parts: Vec<Vec<Point>>) -> Vec<Vec<Point>> {
    for Correction { within: area, lead } in &CORRECTIONS {
        let mut ends = Vec::new();
        let mut kept = Vec::with_capacity(parts.len());
        for part in parts {
            let stays = |place: &Point| !within(*place, *area);
            if part.iter().all(stays) {
                kept.push(part);
                continue;
            }
            for stretch in part.chunk_by(|a, b| stays(a) == stays(b)).filter(|stretch| stays(&stretch[0])) {
                ends.extend([stretch[0], stretch[stretch.len() - 1]]);
                kept.push(stretch.to_vec());
            }
        }
        let lead: Vec<Point> = lead.iter().map(|&[lon, lat]| point(lon, lat)).collect();
        let nearest = ends.into_iter().min_by(|&a, &b| distance(a, lead[0]).total_cmp(&distance(b, lead[0])));
        kept.extend(nearest.map(|end| [&[end], lead.as_slice()].concat()));
        parts = kept;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wrong_stretch_is_replaced() {
        let line = |places: &[[f64; 2]]| places.iter().map(|&[x, y]| point(x, y)).collect::<Vec<_>>();
        let far = line(&[[50.0, 36.0], [51.0, 36.0]]);
        let wrong = line(&[[47.5, 38.5], [47.5, 39.1], [47.0, 38.9], [47.05, 39.19]]);
        let lead = line(&[[47.5, 39.1], [47.47, 39.18], [47.42, 39.28], [47.39, 39.41]]);
        assert_eq!(corrected(vec![far.clone(), wrong.clone()]), [far, wrong[..2].to_vec(), lead]);
    }
}
