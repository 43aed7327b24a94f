//! Names that the map needs beside the features: where states and waters are lettered, and those the atlas says
//! nothing about.
//!
//! A name is placed by hand where a computed middle would read badly. States that are large on a close map are
//! lettered again in their corners, from the zoom given there.

/// A name at fixed places.
pub(super) struct Entry {
    /// ISO code of a state, or id of a feature; joins the name with the feature that shows the same thing.
    pub key: &'static str,
    /// Name in English and Persian.
    pub names: (&'static str, &'static str),
    /// As [`crate::atlas::Feature::rank`].
    pub rank: u8,
    /// Longitude, latitude and the zoom from which it is lettered there.
    pub places: &'static [(f64, f64, f64)],
    /// Slope of the lettering, degrees clockwise.
    pub angle: f64,
}

const fn state(
    key: &'static str,
    english: &'static str,
    persian: &'static str,
    rank: u8,
    places: &'static [(f64, f64, f64)],
) -> Entry {
    Entry { key, names: (english, persian), rank, places, angle: 0.0 }
}

const fn water(
    key: &'static str,
    english: &'static str,
    persian: &'static str,
    rank: u8,
    places: &'static [(f64, f64, f64)],
    angle: f64,
) -> Entry {
    Entry { key, names: (english, persian), rank, places, angle }
}

const ANY: f64 = f64::NEG_INFINITY;

pub(super) const STATES: &[Entry] = &[
    state("RUS", "Russia", "روسیه", 1, &[(49.5, 57.6, ANY), (43.2, 46.6, 2.3), (46.6, 42.7, 4.4)]),
    state("IRN", "Iran", "ایران", 1, &[(54.4, 33.2, ANY), (46.9, 37.6, 3.2), (48.6, 36.8, 4.4), (57.3, 28.9, 3.0)]),
    state("KAZ", "Kazakhstan", "قزاقستان", 1, &[(67.5, 48.4, ANY), (53.6, 44.9, 2.6)]),
    state("TKM", "Turkmenistan", "ترکمنستان", 1, &[(59.6, 39.4, ANY), (54.9, 39.7, 3.2)]),
    state("AZE", "Azerbaijan", "آذربایجان", 1, &[(47.9, 40.45, ANY)]),
    state("ARM", "Armenia", "ارمنستان", 1, &[(44.8, 40.45, ANY), (45.95, 39.75, 4.6)]),
    state("GEO", "Georgia", "گرجستان", 2, &[(43.5, 42.05, ANY)]),
    state("TUR", "Turkey", "ترکیه", 1, &[(33.4, 39.2, ANY), (42.6, 39.3, 2.6)]),
    state("IND", "India", "هند", 1, &[(77.6, 23.4, ANY)]),
    state("UKR", "Ukraine", "اوکراین", 2, &[(30.6, 49.5, ANY)]),
    state("SAU", "Saudi Arabia", "عربستان سعودی", 2, &[(44.6, 24.4, ANY)]),
    state("IRQ", "Iraq", "عراق", 3, &[(43.3, 33.0, ANY)]),
    state("SYR", "Syria", "سوریه", 2, &[(38.6, 35.1, ANY)]),
    state("UZB", "Uzbekistan", "ازبکستان", 3, &[(63.2, 42.2, ANY)]),
    state("AFG", "Afghanistan", "افغانستان", 2, &[(65.6, 33.6, ANY)]),
    state("PAK", "Pakistan", "پاکستان", 2, &[(67.6, 28.4, ANY)]),
    state("CHN", "China", "چین", 2, &[(85.0, 38.6, ANY)]),
    state("BLR", "Belarus", "بلاروس", 3, &[(28.0, 53.4, ANY)]),
    state("EGY", "Egypt", "مصر", 2, &[(29.6, 26.6, ANY)]),
    state("OMN", "Oman", "عمان", 3, &[(56.4, 20.9, ANY)]),
    state("YEM", "Yemen", "یمن", 3, &[(47.6, 15.9, ANY)]),
    state("ARE", "U.A.E.", "امارات", 4, &[(54.3, 23.5, ANY)]),
    state("QAT", "Qatar", "قطر", 5, &[(51.2, 25.2, ANY)]),
    state("KWT", "Kuwait", "کویت", 4, &[(47.6, 29.3, ANY)]),
    state("JOR", "Jordan", "اردن", 4, &[(36.7, 31.0, ANY)]),
    state("ISR", "Israel", "اسرائیل", 3, &[(34.85, 31.0, ANY)]),
    state("LBN", "Lebanon", "لبنان", 4, &[(35.9, 33.9, ANY)]),
    state("TJK", "Tajikistan", "تاجیکستان", 4, &[(71.0, 38.7, ANY)]),
    state("KGZ", "Kyrgyzstan", "قرقیزستان", 4, &[(74.6, 41.5, ANY)]),
    state("POL", "Poland", "لهستان", 3, &[(19.8, 52.2, ANY)]),
    state("ROU", "Romania", "رومانی", 3, &[(24.8, 45.9, ANY)]),
    state("BGR", "Bulgaria", "بلغارستان", 4, &[(25.2, 42.7, ANY)]),
    state("GRC", "Greece", "یونان", 4, &[(21.9, 39.5, ANY)]),
    state("MDA", "Moldova", "مولداوی", 5, &[(28.6, 47.2, ANY)]),
    state("LTU", "Lithuania", "لیتوانی", 4, &[(23.9, 55.4, ANY)]),
    state("LVA", "Latvia", "لتونی", 4, &[(25.4, 56.9, ANY)]),
    state("EST", "Estonia", "استونی", 4, &[(25.8, 58.7, ANY)]),
    state("FIN", "Finland", "فنلاند", 3, &[(26.2, 62.8, ANY)]),
    state("SWE", "Sweden", "سوئد", 3, &[(15.6, 60.6, ANY)]),
    state("HUN", "Hungary", "مجارستان", 4, &[(19.4, 47.1, ANY)]),
    state("SRB", "Serbia", "صربستان", 5, &[(20.9, 44.1, ANY)]),
    state("DEU", "Germany", "آلمان", 3, &[(10.4, 51.2, ANY)]),
    state("ITA", "Italy", "ایتالیا", 3, &[(12.6, 42.9, ANY)]),
    state("LBY", "Libya", "لیبی", 3, &[(17.6, 27.4, ANY)]),
    state("SDN", "Sudan", "سودان", 3, &[(32.3, 19.2, ANY)]),
    state("TCD", "Chad", "چاد", 4, &[(18.8, 15.6, ANY)]),
    state("ETH", "Ethiopia", "اتیوپی", 3, &[(39.4, 9.2, ANY)]),
    state("ERI", "Eritrea", "اریتره", 5, &[(38.4, 15.6, ANY)]),
    state("SOM", "Somalia", "سومالی", 4, &[(46.2, 5.4, ANY)]),
    state("NPL", "Nepal", "نپال", 4, &[(83.9, 28.3, ANY)]),
    state("BGD", "Bangladesh", "بنگلادش", 4, &[(89.8, 24.2, ANY)]),
    state("LKA", "Sri Lanka", "سری‌لانکا", 4, &[(80.7, 7.6, ANY)]),
    state("MNG", "Mongolia", "مغولستان", 3, &[(102.5, 46.6, ANY)]),
    state("MMR", "Myanmar", "میانمار", 4, &[(96.0, 21.6, ANY)]),
];

