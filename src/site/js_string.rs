//! Text and bytes as JavaScript string literals that survive anywhere: in a file, in a page, in any encoding slip.

/// Text as a literal in single quotes, which leaves the double quotes of JSON alone.
pub(crate) fn text(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 32);
    out.push('\'');
    push_escaped(&mut out, text.chars());
    out.push('\'');
    out
}

/// Bytes as a literal with one character for each byte.
///
/// Base64 hides the repetitions of a program from brotli; this form keeps them, and is the smaller one on the way
/// to the reader although a byte from 128 on takes two in the file.
pub(crate) fn bytes(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len() * 3 / 2);
    out.push('\'');
    push_escaped(&mut out, bytes.iter().map(|byte| char::from(*byte)));
    out.push('\'');
    out
}

/// Escapes what ends a literal or a line, and what an HTML parser would take for the end of a script or drop.
fn push_escaped(out: &mut String, letters: impl Iterator<Item = char>) {
    let mut last = ' ';
    let mut letters = letters.peekable();
    while let Some(letter) = letters.next() {
        match letter {
            // Before a digit the short form would be an octal escape.
            '\0' if letters.peek().is_some_and(char::is_ascii_digit) => out.push_str("\\x00"),
            '\0' => out.push_str("\\0"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\u{2028}' => out.push_str("\\u2028"),
            '\u{2029}' => out.push_str("\\u2029"),
            '\'' | '\\' => out.extend(['\\', letter]),
            '/' | '!' if last == '<' => out.extend(['\\', letter]),
            _ => out.push(letter),
        }
        last = letter;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cannot_end_a_script() {
        let literal = text("a</script><!--'\\\n\u{2028}\"");
        assert_eq!(literal, "'a<\\/script><\\!--\\'\\\\\\n\\u2028\"'");
        assert!(!bytes(b"</SCRIPT").contains("</"));
    }

    #[test]
    fn one_character_for_each_byte() {
        assert_eq!(bytes(&[0, 65, 255, 13]), "'\\0A\u{ff}\\r'");
        assert_eq!(bytes(&[0, b'7', 0]), "'\\x007\\0'");
    }
}
