//! What a request line asks for. Nothing in it is trusted.

/// No page has a longer address.
const LONGEST: usize = 2048;

/// Reads the target of a request: the path below the base, decoded and without a leading slash, and the query.
///
/// `None` for anything that no file can be called: broken escapes, `..`, NUL, backslashes, empty names, excess length.
pub fn parse(target: &str) -> Option<(String, &str)> {
    if target.len() > LONGEST {
        return None;
    }
    let target = target.split('#').next().unwrap_or_default();
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let path = decode(without_host(path)?.strip_prefix('/')?)?;
    let folders = path.strip_suffix('/').unwrap_or(&path);
    let sound = |name: &str| !matches!(name, "" | "." | "..") && !name.contains(|c: char| c.is_control() || c == '\\');
    (path.is_empty() || folders.split('/').all(sound)).then_some((path, query))
}

/// Proxies ask with the whole address.
fn without_host(path: &str) -> Option<&str> {
    match path.strip_prefix("http://").or_else(|| path.strip_prefix("https://")) {
        Some(rest) => rest.find('/').map(|slash| &rest[slash..]),
        None => Some(path),
    }
}

/// Resolves percent escapes; `None` when they are broken or hide something that is not UTF-8.
fn decode(path: &str) -> Option<String> {
    let mut bytes = path.bytes();
    let mut decoded = Vec::with_capacity(path.len());
    while let Some(byte) = bytes.next() {
        decoded.push(if byte == b'%' { hex(bytes.next()?)? * 16 + hex(bytes.next()?)? } else { byte });
    }
    String::from_utf8(decoded).ok()
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn reads_what_pages_are_called() {
        for (target, path, query) in [
            ("/", "", ""),
            ("/place/instc/", "place/instc/", ""),
            ("/fa/?q=%D8%A7#x", "fa/", "q=%D8%A7"),
            ("/data/atlas%2Ejson", "data/atlas.json", ""),
            ("http://127.0.0.1:8080/about/?a=b?c", "about/", "a=b?c"),
        ] {
            assert_eq!(parse(target), Some((path.to_string(), query)), "{target}");
        }
    }

    #[test]
    fn refuses_what_no_file_is_called() {
        let long = format!("/{}", "a".repeat(100_000));
        for target in [
            "",
            "*",
            "place",
            "//evil.example/",
            "/../etc/passwd",
            "/..%2f..%2fetc/passwd",
            "/a/%2e%2e/b",
            "/a//b",
            "/a%00.html",
            "/a%0d%0ab",
            "/%",
            "/%4",
            "/%zz",
            "/%ff",
            "/a\\..\\b",
            "/./a",
            "http://host",
            &long,
        ] {
            assert_eq!(parse(target), None, "{target}");
        }
    }

    proptest! {
        #[test]
        fn never_leads_upwards(target in "(/|%2f|\\.|%2e|\\.\\.|\\\\|%5c|%00|%|a|é|\\?|#|http://){0,12}") {
            if let Some((path, _)) = parse(&target) {
                prop_assert!(!path.starts_with('/') && !path.contains("//") && !path.contains('\0'));
                prop_assert!(path.split('/').all(|name| name != ".." && name != "."));
            }
        }

        #[test]
        fn never_panics(target in any::<String>()) {
            let _ = parse(&target);
        }
    }
}
