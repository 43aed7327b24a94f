//! Which word of the interface stands for what.

use atlas_map::draw::legend::Sign;
use atlas_model::{Confidence, Kind, Quality, Stance, State, Strings};

/// The word for a kind of feature.
pub fn kind(s: &Strings, kind: Kind) -> &str {
    match kind {
        Kind::Route => s.kind_route(),
        Kind::Railway => s.kind_railway(),
        Kind::SeaLane => s.kind_sea_lane(),
        Kind::Pipeline => s.kind_pipeline(),
        Kind::Port => s.kind_port(),
        Kind::Crossing => s.kind_crossing(),
        Kind::Border => s.kind_border(),
        Kind::Province => s.kind_province(),
        Kind::Region => s.kind_region(),
        Kind::DisputedRegion => s.kind_disputed_region(),
        Kind::Sea => s.kind_sea(),
        Kind::Strait => s.kind_strait(),
        Kind::Canal => s.kind_canal(),
        Kind::State => s.kind_state(),
        Kind::Bloc => s.kind_bloc(),
        Kind::City => s.kind_city(),
        Kind::Base => s.kind_base(),
        Kind::Plant => s.kind_plant(),
        Kind::Field => s.kind_field(),
    }
}

/// The word for a state of a feature.
pub fn state(s: &Strings, state: State) -> &str {
    match state {
        State::Operating => s.state_operating(),
        State::UnderConstruction => s.state_under_construction(),
        State::Planned => s.state_planned(),
        State::Proposed => s.state_proposed(),
        State::Suspended => s.state_suspended(),
        State::Disputed => s.state_disputed(),
        State::Destroyed => s.state_destroyed(),
    }
}

/// The word for a stance.
pub fn stance(s: &Strings, stance: Stance) -> &str {
    match stance {
        Stance::Supportive => s.stance_supportive(),
        Stance::Critical => s.stance_critical(),
        Stance::Sceptical => s.stance_sceptical(),
        Stance::Descriptive => s.stance_descriptive(),
    }
}

/// The words for how a statement is known.
pub fn confidence(s: &Strings, confidence: Confidence) -> &str {
    match confidence {
        Confidence::Text => s.confidence_text(),
        Confidence::Summary => s.confidence_summary(),
        Confidence::Commentary => s.confidence_commentary(),
        Confidence::Reported => s.confidence_reported(),
        Confidence::Unverified => s.confidence_unverified(),
    }
}

/// The words for the quality of a geometry.
pub fn quality(s: &Strings, quality: Quality) -> &str {
    match quality {
        Quality::Surveyed => s.quality_surveyed(),
        Quality::Generalised => s.quality_generalised(),
        Quality::Schematic => s.quality_schematic(),
    }
}

/// The words for a sign of the legend.
pub fn sign(s: &Strings, sign: Sign) -> &str {
    match sign {
        Sign::Railway => s.sign_railway(),
        Sign::RailwayBuilding => s.sign_railway_building(),
        Sign::RailwayPlanned => s.sign_railway_planned(),
        Sign::SeaLane => s.sign_sea_lane(),
        Sign::Pipeline => s.sign_pipeline(),
        Sign::PipelinePlanned => s.sign_pipeline_planned(),
        Sign::PipelineProposed => s.sign_pipeline_proposed(),
        Sign::RoutePlanned => s.sign_route_planned(),
        Sign::Suspended => s.sign_suspended(),
        Sign::Schematic => s.sign_schematic(),
        Sign::Border => s.sign_border(),
        Sign::DisputedBorder => s.sign_disputed_border(),
        Sign::Capital => s.sign_capital(),
        Sign::Town => s.sign_town(),
        Sign::Terminus => s.sign_terminus(),
        Sign::Port => s.sign_port(),
        Sign::Crossing => s.sign_crossing(),
        Sign::Plant => s.sign_plant(),
        Sign::Field => s.sign_field(),
        Sign::Base => s.sign_base(),
        Sign::Party => s.sign_party(),
        Sign::Province => s.sign_province(),
    }
}

/// The word for a step in the life of the treaty.
pub fn step<'a>(s: &'a Strings, kind: &'a str) -> &'a str {
    match kind {
        "signed" => s.step_signed(),
        "ratified" => s.step_ratified(),
        "in-force" => s.step_in_force(),
        "expires" => s.step_expires(),
        other => other,
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use std::fs;

    /// The words of a language as the atlas has them.
    pub(crate) fn strings(code: &str) -> Strings {
        let path = format!("{}/../../geodata/strings/{code}.toml", env!("CARGO_MANIFEST_DIR"));
        let text = fs::read_to_string(path).expect("a file");
        let file = toml_edit::Document::parse(text).expect("TOML");
        Strings::new(|key| Some(file.get(key)?.as_str()?.to_owned())).expect("a word for each key")
    }

    #[test]
    fn a_step_without_a_word_of_its_own_is_called_what_it_is() {
        let s = strings("en");
        assert_eq!((step(&s, "in-force"), step(&s, "amended")), ("In force", "amended"));
    }
}
