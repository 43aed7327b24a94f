//! The one colour table: light, dark, print and forced colours.
//!
//! The page gets it as custom properties ([`css`]), the canvas by [`colour`]. The atlas adds the colours of its layers and
//! its accent.

use crate::scene::{Palette, Token};
use atlas_model::{Profile, Shades};
use std::borrow::Cow;

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

const TABLE: [Row; 18] = [
    row(Token::Paper, "paper", "#fffdf9", "#15191c", "#ffffff", "Canvas"),
    row(Token::Ink, "ink", "#22262b", "#eceae4", "#000000", "CanvasText"),
    row(Token::Mute, "mute", "#5d5a52", "#a9a79f", "#444444", "CanvasText"),
    row(Token::Sea, "sea", "#dbe6ea", "#101a20", "#eef2f4", "Canvas"),
    row(Token::Land, "land", "#f4f1ea", "#1d2327", "#ffffff", "Canvas"),
    row(Token::Party, "party", "#ebe2cf", "#2a2f2f", "#ebebeb", "Canvas"),
    row(Token::Rule, "rule", "#e2dccf", "#2c3236", "#cccccc", "CanvasText"),
    row(Token::Water, "water", "#09699e", "#83d0fc", "#09699e", "LinkText"),
    row(Token::Coast, "coast", "#8aa4ae", "#4a6471", "#7d929b", "CanvasText"),
    row(Token::Border, "border", "#b5a994", "#565a58", "#999999", "GrayText"),
    row(Token::River, "river", "#a9c3ce", "#2f4754", "#9db4be", "GrayText"),
    row(Token::Graticule, "graticule", "#c5cac7", "#303a41", "#d2d2d2", "GrayText"),
    row(Token::WaterText, "water-text", "#3b6779", "#7fa9bb", "#3b6779", "CanvasText"),
    row(Token::Focus, "focus", "#0b57d0", "#a8c7fa", "#000000", "Highlight"),
    row(Token::Supportive, "supportive", "#2f6b4f", "#84cba6", "#2f6b4f", "CanvasText"),
    row(Token::Critical, "critical", "#a23b2a", "#f0907f", "#a23b2a", "CanvasText"),
    row(Token::Sceptical, "sceptical", "#905607", "#f2b55d", "#905607", "CanvasText"),
    row(Token::Neutral, "neutral", "#5d5a52", "#a9a79f", "#444444", "CanvasText"),
];

/// What the accent and the colours of layers are in forced colours.
const FORCED: &str = "LinkText";

fn find(token: Token) -> Option<&'static Row> {
    TABLE.iter().find(|row| row.token == token)
}

/// The colour of a token of the map itself, as CSS writes it; ink for those that it has no colour for.
pub fn engine_colour(token: Token, palette: Palette) -> &'static str {
    let row = find(token).or_else(|| find(Token::Ink));
    row.map_or("#000", |row| match palette {
        Palette::Light => row.light,
        Palette::Dark => row.dark,
        Palette::Print => row.print,
        Palette::Forced => row.forced,
    })
}

/// The colour of a token, as CSS writes it. [`Token::Own`] has none of its own and comes out as ink.
pub fn colour(token: Token, palette: Palette, profile: &Profile) -> &str {
    match shades(token, profile) {
        None => engine_colour(drawn(token), palette),
        Some(shades) => match palette {
            Palette::Light => &shades.light,
            Palette::Dark => &shades.dark,
            Palette::Print => &shades.print,
            Palette::Forced => FORCED,
        },
    }
}

/// The colour that the atlas itself gives to a token.
fn shades(token: Token, profile: &Profile) -> Option<&Shades> {
    match token {
        Token::Accent => Some(&profile.accent).filter(|accent| !accent.light.is_empty()),
        Token::Layer(at) => profile.layers.get(usize::from(at))?.colour.as_ref(),
        _ => None,
    }
}

/// What a token without a colour is drawn in: a layer in the muted grey.
fn drawn(token: Token) -> Token {
    if matches!(token, Token::Layer(_)) { Token::Mute } else { token }
}

/// The layers of an atlas that have a colour.
pub(super) fn layers(profile: &Profile) -> impl Iterator<Item = Token> {
    let coloured = (0..=u8::MAX).zip(&profile.layers).filter(|(_, layer)| layer.colour.is_some());
    coloured.map(|(at, _)| Token::Layer(at))
}

