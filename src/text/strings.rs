//! The words of the interface: one typed table, so that a missing translation does not compile.
//!
//! The program in the browser holds none of them: those of the page's language come with its data.

#[cfg(feature = "native")]
use atlas_map::draw::legend::Sign;
use atlas_model::{Confidence, Kind, Lang, Layer, Quality, Stance, State};
use std::sync::OnceLock;

macro_rules! strings {
    ($($name:ident: $en:literal, $fa:literal;)*) => {
        /// All fixed strings of the interface in one language.
        #[derive(Debug)]
        #[allow(missing_docs, reason = "each field's English text says what it is")]
        pub struct Strings { $(pub $name: &'static str,)* }

        #[cfg(feature = "native")]
        static ENGLISH: Strings = Strings { $($name: $en,)* };
        #[cfg(feature = "native")]
        static PERSIAN: Strings = Strings { $($name: $fa,)* };

        impl Strings {
            /// All of them in order, a line each.
            #[cfg(feature = "native")]
            fn lines(&self) -> String {
                [$(self.$name,)*].join("\n")
            }

            /// Reads them from their lines; `None` when there are too few.
            fn read(lines: &'static str) -> Option<Strings> {
                let mut lines = lines.split('\n');
                Some(Strings { $($name: lines.next()?,)* })
            }
        }

        #[cfg(test)]
        impl Strings {
            fn entries(&self) -> Vec<(&'static str, &'static str)> {
                vec![$((stringify!($name), self.$name),)*]
            }
        }
    };
}

strings! {
    site: "Treaty Atlas", "اطلس پیمان";
    tagline: "The Russia–Iran treaty of 2025, on the map", "پیمان ۲۰۲۵ روسیه و ایران روی نقشه";
    intro: "Forty-seven articles and a preamble bind Russia and Iran for twenty years. This atlas shows the places the treaty and its commentators speak of. Choose one on the map or in the lists below to read what the treaty says about it and how commentators disagree.",
           "یک مقدمه و چهل‌وهفت ماده، روسیه و ایران را برای بیست سال به هم پیوند می‌دهد. این اطلس جاهایی را نشان می‌دهد که پیمان و مفسران آن از آن‌ها سخن می‌گویند. روی نقشه یا در فهرست‌های زیر جایی را برگزینید تا ببینید پیمان درباره‌اش چه می‌گوید و مفسران در چه چیزی با هم اختلاف دارند.";
    skip_to_text: "Skip to the text", "رفتن به متن";
    skip_to_map: "Skip to the map", "رفتن به نقشه";
    main_menu: "Main menu", "فهرست اصلی";
    places: "Places", "جاها";
    places_counted: "places", "جا";
    treaty: "Treaty", "پیمان";
    commentary: "Commentary", "تفسیرها";
    compare: "Compare", "مقایسه";
    about: "About", "درباره";
    language: "Language", "زبان";
    four_subjects: "Four subjects", "چهار موضوع";
    tours: "Tours", "گشت‌ها";
    tours_intro: "Each tour leads in a few stops over places, articles and claims. The heading of a stop opens what it is about.",
                 "هر گشت در چند ایستگاه از جاها، ماده‌ها و ادعاها می‌گذرد. سرعنوان هر ایستگاه موضوع آن را باز می‌کند.";
    stop: "Stop", "ایستگاه";
    all_places: "All places", "همهٔ جاها";
    articles: "Articles", "ماده‌ها";
    articles_counted: "articles", "ماده";
    article: "Article", "مادهٔ";
    articles_range: "Articles", "ماده‌های";
    preamble: "Preamble", "مقدمه";
    section: "Section", "بند";
    sections: "Sections", "بندها";
    as_a_whole: "On the article as a whole", "دربارهٔ کل ماده";
    in_the_treaty: "In the treaty", "در پیمان";
    what_commentators_say: "What commentators say", "مفسران چه می‌گویند";
    opposing_readings: "Opposing readings", "خوانش‌های مخالف";
    places_concerned: "Places", "جاهای مربوط";
    sources: "Sources", "منابع";
    source: "Source", "منبع";
    status: "Status", "وضعیت";
    as_of: "As of", "تا تاریخ";
    as_of_note: "Map and text tell what was known by then; of what is drawn as a faint row of dots, nothing.", "نقشه و متن آنچه را تا آن روز دانسته بود نشان می‌دهند؛ از آنچه با ردیفی از نقطه‌های کم‌رنگ کشیده شده هیچ.";
    newest: "Back to the newest information", "بازگشت به تازه‌ترین اطلاعات";
    undated: "No dated information.", "اطلاع تاریخ‌داری نیست.";
    no_later: "; no later information.", "؛ اطلاع تازه‌تری نیست.";
    history: "Earlier", "پیش از این";
    facts: "Figures", "ارقام";
    claimed: "claimed", "اعلام‌شده";
    area_measured: "Area, measured on this map", "مساحت، اندازه‌گیری روی همین نقشه";
    measured: "measured on this map", "اندازه‌گیری روی همین نقشه";
    length_by_state: "Length by state, measured on this map", "طول در هر کشور، اندازه‌گیری روی همین نقشه";
    land_borders: "Land borders, measured on this map", "مرزهای زمینی، اندازه‌گیری روی همین نقشه";
    borders_note: "With the neighbours that are places of this atlas; a province named here is not counted with its state. Borders are drawn simplified, so the longer and more winding they are, the more they fall short of official figures.",
                  "با همسایگانی که در این اطلس آمده‌اند؛ استانی که نام برده شده جزو کشورش شمرده نشده است. مرزها ساده رسم شده‌اند و هرچه درازتر و پرپیچ‌تر باشند، از ارقام رسمی کوتاه‌تر درمی‌آیند.";
    on_lines: "Lines through it", "خط‌هایی که از آن می‌گذرند";
    along: "Places along it", "جاهای سر راه آن";
    elsewhere: "elsewhere, open sea included", "جای دیگر، از جمله دریای آزاد";
    by_mode: "By mode", "به تفکیک شیوه";
    by_state: "By state", "به تفکیک کشور";
    line_itself: "The line itself", "خود این خط";
    sum: "together", "روی هم";
    parts: "Parts", "بخش‌ها";
    part_of: "Part of", "بخشی از";
    other_names: "Other names", "نام‌های دیگر";
    contested_names: "Contested names", "نام‌های مورد اختلاف";
    geometry: "Line or area on this map", "خط یا پهنه روی نقشه";
    licence: "Licence", "پروانه";
    off_the_map: "This actor lies off the map.", "این بازیگر بیرون از نقشه است.";
    no_claims: "None of the commentaries speaks of this place.", "هیچ‌یک از تفسیرها از این جا سخنی نمی‌گوید.";
    claims_of_whole: "Commentators speak of a line through it:", "مفسران از خطی سخن می‌گویند که از آن می‌گذرد:";
    articles_of_whole: "Articles on a line through it:", "ماده‌های مربوط به خطی که از آن می‌گذرد:";
    no_claims_article: "None of the commentaries speaks of this article.", "هیچ‌یک از تفسیرها از این ماده سخنی نمی‌گوید.";
    paragraph: "¶", "بند";
    quoting: "quoting", "به نقل از";
    says_otherwise: "Says otherwise:", "نظر مخالف:";
    other_evidence: "Other evidence", "شواهد دیگر";
    figures_named: "Figures named", "ارقام یادشده";
    inferred: "link inferred by the atlas", "پیوند را اطلس استنباط کرده است";
    inferred_short: "inferred", "استنباط";
    explicit: "named in the text", "در متن نام برده شده";
    date_unknown: "date unknown", "تاریخ نامعلوم";
    author_unknown: "author unknown", "نویسنده نامعلوم";
    outlet_unknown: "outlet unknown", "ناشر نامعلوم";
    silent_paragraphs: "Paragraphs without a claim", "بندهای بدون ادعا";
    paragraphs: "paragraphs", "بند";
    claims: "claims", "ادعا";
    one_claim: "claim", "ادعا";
    one_place: "place", "جا";
    one_article: "article", "ماده";
    official_texts: "Official texts", "متن‌های رسمی";
    duration: "Duration", "مدت";
    dates: "Dates", "تاریخ‌ها";
    themes: "Themes", "موضوع‌ها";
    previous: "Previous", "پیشین";
    next: "Next", "بعدی";
    map: "Map", "نقشه";
    map_help_label: "Interactive map. Arrow keys move, plus and minus zoom, Home shows the whole map, N and P go from place to place, Enter opens, question mark shows help.",
                    "نقشهٔ تعاملی. کلیدهای جهت حرکت، مثبت و منفی بزرگ‌نمایی، Home کل نقشه، N و P رفتن از جایی به جای دیگر، Enter باز کردن و علامت سؤال راهنما.";
    map_static_label: "Map of the places. Each place is a link.", "نقشهٔ جاها. هر جا یک پیوند است.";
    zoom_in: "Zoom in", "بزرگ‌تر";
    zoom_out: "Zoom out", "کوچک‌تر";
    whole_map: "Whole map", "کل نقشه";
    caucasus: "South Caucasus", "قفقاز جنوبی";
    legend: "Legend", "راهنمای نقشه";
    help: "Help", "راهنما";
    close: "Close", "بستن";
    theme: "Colours", "رنگ‌ها";
    theme_auto: "as the device", "مانند دستگاه";
    theme_light: "light", "روشن";
    theme_dark: "dark", "تیره";
    places_on_map: "Places on the map", "جاهای روی نقشه";
    several_here: "Several places here", "چند جا در این نقطه";
    hint_wheel: "Hold Ctrl to zoom with the wheel", "برای بزرگ‌نمایی با چرخ، Ctrl را نگه دارید";
    hint_touch: "Use two fingers to move the map", "برای جابه‌جایی نقشه از دو انگشت استفاده کنید";
    open_full: "Open the full atlas", "باز کردن اطلس کامل";
    selected: "selected", "برگزیده شد";
    lit_up: "places lit up on the map", "جا روی نقشه برجسته شد";
    keys_title: "Keys on the map", "کلیدهای نقشه";
    key_move: "move", "حرکت";
    key_zoom: "zoom in, zoom out", "بزرگ‌تر، کوچک‌تر";
    key_home: "whole map", "کل نقشه";
    key_walk: "next place, previous place", "جای بعدی، جای پیشین";
    key_open: "open the place", "باز کردن جا";
    key_close: "close", "بستن";
    key_help: "this help", "همین راهنما";
    key_space_enter: "Enter", "Enter";
    arrows: "Arrow keys", "کلیدهای جهت";
    incomplete: "The map works, but a part of it could not be loaded.", "نقشه کار می‌کند، اما بخشی از آن بارگذاری نشد.";
    failed_title: "The interactive map could not be loaded.", "نقشهٔ تعاملی بارگذاری نشد.";
    failed_text: "The page below stays readable and its links work.", "متن صفحه خوانا می‌ماند و پیوندهایش کار می‌کند.";
    retry: "Try again", "تلاش دوباره";
    unknown_place: "There is no such place in this atlas:", "چنین جایی در اطلس نیست:";
    unknown_value: "This part of the address was not understood and was left out:", "این بخش از نشانی فهمیده نشد و کنار گذاشته شد:";
    not_found: "There is no such page in this atlas. The map and the lists show what there is.", "چنین صفحه‌ای در این اطلس نیست. نقشه و فهرست‌ها آنچه را هست نشان می‌دهند.";
    credits: "Sources and licences", "منابع و پروانه‌ها";
    schematic_note: "Schematic: the real course is not published or not fixed.", "طرح‌واره: مسیر واقعی منتشر یا قطعی نشده است.";
    unverified_note: "Not verified. Compare the official text.", "تأیید نشده. با متن رسمی مقایسه کنید.";
    whole_list: "Show all", "نمایش همه";
    back_to: "Back to", "بازگشت به";
    permalink: "Link to this page", "پیوند این صفحه";
    compare_intro: "Where commentators read the same place or article in opposite ways, their claims stand side by side. The atlas takes no side.",
                   "آنجا که مفسران یک جا یا یک ماده را به دو گونهٔ مخالف می‌خوانند، ادعاهایشان کنار هم آمده است. اطلس جانب هیچ‌یک را نمی‌گیرد.";
    commentary_intro: "Five commentaries, read paragraph by paragraph. Each claim is told in our words with its paragraph number.",
                      "پنج تفسیر، بند به بند. هر ادعا با بیان ما و شمارهٔ بند آمده است.";
    translated_note: "Not yet translated; shown in English.", "هنوز ترجمه نشده است؛ به انگلیسی نشان داده می‌شود.";
    download_data: "Download the places as GeoJSON", "دریافت جاها به صورت GeoJSON";
    show_layer: "Show", "نمایش";
    scale: "Scale at the centre of the map", "مقیاس در مرکز نقشه";
    sheet: "Raise or lower the text", "بالا یا پایین بردن متن";
    kind_route: "Route", "مسیر";
    kind_railway: "Railway", "راه‌آهن";
    kind_sea_lane: "Sea lane", "مسیر دریایی";
    kind_pipeline: "Pipeline", "خط لوله";
    kind_port: "Port", "بندر";
    kind_crossing: "Crossing", "گذرگاه مرزی";
    kind_border: "Border", "مرز";
    kind_province: "Province", "استان";
    kind_region: "Region", "منطقه";
    kind_disputed_region: "Disputed region", "منطقهٔ مورد اختلاف";
    kind_sea: "Sea", "دریا";
    kind_strait: "Strait", "تنگه";
    kind_canal: "Canal", "آبراه";
    kind_state: "State", "کشور";
    kind_bloc: "Organisation", "سازمان";
    kind_city: "Town", "شهر";
    kind_base: "Base", "پایگاه";
    kind_plant: "Plant", "نیروگاه";
    layer_corridor: "North–South corridor", "کریدور شمال–جنوب";
    layer_energy: "Gas, oil and nuclear energy", "گاز، نفت و انرژی هسته‌ای";
    layer_syunik: "Syunik and Nakhchivan", "سیونیک و نخجوان";
    layer_caspian: "The Caspian", "دریای خزر";
    layer_security: "Bases and disputed territory", "پایگاه‌ها و سرزمین‌های مورد اختلاف";
    layer_cities: "Towns and ports", "شهرها و بندرها";
    layer_regions: "Seas and regions", "دریاها و منطقه‌ها";
    layer_states: "States and organisations", "کشورها و سازمان‌ها";
    state_operating: "Operating", "در حال کار";
    state_under_construction: "Under construction", "در حال ساخت";
    state_planned: "Planned", "برنامه‌ریزی‌شده";
    state_proposed: "Proposed", "پیشنهادی";
    state_suspended: "Suspended", "متوقف";
    state_disputed: "Disputed", "مورد اختلاف";
    state_destroyed: "Destroyed", "ویران‌شده";
    stance_supportive: "supportive", "موافق";
    stance_critical: "critical", "منتقد";
    stance_sceptical: "sceptical", "مردد";
    stance_descriptive: "descriptive", "توصیفی";
    confidence_text: "From the wording of the treaty", "از متن پیمان";
    confidence_summary: "From a summary of the treaty", "از خلاصهٔ پیمان";
    confidence_commentary: "Known from a commentary only", "تنها از راه یک تفسیر";
    confidence_reported: "Reported", "گزارش‌شده";
    confidence_unverified: "Not verified", "تأییدنشده";
    quality_surveyed: "from survey data", "از داده‌های نقشه‌برداری";
    quality_generalised: "generalised", "ساده‌شده";
    quality_schematic: "schematic", "طرح‌واره";
    step_signed: "Signed", "امضا";
    step_ratified: "Ratified", "تصویب";
    step_in_force: "In force", "لازم‌الاجرا";
    step_expires: "Expires", "پایان";
}

#[cfg(feature = "native")]
impl Strings {
    /// Packs them for the browser.
    pub fn pack(&self) -> Vec<u8> {
        postcard::to_allocvec(&self.lines()).expect("memory holds whatever is written")
    }
}

/// In the browser the strings of the one language of the page come with the atlas.
static OWN: OnceLock<Strings> = OnceLock::new();

impl Strings {
    /// Takes the strings of the page, for good, and answers with the bytes that follow them; `None` when that is not
    /// what the bytes are.
    pub fn settle(packed: &[u8]) -> Option<&[u8]> {
        let (lines, rest) = postcard::take_from_bytes::<&str>(packed).ok()?;
        if OWN.get().is_none() {
            OWN.set(Strings::read(String::from(lines).leak())?).ok()?;
        }
        Some(rest)
    }

    /// The strings of a language: natively any, English where the interface is not offered in it; in the browser those
    /// of the page, whatever the language.
    ///
    /// # Panics
    /// In the browser before they are settled, which is before any island is taken over.
    pub fn of(lang: Lang) -> &'static Strings {
        OWN.get().unwrap_or_else(|| table(lang))
    }
}

#[cfg(feature = "native")]
fn table(lang: Lang) -> &'static Strings {
    match lang {
        Lang::Fa => &PERSIAN,
        _ => &ENGLISH,
    }
}

