//! Style sheets made smaller without understanding them.

/// Drops comments and every space that cannot matter; strings stay as they are.
pub fn minify(css: &str) -> String {
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
    use super::minify;

    #[test]
    fn keeps_what_matters() {
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
            assert_eq!(minify(css), small);
        }
    }
}
