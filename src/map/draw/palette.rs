//! The one colour table: light, dark, print and forced colours.
//!
//! The page gets it as custom properties ([`css`]), the canvas by [`colour`]. Contrast is tested below.

use crate::scene::{Palette, Token};

/// The sans of the system, for names of places.
pub const SANS: &str = "system-ui,\"Segoe UI\",Roboto,\"Helvetica Neue\",\"Noto Sans\",Arial,sans-serif";
/// The reading serif of the system, for text and the names of states and waters.
pub const SERIF: &str =
    "\"Iowan Old Style\",Charter,\"Bitstream Charter\",\"Sitka Text\",Georgia,\"Noto Serif\",\"DejaVu Serif\",serif";
/// What Persian is written in, names and text.
pub const PERSIAN: &str =
    "Vazirmatn,\"Noto Naskh Arabic\",\"Geeza Pro\",\"Segoe UI\",Tahoma,\"DejaVu Sans\",sans-serif";

/// A colour by name in every palette.
struct Row {
    token: Token,
    name: &'static str,
    light: &'static str,
    dark: &'static str,
    print: &'static str,
    forced: &'static str,
}

const fn row(
    token: Token,
    name: &'static str,
    light: &'static str,
    dark: &'static str,
    print: &'static str,
    forced: &'static str,
) -> Row {
    Row { token, name, light, dark, print, forced }
}

const TABLE: [Row; 21] = [
    row(Token::Paper, "paper", "#fffdf9", "#15191c", "#ffffff", "Canvas"),
    row(Token::Ink, "ink", "#22262b", "#eceae4", "#000000", "CanvasText"),
    row(Token::Mute, "mute", "#5d5a52", "#a9a79f", "#444444", "CanvasText"),
    row(Token::Sea, "sea", "#dbe6ea", "#101a20", "#eef2f4", "Canvas"),
    row(Token::Land, "land", "#f4f1ea", "#1d2327", "#ffffff", "Canvas"),
    row(Token::Party, "party", "#ebe2cf", "#2a2f2f", "#ebebeb", "Canvas"),
    row(Token::Rule, "rule", "#e2dccf", "#2c3236", "#cccccc", "CanvasText"),
    row(Token::Rail, "rail", "#66081e", "#ee887c", "#66081e", "LinkText"),
    row(Token::Lane, "lane", "#09699e", "#83d0fc", "#09699e", "LinkText"),
    row(Token::Gas, "gas", "#905607", "#f2b55d", "#905607", "LinkText"),
    row(Token::Syunik, "syunik", "#476835", "#cae495", "#476835", "LinkText"),
    row(Token::Conflict, "conflict", "#5d4b6e", "#a99cc5", "#5d4b6e", "LinkText"),
    row(Token::Coast, "coast", "#8aa4ae", "#4a6471", "#7d929b", "CanvasText"),
    row(Token::Border, "border", "#b5a994", "#565a58", "#999999", "GrayText"),
    row(Token::River, "river", "#a9c3ce", "#2f4754", "#9db4be", "GrayText"),
    row(Token::Graticule, "graticule", "#c5cac7", "#303a41", "#d2d2d2", "GrayText"),
    row(Token::WaterText, "water-text", "#3b6779", "#7fa9bb", "#3b6779", "CanvasText"),
    row(Token::Focus, "focus", "#0b57d0", "#a8c7fa", "#000000", "Highlight"),
    row(Token::Supportive, "supportive", "#2f6b4f", "#84cba6", "#2f6b4f", "CanvasText"),
    row(Token::Critical, "critical", "#a23b2a", "#f0907f", "#a23b2a", "CanvasText"),
    row(Token::Neutral, "neutral", "#5d5a52", "#a9a79f", "#444444", "CanvasText"),
];

fn find(token: Token) -> Option<&'static Row> {
    TABLE.iter().find(|row| row.token == token)
}

/// The colour of a token, as CSS writes it. [`Token::Own`] has none of its own and comes out as ink.
pub fn colour(token: Token, palette: Palette) -> &'static str {
    let token = if token == Token::Own { Token::Ink } else { token };
    find(token).map_or("#000", |row| match palette {
        Palette::Light => row.light,
        Palette::Dark => row.dark,
        Palette::Print => row.print,
        Palette::Forced => row.forced,
    })
}

/// The name of a token: the custom property without its dashes. `own` is set by the class of a feature.
pub fn name(token: Token) -> &'static str {
    find(token).map_or("own", |row| row.name)
}