#[cfg(not(feature = "native"))]
fn table(_: Lang) -> &'static Strings {
    panic!("the strings are settled first")
}

#[cfg(feature = "native")]
fn pick(lang: Lang, english: &'static str, persian: &'static str) -> &'static str {
    if lang == Lang::Fa { persian } else { english }
}

/// The word for a kind of feature.
pub fn kind(lang: Lang, kind: Kind) -> &'static str {
    let s = Strings::of(lang);
    match kind {
        Kind::Route => s.kind_route,
        Kind::Railway => s.kind_railway,
        Kind::SeaLane => s.kind_sea_lane,
        Kind::Pipeline => s.kind_pipeline,
        Kind::Port => s.kind_port,
        Kind::Crossing => s.kind_crossing,
        Kind::Border => s.kind_border,
        Kind::Province => s.kind_province,
        Kind::Region => s.kind_region,
        Kind::DisputedRegion => s.kind_disputed_region,
        Kind::Sea => s.kind_sea,
        Kind::Strait => s.kind_strait,
        Kind::Canal => s.kind_canal,
        Kind::State => s.kind_state,
        Kind::Bloc => s.kind_bloc,
        Kind::City => s.kind_city,
        Kind::Base => s.kind_base,
        Kind::Plant => s.kind_plant,
    }
}

