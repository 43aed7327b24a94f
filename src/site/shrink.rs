//! Scripts and style sheets without what only their readers need.
//!
//! Neither function understands what it reads, and neither has to: brotli hides most of what is left, and a minifier that
//! parses would take as long to compile as the rest of this program (measured beside the dependencies in `Cargo.toml`).

/// A script without comments that have lines of their own, empty lines and indentation.
///
/// Its other lines stay lines, because a line break can end a statement. Lines within a template literal stay as they
/// are; so a line of code must not have an odd number of backticks for another reason.
pub(crate) fn script(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut place = LineStart::Code;
    for line in text.lines() {
        let code = line.trim();
        let kept = match place {
            LineStart::Template => Some(line),
            LineStart::Comment => {
                line.split_once("*/").map(|(_, after)| after.trim()).filter(|after| !after.is_empty())
            }
            LineStart::Code if code.is_empty() || code.starts_with("//") || is_comment(code) => None,
            LineStart::Code => Some(if opens_template(code) { line.trim_start() } else { code }),
        };
        if let Some(kept) = kept {
            out.push_str(kept);
            out.push('\n');
        }
        place = match place {
            LineStart::Code if kept.is_some() && opens_template(code) => LineStart::Template,
            LineStart::Code if code.starts_with("/*") && !code.contains("*/") => LineStart::Comment,
            LineStart::Comment if code.contains("*/") => LineStart::Code,
            LineStart::Template if opens_template(code) => LineStart::Code,
            same => same,
        };
    }
    out
}

/// What a line of a script lies in at its beginning.
#[derive(Clone, Copy)]
enum LineStart {
    Code,
    Comment,
    Template,
}

/// Whether a line begins a comment and has nothing behind it.
fn is_comment(code: &str) -> bool {
    code.starts_with("/*") && code.find("*/").is_none_or(|end| end + 2 == code.len())
}

/// Whether a line of code leaves a template literal open, or a line of a template literal ends it.
fn opens_template(line: &str) -> bool {
    line.matches('`').count() % 2 == 1
}

/// A style sheet without comments and without every space that cannot matter. Strings stay as they are.
pub(crate) fn styles(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    let mut space = false;
    while let Some(first) = rest.chars().next() {
        let (token, after) = if rest.starts_with("/*") {
            rest = rest.split_once("*/").map_or("", |(_, after)| after);
            space = true;
            continue;
        } else if first == '"' || first == '\'' {
            rest.split_at(string_end(rest, first))
        } else {
            rest.split_at(first.len_utf8())
        };
        rest = after;
        if first.is_whitespace() {
            space = true;
            continue;
        }
        if first == '}' && out.ends_with(';') {
            out.pop();
        }
        if space && !out.is_empty() && !out.ends_with(['{', '}', ';', ',', ':']) && !"{};,".contains(first) {
            out.push(' ');
        }
        space = false;
        out.push_str(token);
    }
    out
}

/// Where the string that begins here ends, the closing quote included.
fn string_end(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (index, letter) in text.char_indices().skip(1) {
        match letter {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if letter == quote => return index + letter.len_utf8(),
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_keep_what_matters() {
        for (text, small) in [
            ("// Why.\nconst a = 1; // Stays.\n\n/**\n * @param b\n */\n  b(a);\n", "const a = 1; // Stays.\nb(a);\n"),
            ("const a = 2\n  * 3;\n", "const a = 2\n* 3;\n"),
            ("const o = {\n  *steps() {},\n};\n", "const o = {\n*steps() {},\n};\n"),
            ("/* One line. */\n/* a */ b();\n/*\nc */ d();\n", "/* a */ b();\nd();\n"),
            ("  a(`b  \n  // c\n\n* d`);\n  e(`f`);\n", "a(`b  \n  // c\n\n* d`);\ne(`f`);\n"),
            ("return\n5", "return\n5\n"),
        ] {
            assert_eq!(script(text), small);
        }
    }

    #[test]
    fn styles_keep_what_matters() {
        for (css, small) in [
            ("a {\n  color: red;\n}\n", "a{color:red}"),
            ("a /* x */ b { }", "a b{}"),
            ("nav :hover , p > a { margin: 0 auto }", "nav :hover,p > a{margin:0 auto}"),
            ("a::before { content: \"/* no */  ;\" ; }", "a::before{content:\"/* no */  ;\"}"),
            ("a { content: '\\'' ; b: c }", "a{content:'\\'';b:c}"),
            (
                "@media (min-width: 40em) and (print) { a { top: calc(1px + 2px); } }",
                "@media (min-width:40em) and (print){a{top:calc(1px + 2px)}}",
            ),
            ("/* open", ""),
            ("a{b:'open", "a{b:'open"),
        ] {
            assert_eq!(styles(css), small);
        }
    }
}