/// All colours as custom properties: on `:root`, on `[data-theme=dark]`, by the reader's preference, in print and in
/// forced colours; and the font stacks.
pub fn css() -> String {
    let column = |pick: fn(&Row) -> &'static str| {
        let mut text = String::new();
        for row in &TABLE {
            for part in ["--", row.name, ":", pick(row), ";"] {
                text.push_str(part);
            }
        }
        text
    };
    let (light, dark) = (column(|row| row.light), column(|row| row.dark));
    [
        ":root{color-scheme:light;--sans:",
        SANS,
        ";--serif:",
        SERIF,
        ";",
        &light,
        "}\n[lang=fa]{--serif:",
        PERSIAN,
        ";--sans:var(--serif)}\n[data-theme=dark]{color-scheme:dark;",
        &dark,
        "}\n@media (prefers-color-scheme:dark){:root:not([data-theme=light]){color-scheme:dark;",
        &dark,
        "}}\n@media print{:root:root{color-scheme:light;",
        &column(|row| row.print),
        "}}\n@media (forced-colors:active){:root:root{",
        &column(|row| row.forced),
        "}}\n",
    ]
    .concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The channels of a colour as light, 0 to 1.
    fn linear(colour: &str) -> [f64; 3] {
        [1, 3, 5].map(|at| {
            let value = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).expect("two hex digits")) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        })
    }

    fn luminance(colour: &str) -> f64 {
        let [red, green, blue] = linear(colour);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// WCAG 2.2, relative luminance and contrast ratio.
    fn contrast(a: &str, b: &str) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn text_can_be_read_on_every_ground() {
        use Token::*;
        let grounds = [Paper, Land, Party, Sea];
        for palette in [Palette::Light, Palette::Dark, Palette::Print] {
            for text in [Ink, Mute, Rail, Lane, Gas, Syunik, Conflict, WaterText, Focus, Supportive, Critical, Neutral]
            {
                for ground in grounds {
                    let ratio = contrast(colour(text, palette), colour(ground, palette));
                    assert!(ratio >= 4.5, "{palette:?} {text:?} on {ground:?}: {ratio:.2}");
                }
            }
        }
    }

    /// How the world looks to eyes without one sort of cones: G. M. Machado, M. M. Oliveira and L. A. F. Fernandes, *A
    /// Physiologically-based Model for Simulation of Color Vision Deficiency*, IEEE TVCG 15 (6), 2009, severity 1.
    const DEFICIENCIES: [(&str, [[f64; 3]; 3]); 4] = [
        ("none", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
        (
            "protanopia",
            [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
        ),
        (
            "deuteranopia",
            [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
        ),
        (
            "tritanopia",
            [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
        ),
    ];

    /// A colour in CIELAB (D65), seen through the matrix.
    fn lab(colour: &str, seen: &[[f64; 3]; 3]) -> [f64; 3] {
        let light = linear(colour);
        let mix = |row: &[f64; 3]| row.iter().zip(&light).map(|(a, b)| a * b).sum::<f64>().clamp(0.0, 1.0);
        let [red, green, blue] = [mix(&seen[0]), mix(&seen[1]), mix(&seen[2])];
        let root = |t: f64| if t > 0.008856 { t.cbrt() } else { 7.787 * t + 16.0 / 116.0 };
        let x = root((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047);
        let y = root(0.2126 * red + 0.7152 * green + 0.0722 * blue);
        let z = root((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883);
        [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
    }

    #[test]
    fn subjects_stay_apart_for_every_eye() {
        use Token::*;
        let subjects = [Rail, Lane, Gas, Syunik, Conflict];
        for palette in [Palette::Light, Palette::Dark, Palette::Print] {
            for (eye, seen) in &DEFICIENCIES {
                for (at, one) in subjects.iter().enumerate() {
                    for other in subjects.iter().skip(at + 1) {
                        let (a, b) = (lab(colour(*one, palette), seen), lab(colour(*other, palette), seen));
                        let apart = a.iter().zip(b).map(|(a, b)| (a - b).powi(2)).sum::<f64>().sqrt();
                        // A difference of 2.3 can just be noticed side by side; thin lines apart need far more.
                        assert!(apart >= 16.0, "{palette:?}, {eye}: {one:?} and {other:?} are {apart:.1} apart");
                    }
                }
            }
        }
    }

    #[test]
    fn coasts_can_be_made_out() {
        for palette in [Palette::Light, Palette::Dark, Palette::Print] {
            let ratio = contrast(colour(Token::Coast, palette), colour(Token::Land, palette));
            assert!(ratio >= 2.0, "{palette:?}: {ratio:.2}");
        }
    }

    #[test]
    fn every_palette_is_in_the_css() {
        let css = css();
        for part in ["--rail:#66081e", "--rail:#ee887c", "@media print", "--paper:Canvas;", "[data-theme=dark]"] {
            assert!(css.contains(part), "{part}");
        }
    }

    #[test]
    fn the_painter_looks_up_every_forced_colour() {
        let painter = include_str!("../../../www/loader.painter.js");
        for row in &TABLE {
            assert!(painter.contains(&["\"", row.forced, "\""].concat()), "{} is not known there", row.forced);
        }
    }
}
