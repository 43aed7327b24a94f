//! Kinds of files.

/// The content type with its character set, when it is a kind of text and does not name one: all our text is UTF-8.
pub(crate) fn with_charset(content_type: &str) -> Option<String> {
    let is_text = content_type.starts_with("text/")
        || ["json", "xml"].iter().any(|syntax| content_type.ends_with(syntax))
        || content_type == "application/javascript";
    (is_text && !content_type.contains(';')).then(|| format!("{content_type}; charset=utf-8"))
}

/// True for files that compression makes smaller.
pub(crate) fn is_compressible(path: &str) -> bool {
    !matches!(extension(path), "png" | "jpg" | "jpeg" | "webp" | "woff2" | "")
}

fn extension(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or("", |(stem, extension)| if stem.is_empty() { "" } else { extension })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_text_is_utf_8() {
        for kind in ["text/html", "text/javascript", "application/geo+json", "image/svg+xml", "application/json"] {
            assert_eq!(with_charset(kind), Some(format!("{kind}; charset=utf-8")));
        }
        for kind in ["text/plain; charset=utf-8", "application/wasm", "image/png", "application/octet-stream"] {
            assert_eq!(with_charset(kind), None);
        }
    }

    #[test]
    fn by_extension() {
        assert!(is_compressible("assets/basemap.0123.bin"));
        assert!(!is_compressible(".nojekyll") && !is_compressible("_headers"));
    }
}