pub(super) const WATERS: &[Entry] = &[
    water(
        "caspian-sea",
        "Caspian Sea",
        "دریای خزر",
        1,
        &[(50.9, 41.6, ANY), (51.3, 39.2, 3.4), (49.6, 44.3, 3.4)],
        66.0,
    ),
    water("persian-gulf", "Persian Gulf", "خلیج فارس", 1, &[(51.35, 27.2, ANY)], 43.0),
    water("mediterranean-sea", "Mediterranean Sea", "دریای مدیترانه", 2, &[(31.3, 33.1, ANY), (19.0, 34.6, 1.0)], -6.0),
    water("baltic-sea", "Baltic Sea", "دریای بالتیک", 3, &[(19.6, 57.7, ANY)], -70.0),
    water("black-sea", "Black Sea", "دریای سیاه", 2, &[(34.2, 43.2, ANY)], -6.0),
    water("arabian-sea", "Arabian Sea", "دریای عرب", 1, &[(63.6, 18.7, ANY)], 0.0),
    water("red-sea", "Red Sea", "دریای سرخ", 2, &[(37.9, 20.9, ANY)], 53.0),
    water("gulf-of-oman", "Gulf of Oman", "دریای عمان", 3, &[(59.4, 24.75, 1.0)], 10.0),
    water("gulf-of-aden", "Gulf of Aden", "خلیج عدن", 3, &[(48.2, 12.4, ANY)], -14.0),
    water("bay-of-bengal", "Bay of Bengal", "خلیج بنگال", 2, &[(87.6, 15.2, ANY)], 0.0),
    water("aegean-sea", "Aegean Sea", "دریای اژه", 4, &[(25.1, 38.6, 1.0)], 62.0),
    water("sea-of-azov", "Sea of Azov", "دریای آزوف", 4, &[(36.8, 46.15, 1.4)], 0.0),
    water("aral-sea", "Aral Sea", "دریاچهٔ آرال", 4, &[(59.4, 45.4, 1.6)], 0.0),
    water("lake-urmia", "Lake Urmia", "دریاچهٔ ارومیه", 5, &[(45.45, 37.75, 3.0)], 70.0),
    water("lake-van", "Lake Van", "دریاچهٔ وان", 5, &[(42.9, 38.65, 3.0)], 0.0),
    water("lake-sevan", "Lake Sevan", "دریاچهٔ سوان", 5, &[(45.3, 40.35, 3.6)], 50.0),
];

/// The place by hand for a state or water.
pub(super) fn find(entries: &'static [Entry], key: &str) -> Option<&'static Entry> {
    entries.iter().find(|entry| entry.key == key)
}