/// The word for a layer.
pub fn layer(lang: Lang, layer: Layer) -> &'static str {
    let s = Strings::of(lang);
    match layer {
        Layer::Corridor => s.layer_corridor,
        Layer::Energy => s.layer_energy,
        Layer::Syunik => s.layer_syunik,
        Layer::Caspian => s.layer_caspian,
        Layer::Security => s.layer_security,
        Layer::Cities => s.layer_cities,
        Layer::Regions => s.layer_regions,
        Layer::States => s.layer_states,
    }
}

/// The word for a state of a feature.
pub fn state(lang: Lang, state: State) -> &'static str {
    let s = Strings::of(lang);
    match state {
        State::Operating => s.state_operating,
        State::UnderConstruction => s.state_under_construction,
        State::Planned => s.state_planned,
        State::Proposed => s.state_proposed,
        State::Suspended => s.state_suspended,
        State::Disputed => s.state_disputed,
        State::Destroyed => s.state_destroyed,
    }
}

/// The word for a stance.
pub fn stance(lang: Lang, stance: Stance) -> &'static str {
    let s = Strings::of(lang);
    match stance {
        Stance::Supportive => s.stance_supportive,
        Stance::Critical => s.stance_critical,
        Stance::Sceptical => s.stance_sceptical,
        Stance::Descriptive => s.stance_descriptive,
    }
}

