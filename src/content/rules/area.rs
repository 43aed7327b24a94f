//! Areas of the basemap that features may take as their geometry.

use super::super::suggest::nearest;
use atlas_map::basemap::{Area, Basemap};

const FORM: &str = "Write an area such as country:ARM, province:Syunik or sea:Caspian Sea.";

/// What to do about a reference to an area that the basemap does not have; `None` when it has it.
///
/// References are written `country:ARM`, `province:Syunik`, `sea:Caspian Sea`, `lake:Sevan`.
/// Without a basemap only their form can be checked.
pub(crate) fn remedy(reference: &str, basemap: &Basemap) -> Option<String> {
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
