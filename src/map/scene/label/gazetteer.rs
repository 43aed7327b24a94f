//! Names that the map needs beside the features: where states and waters are lettered, and those the atlas says
//! nothing about.
//!
//! A name is placed by hand where a computed middle would read badly. States that are large on a close map are
//! lettered again in their corners, from the zoom given there. Waters are lettered along a spine, rivers beside their
//! own course.

/// A state, lettered at fixed places.
pub(super) struct State {
    /// ISO code; joins the name with the feature that shows the same thing.
    pub key: &'static str,
    /// Name in English and Persian.
    pub names: (&'static str, &'static str),
    /// As [`atlas_model::Feature::rank`].
    pub rank: u8,
    /// Longitude, latitude and the zoom from which it is lettered there.
    pub places: &'static [(f64, f64, f64)],
}

/// A sea, gulf or lake, lettered along its shape.
pub(super) struct Water {
    /// Id of the feature that shows the same thing.
    pub key: &'static str,
    /// Name in English and Persian.
    pub names: (&'static str, &'static str),
    /// As [`atlas_model::Feature::rank`].
    pub rank: u8,
    /// Where its names go.
    pub spines: &'static [Spine],
}

/// Three places (longitude, latitude) that lettering bends through, read from the first to the last.
pub(super) struct Spine {
    /// The zoom from which it is lettered here.
    pub from: f64,
    /// Start, middle and end.
    pub points: [(f64, f64); 3],
}

/// A river, lettered beside its own course near some places.
pub(super) struct River {
    /// Name in English and Persian.
    pub names: (&'static str, &'static str),
    /// The zoom from which it is lettered.
    pub from: f64,
    /// Longitude and latitude.
    pub places: &'static [(f64, f64)],
}

const fn state(
    key: &'static str,
    english: &'static str,
    persian: &'static str,
    rank: u8,
    places: &'static [(f64, f64, f64)],
) -> State {
    State { key, names: (english, persian), rank, places }
}

const fn water(
    key: &'static str,
    english: &'static str,
    persian: &'static str,
    rank: u8,
    spines: &'static [Spine],
) -> Water {
    Water { key, names: (english, persian), rank, spines }
}

const fn spine(from: f64, points: [(f64, f64); 3]) -> Spine {
    Spine { from, points }
}

const fn river(english: &'static str, persian: &'static str, from: f64, places: &'static [(f64, f64)]) -> River {
    River { names: (english, persian), from, places }
}

const ANY: f64 = f64::NEG_INFINITY;

