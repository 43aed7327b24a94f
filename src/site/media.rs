//! Kinds of files.

/// The content type of a path.
pub fn content_type(path: &str) -> &'static str {
    match extension(path) {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json; charset=utf-8",
        "geojson" => "application/geo+json; charset=utf-8",
        "svg" => "image/svg+xml; charset=utf-8",
        "xml" => "application/xml; charset=utf-8",
        "webmanifest" => "application/manifest+json; charset=utf-8",
        "wasm" => "application/wasm",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "ico" => "image/vnd.microsoft.icon",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// True for files that compression makes smaller.
pub fn is_compressible(path: &str) -> bool {
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
    fn by_extension() {
        assert_eq!(content_type("assets/app.0123.wasm"), "application/wasm");
        assert_eq!(content_type("data/atlas.geojson"), "application/geo+json; charset=utf-8");
        assert_eq!(content_type("a.b/c"), "application/octet-stream");
        assert!(is_compressible("assets/basemap.0123.bin"));
        assert!(!is_compressible(".nojekyll") && !is_compressible("_headers"));
    }
}
