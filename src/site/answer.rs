//! From a request to an answer, without a socket in sight.

use super::extras::{IMMUTABLE, headers};
use super::files::{Bytes, File, Shelf};
use super::{media, request};

/// What a request says that matters here.
#[derive(Clone, Copy, Debug, Default)]
pub struct Ask<'a> {
    /// The target of the request line.
    pub target: &'a str,
    /// The header `Accept-Encoding`.
    pub accept_encoding: &'a str,
    /// The header `If-None-Match`.
    pub if_none_match: &'a str,
}

/// An answer.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// The headers.
    pub headers: Vec<(&'static str, String)>,
    /// The body.
    pub body: Bytes,
}

/// Answers from a site.
pub fn answer(shelf: &dyn Shelf, ask: &Ask) -> Answer {
    let Some((path, query)) = request::parse(ask.target) else {
        return plain(400, "This address cannot be one of a page.\n");
    };
    let is_folder = path.is_empty() || path.ends_with('/');
    let name = if is_folder { format!("{path}index.html") } else { path.clone() };
    if let Some(file) = shelf.find(&name) {
        return send(200, &name, &file, ask);
    }
    if !is_folder && shelf.find(&format!("{path}/index.html")).is_some() {
        return redirect(&path, query);
    }
    match shelf.find("404.html") {
        Some(file) => send(404, "404.html", &file, &Ask { if_none_match: "", ..*ask }),
        None => plain(404, "There is no such page.\n"),
    }
}

/// An answer in plain text.
pub fn plain(status: u16, text: &str) -> Answer {
    with_headers(status, text.as_bytes().into(), vec![("Content-Type", "text/plain; charset=utf-8".into())])
}

/// A file in the smallest form the client takes, or the news that the client already has it.
fn send(status: u16, name: &str, file: &File, ask: &Ask) -> Answer {
    let (encoding, body) = match (&file.brotli, &file.gzip) {
        (Some(brotli), _) if accepts(ask.accept_encoding, "br") => ("br", brotli),
        (_, Some(gzip)) if accepts(ask.accept_encoding, "gzip") => ("gzip", gzip),
        _ => ("", &file.content),
    };
    let tag = if encoding.is_empty() { file.digest.clone() } else { format!("{}-{encoding}", file.digest) };
    let caching = if name.starts_with("assets/") { IMMUTABLE } else { "no-cache" };
    let mut headers = vec![
        ("Content-Type", media::content_type(name).to_string()),
        ("Cache-Control", caching.into()),
        ("Vary", "Accept-Encoding".into()),
        ("ETag", format!("\"{tag}\"")),
    ];
    if ask.if_none_match.contains(&format!("\"{tag}\"")) {
        return with_headers(304, Bytes::default(), headers);
    }
    if !encoding.is_empty() {
        headers.push(("Content-Encoding", encoding.into()));
    }
    with_headers(status, body.clone(), headers)
}

/// To the address with a slash at the end, where relative links are right.
fn redirect(path: &str, query: &str) -> Answer {
    let query = if query.is_empty() { String::new() } else { format!("?{query}") };
    with_headers(307, Bytes::default(), vec![("Location", format!("/{path}/{query}"))])
}

fn with_headers(status: u16, body: Bytes, mut own: Vec<(&'static str, String)>) -> Answer {
    own.extend(headers());
    Answer { status, headers: own, body }
}

/// True when a list of codings names this one and does not refuse it by `q=0`.
fn accepts(list: &str, coding: &str) -> bool {
    list.split(',').any(|item| {
        let mut parts = item.split(';').map(str::trim);
        let quality = |part: &str| part.strip_prefix("q=").is_some_and(|q| q.parse() == Ok(0.0));
        parts.next().is_some_and(|name| name.eq_ignore_ascii_case(coding)) && !parts.any(quality)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compress::{Effort, compress};
    use crate::files::Files;
    use proptest::prelude::*;

    fn site() -> Files {
        let mut files = Files::default();
        files.add("index.html", "home");
        files.add("place/instc/index.html", "place ".repeat(100));
        files.add("404.html", "nowhere");
        files.add("assets/app.0123.wasm", vec![0; 1000]);
        files.add("data/atlas.geojson", "{}");
        compress(&mut files, Effort::Quick, None);
        files
    }

    fn ask(target: &str) -> Answer {
        answer(&site(), &Ask { target, ..Ask::default() })
    }

    fn header<'a>(answer: &'a Answer, name: &str) -> &'a str {
        let mut found = answer.headers.iter().filter(|(header, _)| *header == name);
        found.next().map_or("", |(_, value)| value)
    }

    #[test]
    fn folders_files_and_nothing() {
        assert_eq!((ask("/").status, &*ask("/").body), (200, &b"home"[..]));
        assert_eq!(ask("/place/instc/?layers=a").status, 200);
        assert_eq!(header(&ask("/place/instc?date=2026-01-01"), "Location"), "/place/instc/?date=2026-01-01");
        assert_eq!((ask("/place/").status, &*ask("/place/").body), (404, &b"nowhere"[..]));
        assert_eq!(ask("/..%2f..%2fetc/passwd").status, 400);
    }

    #[test]
    fn headers_say_what_it_is_and_how_long_it_lasts() {
        let page = ask("/");
        assert_eq!(header(&page, "Content-Type"), "text/html; charset=utf-8");
        assert_eq!(header(&page, "Cache-Control"), "no-cache");
        assert_eq!(header(&page, "Access-Control-Allow-Origin"), "*");
        assert_eq!(header(&page, "X-Content-Type-Options"), "nosniff");
        assert!(header(&page, "Content-Security-Policy").contains("frame-ancestors *"));
        assert_eq!(header(&page, "X-Frame-Options"), "");
        let wasm = ask("/assets/app.0123.wasm");
        assert_eq!(header(&wasm, "Content-Type"), "application/wasm");
        assert_eq!(header(&wasm, "Cache-Control"), IMMUTABLE);
    }

    #[test]
    fn sends_the_smallest_form_that_is_taken() {
        for (accepted, sent) in [
            ("gzip, deflate, br", "br"),
            ("br;q=0, GZIP", "gzip"),
            ("br; q=0.0, gzip;q=0", ""),
            ("identity", ""),
            ("", ""),
        ] {
            let ask = Ask { target: "/place/instc/", accept_encoding: accepted, ..Ask::default() };
            assert_eq!(header(&answer(&site(), &ask), "Content-Encoding"), sent, "{accepted}");
        }
    }

    #[test]
    fn what_the_client_has_is_not_sent_again() {
        let first = ask("/");
        let again = Ask { target: "/", if_none_match: header(&first, "ETag"), ..Ask::default() };
        let second = answer(&site(), &again);
        assert_eq!((second.status, second.body.len()), (304, 0));
        let other = Ask { if_none_match: "\"other\"", ..again };
        assert_eq!(answer(&site(), &other).status, 200);
    }

    proptest! {
        #[test]
        fn every_target_has_an_answer(target in any::<String>()) {
            let status = ask(&target).status;
            prop_assert!(matches!(status, 200 | 307 | 400 | 404), "{status}");
        }
    }
}
