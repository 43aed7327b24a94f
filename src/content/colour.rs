//! How colours look: contrast, and how far apart they are, to eyes with three sorts of cones and to others.

/// A colour of the web: red, green and blue, 0 to 255.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Srgb([u8; 3]);

/// Eyes that lack one sort of cones, as matrices on linear light: G. M. Machado, M. M. Oliveira and L. A. F. Fernandes,
/// *A Physiologically-based Model for Simulation of Color Vision Deficiency*, IEEE TVCG 15 (6), 2009, severity 1.
pub(super) const EYES: [(&str, Matrix); 4] = [
    ("with three sorts of cones", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    (
        "with protanopia",
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    ),
    (
        "with deuteranopia",
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    ),
    (
        "with tritanopia",
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
    ),
];

/// What becomes of red, green and blue light.
pub(super) type Matrix = [[f64; 3]; 3];

impl Srgb {
    /// Reads `#66081e`.
    pub(crate) fn read(text: &str) -> Option<Srgb> {
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.is_ascii())?;
        if !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return None;
        }
        let channel = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
        Some(Srgb([channel(0)?, channel(2)?, channel(4)?]))
    }

    /// The channels as light, 0 to 1 (IEC 61966-2-1).
    fn linear(self) -> [f64; 3] {
        self.0.map(|channel| {
            let value = f64::from(channel) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        })
    }

    fn luminance(self) -> f64 {
        let [red, green, blue] = self.linear();
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// The contrast ratio of WCAG 2.2, from 1 to 21.
    pub(crate) fn contrast(self, other: Srgb) -> f64 {
        let (one, other) = (self.luminance(), other.luminance());
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    /// The distance of two colours in CIELAB (CIE 1976, D65) to an eye; 2.3 can just be told apart side by side.
    pub(crate) fn distance(self, other: Srgb, eye: &Matrix) -> f64 {
        let (one, other) = (self.lab(eye), other.lab(eye));
        one.iter().zip(other).map(|(one, other)| (one - other).powi(2)).sum::<f64>().sqrt()
    }

    fn lab(self, eye: &Matrix) -> [f64; 3] {
        let light = self.linear();
        let seen = |row: &[f64; 3]| row.iter().zip(&light).map(|(a, b)| a * b).sum::<f64>().clamp(0.0, 1.0);
        let [red, green, blue] = [seen(&eye[0]), seen(&eye[1]), seen(&eye[2])];
        let root = |t: f64| if t > 0.008856 { t.cbrt() } else { 7.787 * t + 16.0 / 116.0 };
        let x = root((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047);
        let y = root(0.2126 * red + 0.7152 * green + 0.0722 * blue);
        let z = root((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883);
        [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn colour(text: &str) -> Srgb {
        Srgb::read(text).expect("a colour")
    }

    #[test]
    fn black_and_white_are_as_far_apart_as_can_be() {
        assert_eq!((colour("#000000").contrast(colour("#ffffff")) * 10.0).round(), 210.0);
        assert_eq!(colour("#FFFFFF").distance(colour("#000000"), &EYES[0].1).round(), 100.0);
        assert_eq!(colour("#66081e").distance(colour("#66081e"), &EYES[1].1), 0.0);
    }

    #[test]
    fn what_is_no_colour_is_refused() {
        for text in ["", "#66081", "66081e", "#66081g", "#66081e0", "red", "#+6081e", "#é081e"] {
            assert_eq!(Srgb::read(text), None, "{text}");
        }
    }
}
