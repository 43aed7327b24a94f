//! Powers, logarithms and hyperbolic functions, made of `exp` and `ln` alone.
//!
//! Each further function of the maths library brings code and tables of its own into the browser, for a last bit of
//! precision that a map has no use for.

use std::f64::consts::{LN_2, LOG2_E};

/// Two to the power of `x`.
pub fn exp2(x: f64) -> f64 {
    (x * LN_2).exp()
}

/// The logarithm to base two.
pub fn log2(x: f64) -> f64 {
    x.ln() * LOG2_E
}

/// A positive number to the power of `exponent`.
pub fn power(base: f64, exponent: f64) -> f64 {
    (base.ln() * exponent).exp()
}

/// The tangent.
pub fn tan(angle: f64) -> f64 {
    angle.sin() / angle.cos()
}

/// The hyperbolic sine and cosine.
pub fn sinh_cosh(x: f64) -> (f64, f64) {
    let (up, down) = (x.exp(), (-x).exp());
    ((up - down) / 2.0, (up + down) / 2.0)
}

/// The inverse of the hyperbolic sine.
pub fn asinh(x: f64) -> f64 {
    (x.abs() + (x * x + 1.0).sqrt()).ln().copysign(x)
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
