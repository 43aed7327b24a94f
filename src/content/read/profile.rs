//! Reading `atlas.toml`: what the atlas is called and how it is arranged.

use super::super::node::Node;
use super::super::reading::Reading;
use super::super::rules::frame;
use super::super::table::{Field, Table};
use super::statement::{offered, place};
use super::whole_file;
use super::words::{choice, filled, number, numbers, wrong_numbers};
use atlas_map::draw::legend::legend;
use atlas_model::{Credits, Inset, LayerProfile, Profile, Room, Subjects, Text, View};

/// Reads the profile.
pub(crate) fn profile(node: &Node, reading: &mut Reading) -> Option<Profile> {
    let mut file = whole_file(node, reading)?;
    reading.subject = "the atlas".into();
    let about = file.need("atlas", reading, about);
    let subjects = file.need("subjects", reading, subjects);
    let layers = file.each("layer", reading, layer);
    let places = file.need("places", reading, places);
    let view = file.need("view", reading, view);
    let inset = file.need("inset", reading, inset);
    let credits = file.need("credits", reading, credits);
    let legend = file.want("legend", reading, signs);
    file.close(reading);
    let Profile { title, tagline, introduction, commentaries, .. } = about?;
    Some(Profile {
        title,
        tagline,
        introduction,
        commentaries,
        subjects: subjects?,
        layers,
        view: view?,
        inset: inset?,
        legend: legend.unwrap_or_default(),
        credits: credits?,
        ..places?
    })
}

/// Places with a part of their own.
fn places(field: Field<'_>, reading: &mut Reading) -> Option<Profile> {
    let mut table = Table::open(field, reading)?;
    let parties = table.each("parties", reading, place);
    let first = table.each("first", reading, place);
    let capitals = table.each("capitals", reading, place);
    let termini = table.each("termini", reading, place);
    table.close(reading);
    Some(Profile { parties, first, capitals, termini, ..Profile::default() })
}

fn view(field: Field<'_>, reading: &mut Reading) -> Option<View> {
    let mut table = Table::open(field, reading)?;
    let opening = table.need("opening", reading, bounds);
    let ltr = table.need("room_ltr", reading, room);
    let rtl = table.need("room_rtl", reading, room);
    let prime = table.need("prime", reading, bounds);
    table.close(reading);
    Some(View { opening: opening?, ltr: ltr?, rtl: rtl?, prime: prime? })
}

/// West, south, east and north, degrees.
fn bounds(field: Field<'_>, reading: &mut Reading) -> Option<[f64; 4]> {
    match numbers(field, reading)?[..] {
        [west, south, east, north]
            if west < east && south < north && frame::on_globe(west, south) && frame::on_globe(east, north) =>
        {
            Some([west, south, east, north])
        }
        _ => wrong_numbers(field, "[west, south, east, north], in degrees", reading),
    }
}

fn room(field: Field<'_>, reading: &mut Reading) -> Option<Room> {
    let mut table = Table::open(field, reading)?;
    let left = table.need("left", reading, number);
    let right = table.need("right", reading, number);
    let top = table.need("top", reading, number);
    let bottom = table.need("bottom", reading, number);
    table.close(reading);
    Some(Room { left: left?, right: right?, top: top?, bottom: bottom? })
}

fn credits(field: Field<'_>, reading: &mut Reading) -> Option<Credits> {
    let mut table = Table::open(field, reading)?;
    let map = table.need("map", reading, filled);
    let sources = table.each("sources", reading, filled);
    table.close(reading);
    Some(Credits { map: map?, sources })
}

/// A place on the globe.
fn position(field: Field<'_>, reading: &mut Reading) -> Option<(f64, f64)> {
    match numbers(field, reading)?[..] {
        [lon, lat] if frame::on_globe(lon, lat) => Some((lon, lat)),
        _ => wrong_numbers(field, "[longitude, latitude]", reading),
    }
}

fn size(field: Field<'_>, reading: &mut Reading) -> Option<(f64, f64)> {
    match numbers(field, reading)?[..] {
        [width, height] if width > 0.0 && height > 0.0 => Some((width, height)),
        _ => wrong_numbers(field, "[width, height], in kilometres", reading),
    }
}

fn about(field: Field<'_>, reading: &mut Reading) -> Option<Profile> {
    let mut table = Table::open(Field::subject(field.node), reading)?;
    let title = table.need("title", reading, offered);
    let tagline = table.need("tagline", reading, offered);
    let introduction = table.need("introduction", reading, offered);
    let commentaries = table.need("commentaries", reading, offered);
    table.close(reading);
    Some(Profile {
        title: title?,
        tagline: tagline?,
        introduction: introduction?,
        commentaries: commentaries?,
        ..Profile::default()
    })
}

fn subjects(field: Field<'_>, reading: &mut Reading) -> Option<Subjects> {
    let mut table = Table::open(field, reading)?;
    let title = table.need("title", reading, offered);
    let places = table.each("places", reading, place);
    table.close(reading);
    Some(Subjects { title: title?, places })
}

fn layer(field: Field<'_>, reading: &mut Reading) -> Option<LayerProfile> {
    let mut table = Table::open(field, reading)?;
    let id = table.need("id", reading, choice);
    let name = table.need("name", reading, offered);
    table.close(reading);
    Some(LayerProfile { id: id?, name: name? })
}

fn inset(field: Field<'_>, reading: &mut Reading) -> Option<Inset> {
    let mut table = Table::open(field, reading)?;
    let name = table.need("name", reading, offered);
    let place = table.need("place", reading, place);
    let middle = table.need("middle", reading, position);
    let size = table.need("size", reading, size);
    table.close(reading);
    Some(Inset { name: name?, place: place?, middle: middle?, size: size? })
}

/// Words for signs of the legend, by the key of the sign.
fn signs(field: Field<'_>, reading: &mut Reading) -> Option<Vec<(String, Text)>> {
    let mut table = Table::open(field, reading)?;
    let words = legend()
        .into_iter()
        .filter_map(|sign| Some((sign.key.to_owned(), table.want(sign.key, reading, offered)?)))
        .collect();
    table.close(reading);
    Some(words)
}