/// The name of a token: its custom property without the dashes.
pub(super) fn name(token: Token, profile: &Profile) -> Cow<'static, str> {
    let layer = match token {
        Token::Layer(at) => profile.layers.get(usize::from(at)).filter(|layer| layer.colour.is_some()),
        _ => None,
    };
    match layer {
        Some(layer) => ["layer-", &layer.id].concat().into(),
        None => own_name(drawn(token)).into(),
    }
}

/// The name of a token of the map itself. `own` is set by the class of a feature.
pub(super) fn own_name(token: Token) -> &'static str {
    match token {
        Token::Accent => "accent",
        _ => find(token).map_or("own", |row| row.name),
    }
}

/// All colours as custom properties: on `:root`, on `[data-theme=dark]`, by the reader's preference, in print and in
/// forced colours; and the font stacks.
pub fn css(profile: &Profile) -> String {
    let own: Vec<Token> = std::iter::once(Token::Accent).chain(layers(profile)).collect();
    let column = |palette: Palette| {
        let mut text = String::new();
        for token in TABLE.iter().map(|row| row.token).chain(own.iter().copied()) {
            for part in ["--", &name(token, profile), ":", colour(token, palette, profile), ";"] {
                text.push_str(part);
            }
        }
        text
    };
    let (light, dark) = (column(Palette::Light), column(Palette::Dark));
    let right_to_left = profile.languages.iter().map(|language| language.code).filter(|lang| lang.is_rtl());
    let right_to_left: Vec<String> = right_to_left.map(|lang| ["[lang=", lang.code(), "]"].concat()).collect();
    let mut css = [":root{color-scheme:light;--sans:", SANS, ";--serif:", SERIF, ";", &light, "}\n"].concat();
    if !right_to_left.is_empty() {
        css.push_str(&[&right_to_left.join(","), "{--serif:", PERSIAN, ";--sans:var(--serif)}\n"].concat());
    }
    for part in [
        "[data-theme=dark]{color-scheme:dark;",
        &dark,
        "}\n@media (prefers-color-scheme:dark){:root:not([data-theme=light]){color-scheme:dark;",
        &dark,
        "}}\n@media print{:root:root{color-scheme:light;",
        &column(Palette::Print),
        "}}\n@media (forced-colors:active){:root:root{",
        &column(Palette::Forced),
        "}}\n",
    ] {
        css.push_str(part);
    }
    for token in layers(profile) {
        let name = name(token, profile);
        css.push_str(&[".", &name, "{--layer:var(--", &name, ")}\n"].concat());
    }
    css
}

#[cfg(test)]
mod tests {
    use super::*;
    use atlas_model::{Lang, Language, Layer};

    fn profile() -> Profile {
        let shades = |light: &str, dark: &str| Shades { light: light.into(), dark: dark.into(), print: light.into() };
        Profile {
            accent: shades("#66081e", "#ee887c"),
            layers: vec![
                Layer { id: "roads".into(), colour: Some(shades("#476835", "#cae495")), ..Layer::default() },
                Layer { id: "towns".into(), ..Layer::default() },
            ],
            languages: vec![Language { code: Lang::new("ur"), name: "اردو".into(), offered: true }],
            ..Profile::default()
        }
    }

    #[test]
    fn every_palette_is_in_the_css() {
        let css = css(&profile());
        let parts = ["--accent:#66081e", "--accent:#ee887c", "--layer-roads:#cae495", ".layer-roads{--layer:"];
        for part in parts.into_iter().chain(["@media print", "--paper:Canvas;", "[data-theme=dark]", "[lang=ur]{"]) {
            assert!(css.contains(part), "{part}");
        }
        assert!(!css.contains("layer-towns"));
    }

    #[test]
    fn a_layer_without_a_colour_is_muted() {
        let profile = profile();
        let colour = |at| colour(Token::Layer(at), Palette::Dark, &profile);
        assert_eq!([colour(0), colour(1), colour(9)], ["#cae495", "#a9a79f", "#a9a79f"]);
        assert_eq!([0, 1].map(|at| name(Token::Layer(at), &profile).into_owned()), ["layer-roads", "mute"]);
    }

    #[test]
    fn the_painter_looks_up_every_forced_colour() {
        let painter = include_str!("../../../www/loader.painter.js");
        for forced in TABLE.iter().map(|row| row.forced).chain([FORCED]) {
            assert!(painter.contains(&["\"", forced, "\""].concat()), "{forced} is not known there");
        }
    }
}
