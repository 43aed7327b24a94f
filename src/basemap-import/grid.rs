//! Whole-number coordinates, so that equal points are equal, and distances on them.

/// Longitude and latitude in hundred-thousandths of a degree (about 1 m).
pub(super) type Point = [i32; 2];

/// Steps of a [`Point`] in a degree.
pub(super) const STEPS: f64 = 100_000.0;

/// Kilometres in a degree of latitude.
const KM_PER_DEGREE: f64 = 111.195;

/// The nearest grid point to a longitude and latitude in degrees.
pub(super) fn point(lon: f64, lat: f64) -> Point {
    [(lon * STEPS).round() as i32, (lat * STEPS).round() as i32]
}

/// Longitude and latitude in degrees.
pub(super) fn degrees(point: Point) -> [f64; 2] {
    point.map(|value| f64::from(value) / STEPS)
}

/// From one point to another, in kilometres east and north, by the scale at the first.
fn offset(from: Point, to: Point) -> [f64; 2] {
    let scale = (f64::from(from[1]) / STEPS).to_radians().cos();
    let km = |axis: usize| (f64::from(to[axis]) - f64::from(from[axis])) / STEPS * KM_PER_DEGREE;
    [km(0) * scale, km(1)]
}

/// Distance in kilometres between points that are near each other.
pub(super) fn distance(a: Point, b: Point) -> f64 {
    let [x, y] = offset(a, b);
    x.hypot(y)
}

/// Distance in kilometres from a point to a segment near it.
pub(super) fn distance_to_segment(point: Point, a: Point, b: Point) -> f64 {
    let ([ax, ay], [bx, by]) = (offset(point, a), offset(point, b));
    let (dx, dy) = (bx - ax, by - ay);
    let square = dx * dx + dy * dy;
    let along = if square == 0.0 { 0.0 } else { (-(ax * dx + ay * dy) / square).clamp(0.0, 1.0) };
    (ax + along * dx).hypot(ay + along * dy)
}

/// Area in square kilometres of a ring (first point not repeated), positive when it runs counter-clockwise.
pub(super) fn area(ring: &[Point]) -> f64 {
    let Some(&origin) = ring.first() else { return 0.0 };
    let middle = ring.iter().map(|point| f64::from(point[1])).sum::<f64>() / ring.len() as f64;
    let scale = (middle / STEPS).to_radians().cos() * (KM_PER_DEGREE / STEPS).powi(2);
    let relative = |point: Point| [f64::from(point[0] - origin[0]), f64::from(point[1] - origin[1])];
    let cross = |a: [f64; 2], b: [f64; 2]| a[0] * b[1] - a[1] * b[0];
    let twice: f64 = (0..ring.len()).map(|i| cross(relative(ring[i]), relative(ring[(i + 1) % ring.len()]))).sum();
    twice / 2.0 * scale
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn measures_in_kilometres() {
        let (here, east, north) = (point(45.0, 60.0), point(46.0, 60.0), point(45.0, 61.0));
        assert!((distance(here, east) - 55.6).abs() < 0.1);
        assert!((distance(here, north) - 111.2).abs() < 0.1);
        assert!((distance_to_segment(point(45.5, 60.1), here, east) - 11.1).abs() < 0.1);
        assert!((area(&[here, east, point(46.0, 61.0), north]) - 6090.0).abs() < 20.0);
        assert!(area(&[here, north, east]) < 0.0);
    }
}
