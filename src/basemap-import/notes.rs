//! What is written beside the data: where each part is from and what was done to it.

use super::fetch::{PackageRegistry, Source};
use super::sources::{BORDERS, LAKES, LAND_BORDERS, OCEAN, PROVINCE_LINES, RIVER_POINTS, RIVER_TABLE, SEAS};
use std::fmt::Write;
use std::time::{SystemTime, UNIX_EPOCH};

/// The page for curators.
pub(super) const README: &str = include_str!("README.basemap.md");

/// A part of the basemap that has one licence.
pub(super) struct BasemapPart {
    /// Name of its files.
    pub name: &'static str,
    licence: &'static str,
    attribution: &'static str,
    done: &'static str,
    sources: &'static [&'static Source],
}

/// Countries, provinces, seas and borders.
pub(super) const OSM: BasemapPart = BasemapPart {
    name: "osm",
    licence: "ODbL-1.0",
    attribution: "© OpenStreetMap contributors",
    done: "Countries, seas, provinces, borders, and the Aras where it is the border. Clipped; Crimea and the Golan moved \
           to the countries they belong to by resolutions of the UN General Assembly; differences of up to 3 km between \
           neighbours removed; small islands dropped; province lines of Natural Earth closed on the borders, that of \
           Ardabil corrected at Kaleybar, the one missing between West Azerbaijan and Zanjan added straight; simplified \
           and rounded.",
    sources: &[&BORDERS, &SEAS, &PROVINCE_LINES, &LAND_BORDERS],
};

/// Lakes and lines of control.
pub(super) const NATURAL_EARTH: BasemapPart = BasemapPart {
    name: "natural-earth",
    licence: "public domain",
    attribution: "Made with Natural Earth",
    done: "Lakes of 300 km² and more (2,500 km² beyond the frame), the Kara-Bogaz-Gol without the sea before it, and the \
           lines of control on the Golan and in Cyprus. Lakes named by position; simplified and rounded.",
    sources: &[&LAKES, &OCEAN, &LAND_BORDERS],
};

/// Rivers.
pub(super) const RIVERS: BasemapPart = BasemapPart {
    name: "rivers",
    licence: "LGPL-3.0-or-later",
    attribution: "Rivers: GSHHG/WDBII (Wessel and Smith)",
    done: "Great rivers, followed and named by position, joined across reservoirs; simplified and rounded.",
    sources: &[&RIVER_TABLE, &RIVER_POINTS],
};

/// The note on a part, imported on a date.
pub(super) fn toml(part: &BasemapPart, date: String) -> String {
    let mut text = String::from("# Written by `cargo run --release -- import`; do not edit.\n");
    let mut line = |key: &str, value: &str| {
        let _ = writeln!(text, "{key} = \"{value}\"");
    };
    line("licence", part.licence);
    line("attribution", part.attribution);
    line("imported", &date);
    line("done", part.done);
    for source in part.sources {
        let registry = if source.registry == PackageRegistry::Npm { "npm" } else { "PyPI" };
        let _ = writeln!(text, "\n[[source]]");
        let rows = [
            ("registry", registry),
            ("package", source.package),
            ("version", source.version),
            ("file", source.file),
            ("sha256", source.sha256),
        ];
        for (key, value) in rows {
            let _ = writeln!(text, "{key} = \"{value}\"");
        }
    }
    text
}

/// Today's date in UTC, as year-month-day.
pub(super) fn today() -> String {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    date(seconds / 86_400)
}

/// The Gregorian date some days after 1 January 1970.
fn date(days: u64) -> String {
    let leap = |year: u64| year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let (mut year, mut left) = (1970, days);
    while left >= 365 + u64::from(leap(year)) {
        left -= 365 + u64::from(leap(year));
        year += 1;
    }
    let mut month = 1;
    for days in [31, 28 + u64::from(leap(year)), 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] {
        if left < days {
            break;
        }
        left -= days;
        month += 1;
    }
    format!("{year}-{month:02}-{:02}", left + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_gregorian() {
        let known = [
            (0, "1970-01-01"),
            (59, "1970-03-01"),
            (11_016, "2000-02-29"),
            (20_454, "2026-01-01"),
            (20_819, "2027-01-01"),
        ];
        for (days, expected) in known {
            assert_eq!(date(days), expected);
        }
    }

    #[test]
    fn notes_are_toml() {
        for part in [OSM, NATURAL_EARTH, RIVERS] {
            let note = toml(&part, date(0)).parse::<toml_edit::DocumentMut>().expect("a TOML document");
            assert_eq!(
                note["source"].as_array_of_tables().map(toml_edit::ArrayOfTables::len),
                Some(part.sources.len())
            );
        }
    }
}
