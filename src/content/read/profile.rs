//! Reading `atlas.toml`: what the atlas is called and how it is arranged.

use super::super::node::Node;
use super::super::reading::Reading;
use super::super::table::{Field, Table};
use super::statement::{offered, place};
use super::whole_file;
use super::words::choice;
use atlas_map::draw::legend::legend;
use atlas_model::{Inset, LayerProfile, Profile, Subjects, Text};

/// Reads the profile.
pub(crate) fn profile(node: &Node, reading: &mut Reading) -> Option<Profile> {
    let mut file = whole_file(node, reading)?;
    reading.subject = "the atlas".into();
    let about = file.need("atlas", reading, about);
    let subjects = file.need("subjects", reading, subjects);
    let layers = file.each("layer", reading, layer);
    let inset = file.need("inset", reading, inset);
    let legend = file.want("legend", reading, signs);
    file.close(reading);
    let (subjects, inset, legend) = (subjects?, inset?, legend.unwrap_or_default());
    Some(Profile { subjects, layers, inset, legend, ..about? })
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
    table.close(reading);
    Some(Inset { name: name? })
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
