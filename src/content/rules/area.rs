//! Areas of the basemap that features may take as their geometry.

/// True when the basemap can have such an area: `country:ARM`, `province:Syunik`, `sea:Caspian Sea`, `lake:Sevan`.
///
/// Only the form is checked here; whether the area is there is known when the basemap is read.
pub(in crate::content) fn is_known(area: &str) -> bool {
    match area.split_once(':') {
        Some(("country", code)) => code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase()),
        Some(("province" | "sea" | "lake", name)) => !name.trim().is_empty() && name.trim() == name,
        _ => false,
    }
}
