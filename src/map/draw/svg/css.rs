//! The style sheet of the map, from the same tables the canvas reads.

use super::path::UNITS;
use crate::draw::palette::{layers, name, own_name};
use crate::scene::{Cap, Fill, HALO, Lettering, Pen, RECEDING, SizeClass, Stroke, Token};
use atlas_model::Profile;

/// Tokens of the map itself that a feature can have for its own colour.
const OWN: [Token; 6] = [Token::Ink, Token::Mute, Token::Water, Token::Accent, Token::Border, Token::Party];

/// The class that gives a group its own colour: `c-ink`, `c-layer-roads`.
pub fn own_class(token: Token, profile: &Profile) -> String {
    ["c-", &name(token, profile)].concat()
}

/// Rules for everything inside `svg.chart`. Its container must be a size container named `map`
/// (`container: map / size`).
pub fn css(profile: &Profile) -> String {
    let mut css = String::from(BASE);
    for token in OWN.into_iter().chain(layers(profile)) {
        let name = name(token, profile);
        push(&mut css, &[".c-", &name, "{--own:var(--", &name, ")}"]);
    }
    for stroke in Stroke::ALL {
        push(&mut css, &[".chart .", stroke.class(), "{", &pen(stroke.pen()), "}"]);
    }
    for fill in Fill::ALL {
        let paint = match fill.paint() {
            Some((token, alpha)) if alpha < 1.0 => [&var(token), ";fill-opacity:", &decimal(alpha)].concat(),
            Some((token, _)) => var(token),
            None => "transparent".to_owned(),
        };
        push(&mut css, &[".chart .", fill.class(), "{fill:", &paint, "}"]);
    }
    for lettering in Lettering::ALL {
        let letters = lettering.letters();
        let mut rule = ["font-size:", &decimal(letters.size / 10.0), "em;fill:", &var(letters.token)].concat();
        rule.push_str(&[";stroke:", &var(letters.halo)].concat());
        rule.push_str(if letters.serif { ";font-family:var(--serif)" } else { ";font-family:var(--sans)" });
        if letters.bold {
            rule.push_str(";font-weight:600");
        }
        if letters.italic {
            rule.push_str(";font-style:italic");
        }
        // Names of the ground are spread each in its own way.
        if letters.spacing > 0.0 && !lettering.is_ground() {
            rule.push_str(&[";letter-spacing:", &decimal(letters.spacing), "em"].concat());
        }
        push(&mut css, &[".chart .", lettering.class(), "{", &rule, "}"]);
    }
    push(&mut css, &[".chart text{stroke-width:", &decimal(HALO), "em}"]);
    push(&mut css, &[".chart .re{opacity:", &decimal(RECEDING), "}"]);
    css.push_str(&sizes());
    css
}

/// Names and symbols of the class that fits the container: the largest, unless the container is smaller.
fn sizes() -> String {
    let mut css = String::from(".chart .v,.chart [class^=labels]{display:none}\n");
    let mut bounds = (f64::INFINITY, f64::INFINITY);
    for class in SizeClass::ALL.into_iter().rev() {
        let letter = class.letter();
        let size = decimal(10.0 * UNITS * class.divisor() * class.type_factor());
        push(&mut css, &[".chart .labels-", letter, "{font-size:", &size, "px}"]);
        if bounds.0.is_finite() {
            let (width, height) = (decimal(bounds.0), decimal(bounds.1));
            push(&mut css, &["@container map (width < ", &width, "px) or (height < ", &height, "px){"]);
            css.push_str(".chart .v,.chart [class^=labels]{display:none}");
        }
        let symbols = decimal(class.divisor() * class.type_factor() * UNITS);
        push(&mut css, &[".chart{--k:", &symbols, ";--s:", &decimal(class.stroke_factor()), "}"]);
        push(&mut css, &[".chart .v-", letter, ",.chart .labels-", letter, "{display:inline}"]);
        if bounds.0.is_finite() {
            css.push_str("}\n");
        }
        bounds = class.least();
    }
    css
}

fn pen(pen: Pen) -> String {
    let mut rule = ["stroke:", &var(pen.token), ";stroke-width:calc(var(--s)*", &decimal(pen.width), "px)"].concat();
    if pen.opacity < 1.0 {
        rule.push_str(&[";stroke-opacity:", &decimal(pen.opacity)].concat());
    }
    if !pen.dash.is_empty() {
        let lengths: Vec<String> = pen.dash.iter().map(|length| decimal(*length)).collect();
        rule.push_str(&[";stroke-dasharray:", &lengths.join(" ")].concat());
    }
    if pen.cap == Cap::Butt {
        rule.push_str(";stroke-linecap:butt");
    }
    rule
}

