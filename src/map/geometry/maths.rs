//! The mathematical functions of the map.
//!
//! In the browser the elementary ones are the browser's own: the maths library would bring nine kilobytes of code and
//! tables. The others are made of these.

use std::f64::consts::{LN_2, LOG2_E};

#[cfg(target_arch = "wasm32")]
pub use js_sys::Math::{atan, atan2, cos, exp, log as ln, sin};

#[cfg(not(target_arch = "wasm32"))]
pub use native::*;

#[cfg(not(target_arch = "wasm32"))]
#[allow(missing_docs, reason = "the names say it")]
mod native {
    pub fn sin(angle: f64) -> f64 {
        angle.sin()
    }

    pub fn cos(angle: f64) -> f64 {
        angle.cos()
    }

    pub fn atan(x: f64) -> f64 {
        x.atan()
    }

    pub fn atan2(y: f64, x: f64) -> f64 {
        y.atan2(x)
    }

    pub fn exp(x: f64) -> f64 {
        x.exp()
    }

    pub fn ln(x: f64) -> f64 {
        x.ln()
    }
}

/// Length of the vector (x, y), which is far from the limits of numbers.
pub fn hypot(x: f64, y: f64) -> f64 {
    (x * x + y * y).sqrt()
}

/// Sine and cosine of an angle in radians.
pub fn sin_cos(angle: f64) -> (f64, f64) {
    (sin(angle), cos(angle))
}

/// Two to the power of `x`.
pub fn exp2(x: f64) -> f64 {
    exp(x * LN_2)
}

/// The logarithm to base two.
pub fn log2(x: f64) -> f64 {
    ln(x) * LOG2_E
}

/// A positive number to the power of `exponent`.
pub fn power(base: f64, exponent: f64) -> f64 {
    exp(ln(base) * exponent)
}

/// The tangent.
pub fn tan(angle: f64) -> f64 {
    sin(angle) / cos(angle)
}

/// The hyperbolic sine and cosine.
pub fn sinh_cosh(x: f64) -> (f64, f64) {
    let (up, down) = (exp(x), exp(-x));
    ((up - down) / 2.0, (up + down) / 2.0)
}

/// The inverse of the hyperbolic sine.
pub fn asinh(x: f64) -> f64 {
    ln(x.abs() + (x * x + 1.0).sqrt()).copysign(x)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_same_as_the_standard_library(x in -20.0..20.0f64, base in 0.001..1000.0f64) {
            let (sinh, cosh) = sinh_cosh(x);
            let pairs = [
                (exp2(x), x.exp2()),
                (log2(base), base.log2()),
                (power(base, x / 7.0), base.powf(x / 7.0)),
                (tan(x / 14.0), (x / 14.0).tan()),
                (sinh, x.sinh()),
                (cosh, x.cosh()),
                (asinh(x * base), (x * base).asinh()),
            ];
            for (ours, theirs) in pairs {
                prop_assert!((ours - theirs).abs() <= 1e-13 * theirs.abs().max(1.0), "{ours} {theirs}");
            }
        }
    }
}
