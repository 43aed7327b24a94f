//! How the features are painted: quiet, hovered, focused, related, selected.

use super::{Class, Emphasis, Fill, Group, MapFeature, Paint, Stroke};
use atlas_model::Kind;

/// The order of lines from the bottom up.
pub(super) fn mode(kind: Kind) -> u8 {
    match kind {
        Kind::Border => 0,
        Kind::Pipeline => 1,
        Kind::SeaLane | Kind::Canal => 2,
        Kind::Railway => 3,
        _ => 4,
    }
}

pub(super) fn is_marine(map_feature: &MapFeature) -> bool {
    map_feature.areas.iter().any(|part| part.key.starts_with("sea:"))
}

pub(super) fn area_paints(map_feature: &MapFeature, group: &Group) -> Vec<Paint> {
    let mut paints = Vec::new();
    if map_feature.class == Class::State && map_feature.is_party {
        paints.push(Paint::Fill(Fill::Party));
    }
    let quiet = match map_feature.class {
        Class::State | Class::Wide => Fill::Clear,
        _ if is_marine(map_feature) => Fill::Clear,
        _ => Fill::Tint,
    };
    let (fill, edge): (Fill, &[Stroke]) = match group.emphasis {
        Emphasis::Selected if quiet == Fill::Clear => (Fill::Wash, &[Stroke::EdgeStrong]),
        Emphasis::Selected => (Fill::TintSelected, &[Stroke::EdgeStrong]),
        Emphasis::Related if quiet == Fill::Clear => (Fill::Wash, &[Stroke::Edge]),
        Emphasis::Related => (Fill::TintRelated, &[Stroke::Edge]),
        _ if group.focused && quiet == Fill::Clear => (Fill::Wash, &[Stroke::Focus, Stroke::FocusGap, Stroke::Edge]),
        _ if group.focused => (Fill::TintRelated, &[Stroke::Focus, Stroke::FocusGap, Stroke::EdgeStrong]),
        _ if group.hovered && quiet == Fill::Clear => (Fill::Wash, &[]),
        _ if group.hovered => (Fill::TintRelated, &[Stroke::Edge]),
        _ if quiet == Fill::Tint => (quiet, &[Stroke::Edge]),
        _ => (quiet, &[]),
    };
    paints.push(Paint::Fill(fill));
    if !edge.is_empty() && (map_feature.class != Class::Wide || group.focused) {
        paints.push(Paint::Strokes(edge));
    }
    paints
}

pub(super) fn line_paints(map_feature: &MapFeature, group: &Group) -> Vec<Paint> {
    let mut paints = Vec::new();
    if group.focused {
        paints.push(Paint::Strokes(&[Stroke::Focus, Stroke::FocusGap]));
    }
    match group.emphasis {
        Emphasis::Selected => paints.push(Paint::Strokes(&[Stroke::Glow])),
        Emphasis::Related => paints.push(Paint::Strokes(&[Stroke::Related])),
        _ if group.hovered => paints.push(Paint::Strokes(&[Stroke::Hover])),
        _ => {}
    }
    paints.push(Paint::Strokes(map_feature.strokes));
    paints
}