/// The words for how a statement is known.
pub fn confidence(lang: Lang, confidence: Confidence) -> &'static str {
    let s = Strings::of(lang);
    match confidence {
        Confidence::Text => s.confidence_text,
        Confidence::Summary => s.confidence_summary,
        Confidence::Commentary => s.confidence_commentary,
        Confidence::Reported => s.confidence_reported,
        Confidence::Unverified => s.confidence_unverified,
    }
}

/// The words for the quality of a geometry.
pub fn quality(lang: Lang, quality: Quality) -> &'static str {
    let s = Strings::of(lang);
    match quality {
        Quality::Surveyed => s.quality_surveyed,
        Quality::Generalised => s.quality_generalised,
        Quality::Schematic => s.quality_schematic,
    }
}

/// The words for a sign of the legend.
#[cfg(feature = "native")]
pub fn sign(lang: Lang, sign: Sign) -> &'static str {
    let (english, persian) = match sign {
        Sign::Railway => ("Railway", "راه‌آهن"),
        Sign::RailwayBuilding => ("Railway under construction", "راه‌آهن در حال ساخت"),
        Sign::RailwayPlanned => ("Railway, planned", "راه‌آهن برنامه‌ریزی‌شده"),
        Sign::SeaLane => ("Sea lane", "مسیر دریایی"),
        Sign::Pipeline => ("Pipeline", "خط لوله"),
        Sign::PipelinePlanned => {
            ("Pipeline, planned; arrows show the flow", "خط لولهٔ برنامه‌ریزی‌شده؛ پیکان‌ها جهت جریان")
        }
        Sign::PipelineProposed => ("Pipeline, proposed", "خط لولهٔ پیشنهادی"),
        Sign::RoutePlanned => ("Route across Syunik, planned", "مسیر برنامه‌ریزی‌شده در سیونیک"),
        Sign::Suspended => ("Suspended", "متوقف"),
        Sign::Schematic => ("Course not published or not fixed", "مسیر منتشرنشده یا قطعی‌نشده"),
        Sign::Border => ("Border", "مرز"),
        Sign::DisputedBorder => ("Disputed border or line of control", "مرز مورد اختلاف یا خط کنترل"),
        Sign::Capital => ("Capital", "پایتخت"),
        Sign::Town => ("Town", "شهر"),
        Sign::Terminus => ("End of the corridor", "پایانهٔ کریدور"),
        Sign::Port => ("Port", "بندر"),
        Sign::Crossing => ("Border crossing", "گذرگاه مرزی"),
        Sign::Plant => ("Nuclear power plant", "نیروگاه هسته‌ای"),
        Sign::Base => ("Military base", "پایگاه نظامی"),
        Sign::Party => ("Party to the treaty", "طرف پیمان"),
        Sign::Province => ("Province or area of the text", "استان یا پهنهٔ مورد بحث"),
    };
    pick(lang, english, persian)
}

