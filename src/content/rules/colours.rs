//! The colours of layers can be read as text on every ground of the map, and told apart by every eye.

use super::Rule;
use crate::colour::{EYES, Srgb};
use crate::field::Field;
use crate::node::Node;
use crate::reading::Reading;
use atlas_map::draw::palette::engine_colour;
use atlas_map::scene::{Palette, Token};

/// The least contrast of text (WCAG 2.2, 1.4.3).
const READABLE: f64 = 4.5;
/// The least distance of two layers in CIELAB: thin lines apart from each other need far more than what can just be told
/// side by side.
const APART: f64 = 16.0;
/// Palettes by the key of a colour in them.
const PALETTES: [(&str, Palette); 3] = [("light", Palette::Light), ("dark", Palette::Dark), ("print", Palette::Print)];

/// A colour of the file, or of the map itself, in one palette.
struct Shade<'n> {
    /// What messages call it.
    name: String,
    /// Where it stands; nowhere for one of the map itself.
    node: Option<&'n Node>,
    colour: Srgb,
}

/// Reports colours of layers and of the accent that are hard to read, and layers that are hard to tell apart. Two that
/// are given the very same colour are meant to look alike.
pub(crate) fn told_apart(file: Field<'_>, reading: &mut Reading) {
    for (key, palette) in PALETTES {
        let layers = shades(file.node, key, palette);
        for shade in &layers {
            readable(shade, palette, reading);
        }
        for (at, one) in layers.iter().enumerate() {
            for other in layers.iter().skip(at + 1).filter(|other| other.colour != one.colour) {
                distinct(one, other, key, reading);
            }
        }
    }
}

/// The colour of water, that of the accent, and those of the layers that have one.
fn shades<'n>(file: &'n Node, key: &str, palette: Palette) -> Vec<Shade<'n>> {
    let own = |name: String, shades: Option<&'n Node>| {
        let node = shades?.get(key)?;
        Some(Shade { name, node: Some(node), colour: Srgb::read(node.as_text()?)? })
    };
    let water = Srgb::read(engine_colour(Token::Water, palette));
    let water = water.map(|colour| Shade { name: "water".into(), node: None, colour });
    let accent = own("the accent".into(), file.get("atlas").and_then(|atlas| atlas.get("accent")));
    let layers = file.get("layer").and_then(Node::as_list).unwrap_or_default();
    let name = |layer: &Node| layer.get("id").and_then(Node::as_text).unwrap_or_default().to_string();
    let layers = layers.iter().map(|layer| own(format!("layer “{}”", name(layer)), layer.get("colour")));
    [water, accent].into_iter().chain(layers).flatten().collect()
}

fn readable(shade: &Shade<'_>, palette: Palette, reading: &mut Reading) {
    let Some(node) = shade.node else { return };
    for ground in [Token::Paper, Token::Land, Token::Party, Token::Sea] {
        let Some(behind) = Srgb::read(engine_colour(ground, palette)) else { continue };
        let contrast = shade.colour.contrast(behind);
        if contrast < READABLE {
            let name = &shade.name;
            let message = format!("The colour of {name} has a contrast of {contrast:.1} to 1 with {ground:?}.");
            let remedy = match palette {
                Palette::Dark => "Make it lighter; text needs 4.5.",
                _ => "Make it darker; text needs 4.5.",
            };
            reading.report(node.at, Rule::LowContrast, message, remedy);
            return;
        }
    }
}

fn distinct(one: &Shade<'_>, other: &Shade<'_>, key: &str, reading: &mut Reading) {
    let Some(node) = other.node else { return };
    let near = EYES.iter().map(|(eye, matrix)| (one.colour.distance(other.colour, matrix), eye));
    let Some((distance, eye)) = near.min_by(|a, b| a.0.total_cmp(&b.0)).filter(|(distance, _)| *distance < APART)
    else {
        return;
    };
    let message =
        format!("To eyes {eye} the {key} colours of {} and {} are {distance:.1} apart.", one.name, other.name);
    reading.report(node.at, Rule::SimilarColours, message, "Change one of the two until they are 16 apart (CIELAB).");
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Colours of the map itself, as the layers' are held to the same measure by `check`.
    #[test]
    fn text_can_be_read_on_every_ground() {
        use Token::*;
        for (_, palette) in PALETTES {
            for text in [Ink, Mute, Water, WaterText, Focus, Supportive, Critical, Sceptical, Neutral] {
                for ground in [Paper, Land, Party, Sea] {
                    let [text_colour, behind] =
                        [text, ground].map(|token| Srgb::read(engine_colour(token, palette)).expect("a colour"));
                    let ratio = text_colour.contrast(behind);
                    assert!(ratio >= READABLE, "{palette:?} {text:?} on {ground:?}: {ratio:.2}");
                }
            }
        }
    }

    #[test]
    fn coasts_can_be_made_out() {
        for (_, palette) in PALETTES {
            let [coast, land] =
                [Token::Coast, Token::Land].map(|token| Srgb::read(engine_colour(token, palette)).expect("a colour"));
            assert!(coast.contrast(land) >= 2.0, "{palette:?}");
        }
    }
}
