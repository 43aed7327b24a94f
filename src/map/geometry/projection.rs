//! The Lambert conformal conic projection of the atlas, on the sphere.

use super::maths::{self, atan, atan2, cos, hypot, ln, power, sin};
use super::{Coord, coord};
use std::f64::consts::{FRAC_PI_2, FRAC_PI_4};
use std::sync::OnceLock;

/// Mean radius of the Earth (IUGG R₁), kilometres.
pub const EARTH_RADIUS: f64 = 6371.0088;

const MERIDIAN: f64 = 52.0;
const ORIGIN: f64 = 38.0;
/// About a sixth of the range 8–63° N in from either end, which balances the scale error over the sheet.
const PARALLELS: (f64, f64) = (18.0, 53.0);
/// The cone opens towards the south pole, which lies at infinity; stay off both.
const MOST_LATITUDE: f64 = 89.9;

/// The projection of the atlas: from longitude and latitude in degrees to kilometres, y down.
///
/// Lambert conformal conic with standard parallels 18° N and 53° N, central meridian 52° E and origin 38° N;
/// equations 15-1 to 15-5 and 14-9 to 14-11 of J. P. Snyder, *Map Projections: A Working Manual*, USGS 1395, 1987.
/// The scale error stays under 9 % between 8° N and 63° N.
pub struct Projection;

/// What the formulas need of the parallels, computed once.
struct Cone {
    n: f64,
    rf: f64,
    rho0: f64,
}

fn cone() -> &'static Cone {
    static CONE: OnceLock<Cone> = OnceLock::new();
    CONE.get_or_init(|| {
        let (south, north) = (PARALLELS.0.to_radians(), PARALLELS.1.to_radians());
        let stretch = |latitude: f64| maths::tan(FRAC_PI_4 + latitude / 2.0);
        let n = ln(cos(south) / cos(north)) / ln(stretch(north) / stretch(south));
        let rf = EARTH_RADIUS * cos(south) * power(stretch(south), n) / n;
        Cone { n, rf, rho0: rf / power(stretch(ORIGIN.to_radians()), n) }
    })
}

impl Projection {
    /// The place of a longitude and latitude (degrees) on the world plane (km, y down).
    pub fn project(lon: f64, lat: f64) -> Coord {
        let Cone { n, rf, rho0 } = cone();
        let latitude = lat.clamp(-MOST_LATITUDE, MOST_LATITUDE).to_radians();
        let rho = rf / power(maths::tan(FRAC_PI_4 + latitude / 2.0), *n);
        let theta = n * (lon - MERIDIAN).to_radians();
        coord(rho * sin(theta), rho * cos(theta) - rho0)
    }

    /// Longitude and latitude (degrees) of a place on the world plane.
    pub fn unproject(place: Coord) -> (f64, f64) {
        let Cone { n, rf, rho0 } = cone();
        let south = rho0 + place.y;
        let rho = hypot(place.x, south);
        let theta = atan2(place.x, south);
        let latitude = if rho == 0.0 { FRAC_PI_2 } else { 2.0 * atan(power(rf / rho, 1.0 / n)) - FRAC_PI_2 };
        (MERIDIAN + (theta / n).to_degrees(), latitude.to_degrees())
    }

    /// Kilometres on the plane for each kilometre on the ground at this place; the same in all directions.
    pub fn scale_factor(place: Coord) -> f64 {
        let Cone { n, rho0, .. } = cone();
        let (_, lat) = Projection::unproject(place);
        n * hypot(place.x, rho0 + place.y) / (EARTH_RADIUS * cos(lat.to_radians()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_inverse_is_exact(lon in -20.0..120.0, lat in -10.0..85.0) {
            let (x, y) = Projection::unproject(Projection::project(lon, lat));
            prop_assert!((x - lon).abs() < 1e-6 && (y - lat).abs() < 1e-6);
        }

        #[test]
        fn proj_agrees(lon in 0.0..100.0, lat in 0.0..75.0) {
            let conic = proj4rs::Proj::from_proj_string(
                "+proj=lcc +lat_1=18 +lat_2=53 +lat_0=38 +lon_0=52 +R=6371008.8 +units=m +no_defs",
            ).expect("a valid projection");
            let sphere = proj4rs::Proj::from_proj_string("+proj=longlat +R=6371008.8 +no_defs").expect("a valid projection");
            let mut point = (f64::to_radians(lon), f64::to_radians(lat), 0.0);
            proj4rs::transform::transform(&sphere, &conic, &mut point).expect("inside the domain");
            let ours = Projection::project(lon, lat);
            prop_assert!((ours.x - point.0 / 1000.0).abs() < 1e-6);
            prop_assert!((ours.y + point.1 / 1000.0).abs() < 1e-6);
        }
    }

    #[test]
    fn the_scale_error_is_small_over_the_sheet() {
        for lat in [8.0, 20.0, 38.0, 54.0, 63.0] {
            let factor = Projection::scale_factor(Projection::project(30.0, lat));
            assert!((factor - 1.0).abs() < 0.09, "{lat}: {factor}");
        }
    }
}