/// What the legend of a crowded atlas says of its places.
#[cfg(feature = "native")]
pub fn crowded(lang: Lang) -> &'static str {
    pick(
        lang,
        "Not all places are on the map at once: from afar the more important ones, closer up all of them.",
        "همهٔ جاها هم‌زمان روی نقشه نیستند: از دور مهم‌ترها و از نزدیک همهٔ آن‌ها.",
    )
}

/// The word for a step in the life of the treaty.
pub fn step(lang: Lang, kind: &str) -> &str {
    let s = Strings::of(lang);
    match kind {
        "signed" => s.step_signed,
        "ratified" => s.step_ratified,
        "in-force" => s.step_in_force,
        "expires" => s.step_expires,
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_strings_travel_as_lines() {
        let read = Strings::read(PERSIAN.lines().leak()).expect("as many lines as strings");
        assert_eq!(read.entries(), PERSIAN.entries());
        assert!(Strings::read("one\ntwo").is_none());
    }

    #[test]
    fn every_string_is_translated() {
        for (english, persian) in ENGLISH.entries().into_iter().zip(PERSIAN.entries()) {
            assert!(!english.1.is_empty() && !persian.1.is_empty(), "{} is empty", english.0);
            if english.1 != "Enter" {
                assert_ne!(english.1, persian.1, "{} is the same in both languages", english.0);
            }
        }
    }
}