fn var(token: Token) -> String {
    ["var(--", own_name(token), ")"].concat()
}

/// A number with at most three decimals, without a leading zero.
pub(super) fn decimal(value: f64) -> String {
    let rounded = ((value * 1000.0).round() / 1000.0).to_string();
    match rounded.strip_prefix("0.") {
        Some(fraction) => [".", fraction].concat(),
        None => rounded,
    }
}

fn push(css: &mut String, parts: &[&str]) {
    parts.iter().for_each(|part| css.push_str(part));
    css.push('\n');
}

/// What holds for the whole map.
const BASE: &str = "\
.chart{display:block;width:100%;height:100%;fill:none;pointer-events:none;user-select:none;-webkit-user-select:none}
.chart-path,.chart>g>path,.chart .ld,.chart .lc,.frame rect{vector-effect:non-scaling-stroke;fill-rule:evenodd;clip-rule:evenodd;stroke-linejoin:round}
.chart text{paint-order:stroke;stroke-linejoin:round;cursor:inherit}
.chart text{direction:ltr}.chart .mid{text-anchor:middle}.chart .end{text-anchor:end}.chart .rtl{letter-spacing:0;font-style:normal}
.chart a{cursor:pointer}.chart a text,.chart .hs{pointer-events:all}
.chart a .f0,.chart a .fp,.chart a .ft,.chart a .fr,.chart a .fs,.chart a .fh,.chart .sea .fw{pointer-events:fill}
.chart .hit{stroke:transparent;stroke-width:14;stroke-linecap:round;pointer-events:stroke}
.chart .k{transform:scale(var(--k))}
.sy-fp{fill:var(--paper)}.sy-fi{fill:var(--ink)}.sy-fa{fill:var(--accent)}.sy-fo{fill:var(--own)}
.sy-sp{stroke:var(--paper)}.sy-si{stroke:var(--ink)}.sy-sa{stroke:var(--accent)}.sy-so{stroke:var(--own)}
.chart{stroke-linecap:round;stroke-linejoin:round}
.chart .hs{fill:transparent}.chart .h1,.chart .h2,.chart .h3{fill:var(--own);fill-opacity:.24}.chart .h3{fill-opacity:.3}
.chart .hf{stroke:var(--focus);stroke-width:2.5}
.chart a:hover .ti,.chart a:hover .li,.chart a:hover .tr{stroke-opacity:1}
.chart a:focus{outline:none}
.chart a:focus-visible .hit{stroke:var(--focus);stroke-opacity:.45}
.chart a:focus-visible .hs{stroke:var(--focus);stroke-width:2.5}
.chart a:focus-visible .f0,.chart a:focus-visible .fp,.chart a:focus-visible .ft{stroke:var(--focus);stroke-width:3}
.chart a:hover .hit{stroke:var(--own);stroke-opacity:.18}.chart a:hover .hs{fill:var(--own);fill-opacity:.2}
.chart a:hover .f0{fill:var(--own);fill-opacity:.06}.chart a:hover .ft{fill-opacity:.26}.chart a:hover text{text-decoration:underline}
.frame rect.hit{stroke-width:12}.frame rect{fill:none}
.bar{position:absolute;inset:0}.bar-line{stroke:var(--mute);stroke-width:1;vector-effect:non-scaling-stroke}
.chart .bar-text{font:calc(var(--k)*11px) var(--sans);fill:var(--ink);stroke:var(--paper)}
.key{display:inline-block;width:44px;height:16px;vertical-align:middle}
";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sheet_has_every_stroke_and_balances() {
        let css = css(&Profile::default());
        for stroke in Stroke::ALL {
            assert!(css.contains(&[".chart .", stroke.class(), "{stroke:"].concat()));
        }
        assert_eq!(css.matches('{').count(), css.matches('}').count());
        assert!(css.contains("stroke-dasharray:1.2 7.8") && !css.contains("NaN"));
    }

    #[test]
    fn classes_are_unique() {
        let strokes = Stroke::ALL.iter().map(|one| one.class());
        let fills = Fill::ALL.iter().map(|one| one.class());
        let mut classes: Vec<&str> = strokes.chain(fills).chain(Lettering::ALL.iter().map(|one| one.class())).collect();
        classes.extend(["re", "hs", "h1", "h2", "h3", "hf", "k", "mid", "end", "rtl"]);
        let count = classes.len();
        classes.sort_unstable();
        classes.dedup();
        assert_eq!(classes.len(), count);
    }
}
