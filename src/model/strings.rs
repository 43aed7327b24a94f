//! The words of the interface in one language.
//!
//! They come from `strings/<language>.toml` of the content folder. The browser gets those of the language of its page,
//! with the atlas.

use std::fmt;

macro_rules! strings {
    (everywhere: $($name:ident)*; on pages alone: $($alone:ident)*;) => {
        #[allow(non_camel_case_types, reason = "the names are the keys of the files")]
        enum Key { $($name,)* $($alone,)* }

        #[allow(missing_docs, reason = "the English text of each key says what it is")]
        impl Strings {
            /// The keys of a file of strings, in the order in which they are packed.
            pub const KEYS: &[&str] = &[$(stringify!($name),)* $(stringify!($alone),)*];
            /// How many of them, from the first on, the browser gets.
            const TRAVELLING: usize = [$(stringify!($name),)*].len();

            $(pub fn $name(&self) -> &str { self.word(Key::$name) })*
            $(pub fn $alone(&self) -> &str { self.word(Key::$alone) })*
        }
    };
}

strings! {
    everywhere:
    digits thousands decimal months million billion unit_km unit_km2 unit_m unit_bcm_a_year
    unit_t_a_year unit_mw unit_people unit_dollars unit_euros unit_years places places_counted treaty commentary
    compare about tours tours_intro stop all_places articles articles_counted article articles_range preamble
    sections as_a_whole in_the_treaty what_commentators_say opposing_readings places_concerned sources source as_of
    as_of_note newest undated no_later history facts claimed area_measured measured length_by_state land_borders
    borders_note on_lines along elsewhere by_mode by_state line_itself sum parts part_of other_names
    contested_names geometry licence off_the_map no_claims claims_of_whole articles_of_whole no_claims_article
    paragraph quoting says_otherwise other_evidence figures_named inferred inferred_short explicit date_unknown
    author_unknown outlet_unknown silent_paragraphs paragraphs claims one_claim one_place one_article
    official_texts duration dates themes previous next map map_help_label zoom_in zoom_out whole_map legend close
    theme theme_auto theme_light theme_dark places_on_map several_here hint_wheel hint_touch open_full selected
    lit_up keys_title key_move key_zoom key_home key_walk key_open key_close key_help key_space_enter arrows
    incomplete failed_title failed_text retry unknown_value not_found schematic_note compare_intro
    show_layer kind_route kind_railway kind_sea_lane kind_pipeline kind_port kind_crossing kind_border
    kind_province kind_region kind_disputed_region kind_sea kind_strait kind_canal kind_state kind_bloc kind_city
    kind_base kind_plant kind_field state_operating state_under_construction state_planned state_proposed state_suspended
    state_disputed state_destroyed stance_supportive stance_critical stance_sceptical stance_descriptive
    confidence_text confidence_summary confidence_commentary confidence_reported confidence_unverified
    quality_surveyed quality_generalised quality_schematic step_signed step_ratified step_in_force step_expires;
    on pages alone:
    skip_to_text main_menu credits download_data sign_railway sign_railway_building sign_railway_planned
    sign_sea_lane sign_pipeline sign_pipeline_planned sign_pipeline_proposed sign_route_planned sign_suspended
    sign_schematic sign_border sign_disputed_border sign_capital sign_town sign_terminus sign_port sign_crossing
    sign_plant sign_field sign_base sign_party sign_province crowded;
}

/// All words of the interface in one language.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Strings {
    words: Vec<String>,
}

impl Strings {
    /// Takes the word for each key; `None` where one is missing.
    pub fn new(word: impl FnMut(&'static str) -> Option<String>) -> Option<Strings> {
        let words: Option<Vec<String>> = Strings::KEYS.iter().copied().map(word).collect();
        Some(Strings { words: words? })
    }

    // Not inlined: some two hundred places in the templates ask for a word.
    #[inline(never)]
    fn word(&self, key: Key) -> &str {
        self.words.get(key as usize).map_or("", String::as_str)
    }

    /// Packs those that the browser needs.
    pub fn pack(&self) -> Vec<u8> {
        let travelling: Vec<&String> = self.words.iter().take(Strings::TRAVELLING).collect();
        postcard::to_allocvec(&travelling).expect("memory holds whatever is written")
    }

    /// Reads packed strings and answers with the bytes that follow them; `None` when that is not what the bytes are.
    pub fn unpack(packed: &[u8]) -> Option<(Strings, &[u8])> {
        let (words, rest) = postcard::take_from_bytes::<Vec<String>>(packed).ok()?;
        (words.len() == Strings::TRAVELLING).then_some((Strings { words }, rest))
    }
}

impl fmt::Debug for Strings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Strings({} words)", self.words.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_browser_needs_travels() {
        let all = Strings::new(|key| Some(key.to_owned())).expect("all keys have a word");
        let packed = [all.pack(), vec![7]].concat();
        let (there, rest) = Strings::unpack(&packed).expect("our own packing");
        assert_eq!((there.zoom_in(), there.crowded(), rest), ("zoom_in", "", &[7][..]));
        assert_eq!(all.crowded(), "crowded");
        assert_eq!(Strings::unpack(&packed[..packed.len() / 2]), None);
        assert_eq!(Strings::new(|key| (key != "map").then(|| key.to_owned())), None);
    }
}
