//! What the atlas is called and how it is arranged.

use super::{check, element};
use crate::layout::PROFILE;
use crate::node::Node;
use crate::reading::Reading;
use atlas_model::{Credits, Inset, Language, Layer, Margins, OpeningView, Profile, Shades, Subjects, Text};
use serde::Deserialize;
use std::collections::BTreeMap;

/// Reads `atlas.toml`.
pub(crate) fn profile(file: &Node, reading: &mut Reading) -> Option<Profile> {
    check(file, &PROFILE, reading);
    let ProfileFile { atlas, language, subjects, layer, places, view, inset, legend, credits } =
        element(file, reading)?;
    let AboutAtlas { title, tagline, introduction, commentaries, accent } = atlas;
    let Places { parties, main_lines, first, capitals, termini } = places;
    let Frame { opening, room_ltr, room_rtl, prime } = view;
    Some(Profile {
        languages: language,
        title,
        tagline,
        introduction,
        commentaries,
        subjects,
        parties,
        main_lines,
        first,
        capitals,
        termini,
        layers: layer,
        accent,
        view: OpeningView { opening, ltr: room_ltr, rtl: room_rtl, prime },
        inset,
        legend: legend.into_iter().collect(),
        credits,
        ..Profile::default()
    })
}

#[derive(Deserialize)]
struct ProfileFile {
    atlas: AboutAtlas,
    language: Vec<Language>,
    subjects: Subjects,
    #[serde(default)]
    layer: Vec<Layer>,
    places: Places,
    view: Frame,
    inset: Option<Inset>,
    #[serde(default)]
    legend: BTreeMap<String, Text>,
    credits: Credits,
}

#[derive(Deserialize)]
struct AboutAtlas {
    title: Text,
    tagline: Text,
    introduction: Text,
    commentaries: Text,
    accent: Shades,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Places {
    parties: Vec<String>,
    main_lines: Vec<String>,
    first: Vec<String>,
    capitals: Vec<String>,
    termini: Vec<String>,
}

#[derive(Deserialize)]
struct Frame {
    opening: [f64; 4],
    room_ltr: Margins,
    room_rtl: Margins,
    prime: [f64; 4],
}
