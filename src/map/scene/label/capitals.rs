//! Names in capital letters.

use atlas_model::Lang;

/// Languages whose i keeps its dot.
const DOTTED: [Lang; 2] = [Lang::new("az"), Lang::new("tr")];

/// Upper case, with the dotted İ of Turkic languages.
///
/// Covers the scripts that the names of the atlas are written in, by rule: the tables that the standard library has
/// for every script there is would be a twentieth of the program in the browser.
pub(super) fn capitals(text: &str, lang: Lang) -> String {
    let mut capitals = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            'i' if DOTTED.contains(&lang) => capitals.push('İ'),
            'ß' => capitals.push_str("SS"),
            'և' => capitals.push_str("ԵՒ"),
            _ => capitals.push(capital(letter)),
        }
    }
    capitals
}

fn capital(letter: char) -> char {
    let code = u32::from(letter);
    let odd = code % 2 == 1;
    let capital = match letter {
        'a'..='z' | 'à'..='ö' | 'ø'..='þ' | 'а'..='я' => code - 32,
        'ѐ'..='џ' => code - 80,
        'ա'..='ֆ' => code - 48,
        'ı' => u32::from('I'),
        'ə' => u32::from('Ə'),
        'ÿ' => u32::from('Ÿ'),
        'ā'..='ķ' | 'ŋ'..='ŷ' if odd => code - 1,
        'ĺ'..='ň' | 'ź'..='ž' if !odd => code - 1,
        _ => code,
    };
    char::from_u32(capital).unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_as_the_standard_library_for_our_scripts() {
        let latin_cyrillic_armenian =
            ('\u{20}'..='\u{17e}').chain(['ə', 'Ə']).chain('\u{400}'..='\u{45f}').chain('\u{531}'..='\u{6ff}');
        // The micro sign, the n after an apostrophe and the dotless j of other tables are no letters of names.
        for letter in latin_cyrillic_armenian.filter(|letter| !['µ', 'ŉ'].contains(letter)) {
            let text = letter.to_string();
            assert_eq!(capitals(&text, Lang::ENGLISH), text.to_uppercase(), "{letter}");
        }
        assert_eq!(capitals("ilıq, içəri, Mingəçevir", Lang::new("az")), "İLIQ, İÇƏRİ, MİNGƏÇEVİR");
    }
}
