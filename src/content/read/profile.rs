//! What the atlas is called and how it is arranged.

use super::{check, element};
use crate::layout::PROFILE;
use crate::node::Node;
use crate::reading::Reading;
use atlas_model::{Credits, Inset, LayerProfile, Profile, Room, Subjects, Text, View};
use serde::Deserialize;
use std::collections::BTreeMap;

/// Reads `atlas.toml`.
pub(crate) fn profile(file: &Node, reading: &mut Reading) -> Option<Profile> {
    check(file, &PROFILE, reading);
    let ProfileFile { atlas, subjects, layer, places, view, inset, legend, credits } = element(file, reading)?;
    let About { title, tagline, introduction, commentaries } = atlas;
    let Places { parties, first, capitals, termini } = places;
    let Frame { opening, room_ltr, room_rtl, prime } = view;
    Some(Profile {
        title,
        tagline,
        introduction,
        commentaries,
        subjects,
        parties,
        first,
        capitals,
        termini,
        layers: layer,
        view: View { opening, ltr: room_ltr, rtl: room_rtl, prime },
        inset,
        legend: legend.into_iter().collect(),
        credits,
        ..Profile::default()
    })
}

#[derive(Deserialize)]
struct ProfileFile {
    atlas: About,
    subjects: Subjects,
    #[serde(default)]
    layer: Vec<LayerProfile>,
    places: Places,
    view: Frame,
    inset: Inset,
    #[serde(default)]
    legend: BTreeMap<String, Text>,
    credits: Credits,
}

#[derive(Deserialize)]
struct About {
    title: Text,
    tagline: Text,
    introduction: Text,
    commentaries: Text,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Places {
    parties: Vec<String>,
    first: Vec<String>,
    capitals: Vec<String>,
    termini: Vec<String>,
}

#[derive(Deserialize)]
struct Frame {
    opening: [f64; 4],
    room_ltr: Room,
    room_rtl: Room,
    prime: [f64; 4],
}