pub(super) const STATES: &[State] = &[
    state("RUS", "Russia", "روسیه", 1, &[(49.5, 57.6, ANY), (43.2, 46.6, 2.3), (46.6, 42.7, 4.4)]),
    state("IRN", "Iran", "ایران", 1, &[(54.4, 33.2, ANY), (46.9, 37.6, 3.2), (48.6, 36.8, 4.4), (57.3, 28.9, 3.0)]),
    state("KAZ", "Kazakhstan", "قزاقستان", 1, &[(67.5, 48.4, ANY), (53.6, 44.9, 2.6)]),
    state("TKM", "Turkmenistan", "ترکمنستان", 1, &[(59.6, 39.4, ANY), (54.9, 39.7, 3.2)]),
    state("AZE", "Azerbaijan", "آذربایجان", 1, &[(47.7, 40.95, ANY)]),
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

pub(super) const WATERS: &[Water] = &[
    water(
        "caspian-sea",
        "Caspian Sea",
        "دریای خزر",
        1,
        &[
            spine(ANY, [(48.9, 44.5), (50.5, 42.0), (52.3, 39.2)]),
            spine(3.4, [(50.0, 38.6), (51.2, 38.0), (52.6, 37.9)]),
            spine(3.4, [(48.9, 44.9), (50.1, 45.3), (51.6, 45.3)]),
        ],
    ),
    water("persian-gulf", "Persian Gulf", "خلیج فارس", 1, &[spine(ANY, [(48.9, 29.4), (50.9, 27.4), (54.0, 25.7)])]),
    water(
        "mediterranean-sea",
        "Mediterranean Sea",
        "دریای مدیترانه",
        2,
        &[
            spine(ANY, [(24.4, 33.6), (29.0, 33.2), (33.6, 33.5)]),
            spine(1.0, [(15.4, 34.8), (18.8, 34.6), (22.2, 34.9)]),
        ],
    ),
    water("baltic-sea", "Baltic Sea", "دریای بالتیک", 3, &[spine(ANY, [(18.2, 55.9), (19.4, 57.6), (20.2, 59.2)])]),
    water("black-sea", "Black Sea", "دریای سیاه", 2, &[spine(ANY, [(29.6, 42.9), (34.2, 43.3), (39.2, 42.7)])]),
    water("arabian-sea", "Arabian Sea", "دریای عرب", 1, &[spine(ANY, [(58.0, 17.2), (63.6, 16.7), (69.2, 16.6)])]),
    water("red-sea", "Red Sea", "دریای سرخ", 2, &[spine(ANY, [(35.4, 25.3), (37.6, 21.3), (40.3, 17.2)])]),
    water("gulf-of-oman", "Gulf of Oman", "دریای عمان", 3, &[spine(1.0, [(57.6, 24.55), (58.9, 23.95), (60.6, 23.7)])]),
    water("gulf-of-aden", "Gulf of Aden", "خلیج عدن", 3, &[spine(ANY, [(44.6, 11.9), (48.0, 12.5), (51.4, 13.3)])]),
    water("bay-of-bengal", "Bay of Bengal", "خلیج بنگال", 2, &[spine(ANY, [(83.6, 15.0), (87.4, 14.9), (91.2, 14.6)])]),
    water("aegean-sea", "Aegean Sea", "دریای اژه", 4, &[spine(1.0, [(24.3, 39.9), (25.0, 38.3), (25.9, 36.8)])]),
    water("sea-of-azov", "Sea of Azov", "دریای آزوف", 4, &[spine(1.4, [(35.4, 45.95), (36.7, 46.15), (38.0, 46.5)])]),
    water("aral-sea", "Aral Sea", "دریاچهٔ آرال", 4, &[spine(1.6, [(58.6, 45.5), (59.4, 45.4), (60.4, 45.5)])]),
    water(
        "strait-of-hormuz",
        "Strait of Hormuz",
        "تنگهٔ هرمز",
        4,
        &[spine(2.6, [(55.75, 26.15), (56.4, 26.5), (56.85, 26.2)])],
    ),
    water(
        "kara-bogaz-gol",
        "Kara-Bogaz-Gol",
        "قره‌بغاز گل",
        5,
        &[spine(2.8, [(52.95, 41.3), (53.5, 41.4), (54.2, 41.3)])],
    ),
    water("lake-urmia", "Lake Urmia", "دریاچهٔ ارومیه", 5, &[spine(3.0, [(45.2, 38.05), (45.4, 37.7), (45.6, 37.25)])]),
    water("lake-van", "Lake Van", "دریاچهٔ وان", 5, &[spine(3.0, [(42.5, 38.55), (42.9, 38.62), (43.3, 38.75)])]),
    water("lake-sevan", "Lake Sevan", "دریاچهٔ سوان", 5, &[spine(3.6, [(45.05, 40.52), (45.3, 40.35), (45.5, 40.2)])]),
];

pub(super) const RIVERS: &[River] = &[
    river("Volga", "ولگا", 0.6, &[(46.6, 48.5), (48.4, 53.4), (44.4, 56.2)]),
    river("Ural", "اورال", 1.2, &[(51.5, 49.6)]),
    river("Don", "دن", 1.2, &[(40.6, 50.2)]),
    river("Dnieper", "دنیپر", 1.4, &[(32.6, 49.2)]),
    river("Danube", "دانوب", 1.4, &[(24.6, 43.7)]),
    river("Euphrates", "فرات", 1.2, &[(40.8, 34.6)]),
    river("Tigris", "دجله", 1.4, &[(44.0, 34.6)]),
    river("Amu Darya", "آمودریا", 1.2, &[(62.8, 39.6)]),
    river("Syr Darya", "سیردریا", 1.2, &[(65.6, 44.6)]),
    river("Indus", "سند", 1.2, &[(69.2, 28.6)]),
    river("Ganges", "گنگ", 1.4, &[(80.6, 26.2)]),
    river("Nile", "نیل", 1.2, &[(31.0, 27.6)]),
    river("Helmand", "هیرمند", 2.2, &[(62.8, 30.9)]),
    river("Karun", "کارون", 2.4, &[(48.8, 31.6)]),
    river("Kura", "کُر", 2.8, &[(47.3, 40.6), (45.2, 41.3)]),
    river("Aras", "ارس", 2.6, &[(46.9, 39.2), (44.2, 40.0), (48.0, 39.8)]),
    river("Terek", "ترک", 2.8, &[(45.6, 43.6)]),
];

/// The places by hand for the lettering of a state.
pub(super) fn state_of(key: &str) -> Option<&'static State> {
    STATES.iter().find(|entry| entry.key == key)
}

/// The spines by hand for the lettering of a water.
pub(super) fn water_of(key: &str) -> Option<&'static Water> {
    WATERS.iter().find(|entry| entry.key == key)
}
