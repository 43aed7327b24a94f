//! Known mistakes and gaps of the province lines, put right.

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

/// Lines that Natural Earth lacks, in degrees, straight where their course is not known: between West Azerbaijan and
/// Zanjan, which would be one province without it.
const MISSING: [&[[f64; 2]]; 1] = [&[[47.207, 36.869], [47.26, 36.7], [47.332, 36.508]]];

/// Parts of province lines with the corrections made.
pub(super) fn corrected(parts: Vec<Vec<Point>>) -> Vec<Vec<Point>> {
    completed(rerouted(parts))
}

/// Adds the missing lines. Each end is moved to the nearest point of the other lines, which are cut there.
fn completed(mut parts: Vec<Vec<Point>>) -> Vec<Vec<Point>> {
    for line in MISSING {
        let mut line: Vec<Point> = line.iter().map(|&[lon, lat]| point(lon, lat)).collect();
        let last = line.len() - 1;
        for end in [0, last] {
            let nearest = parts
                .iter()
                .flatten()
                .copied()
                .min_by(|&a, &b| distance(a, line[end]).total_cmp(&distance(b, line[end])));
            let Some(nearest) = nearest else { continue };
            line[end] = nearest;
            parts = parts.into_iter().flat_map(|part| cut_at(part, nearest)).collect();
        }
        parts.push(line);
    }
    parts
}

/// A line in two where it passes a place, else whole.
fn cut_at(part: Vec<Point>, place: Point) -> Vec<Vec<Point>> {
    match part.iter().position(|&point| point == place) {
        Some(at) if at > 0 && at + 1 < part.len() => vec![part[..=at].to_vec(), part[at..].to_vec()],
        _ => vec![part],
    }
}

/// Takes out what is wrong and leads the ends that are left.
fn rerouted(mut parts: Vec<Vec<Point>>) -> Vec<Vec<Point>> {
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
        assert_eq!(rerouted(vec![far.clone(), wrong.clone()]), [far, wrong[..2].to_vec(), lead]);
    }

    #[test]
    fn the_missing_line_joins_its_neighbours() {
        let line = |places: &[[f64; 2]]| places.iter().map(|&[x, y]| point(x, y)).collect::<Vec<_>>();
        let north = line(&[[46.5, 36.9], [47.2, 36.87], [48.0, 37.0]]);
        let south = line(&[[46.5, 36.4], [47.33, 36.5]]);
        let parts = completed(vec![north.clone(), south.clone()]);
        let added = line(&[[47.2, 36.87], [47.26, 36.7], [47.33, 36.5]]);
        assert_eq!(parts, [north[..2].to_vec(), north[1..].to_vec(), south, added]);
    }
}
