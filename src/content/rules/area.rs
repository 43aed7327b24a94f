//! Areas of the basemap that places may take as their geometry.

use super::{Rule, types};
use crate::field::Field;
use crate::reading::Reading;
use crate::suggest::nearest;
use atlas_map::basemap::{Area, Basemap};

const FORM: &str = "Write an area such as country:FRA, province:Brittany or sea:North Sea.";

/// The basemap has the area. One that it lacks is an area all the same: its place keeps its other properties.
pub(super) fn exists(field: Field<'_>, reading: &mut Reading) -> bool {
    let Some(reference) = types::text(field, reading) else { return false };
    if let Some(remedy) = remedy(reference, &reading.ground.basemap) {
        let message = format!("{} takes the area “{reference}”, which the basemap does not have.", reading.subject);
        reading.report(field.node.at, Rule::UnknownArea, message, remedy);
    }
    true
}

/// What to do about a reference to an area that the basemap does not have; `None` when it has it.
///
/// References are written `country:FRA`, `province:Brittany`, `sea:North Sea`, `lake:Geneva`.
/// Without a basemap only their form can be checked.
fn remedy(reference: &str, basemap: &Basemap) -> Option<String> {
    if !is_well_formed(reference) {
        return Some(FORM.into());
    }
    if *basemap == Basemap::default() || !basemap.areas_for(reference).is_empty() {
        return None;
    }
    let (kind, name) = reference.split_once(':')?;
    let names = basemap.areas_of(kind).iter().map(|Area { name, .. }| name.as_str());
    Some(match nearest(name, names) {
        Some(known) => format!("Did you mean “{kind}:{known}”?"),
        None => FORM.into(),
    })
}

fn is_well_formed(reference: &str) -> bool {
    match reference.split_once(':') {
        Some(("country", code)) => code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase()),
        Some(("province" | "sea" | "lake", name)) => !name.trim().is_empty() && name.trim() == name,
        _ => false,
    }
}
