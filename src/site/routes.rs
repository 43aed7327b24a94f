//! From a request to an answer, without a socket in sight.

use super::extras::{IMMUTABLE, headers};
use super::media;
use super::memory::Memory;
use super::served::{Served, Site};
use super::watch::SCRIPT;
use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::{self, HeaderName, HeaderValue};
use axum::http::uri::Authority;
use axum::http::{StatusCode, Uri};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use std::io::{self, ErrorKind};
use std::sync::Arc;
use tower_http::services::ServeDir;
use tower_http::services::fs::{Backend, DefaultServeDirFallback};

/// The names of this machine that a browser on it may have asked for.
const OURS: [&str; 3] = ["localhost", "127.0.0.1", "[::1]"];

/// What the server does with requests.
pub(crate) fn router(site: Arc<Site>) -> Router {
    Router::new()
        .route("/__watch", get(edition))
        .route("/__watch.js", get(reloading_script))
        .fallback(file)
        .layer(middleware::from_fn(with_headers))
        .layer(middleware::from_fn(only_for_this_machine))
        .with_state(site)
}

/// Refuses requests for other hosts: a stranger's page whose name was made to mean this machine (DNS rebinding) would
/// otherwise read what is served here.
async fn only_for_this_machine(request: Request, next: Next) -> Response {
    let named = request.headers().get(header::HOST).and_then(|host| host.to_str().ok());
    let meant = request.uri().authority().map(Authority::as_str);
    if named.is_some_and(is_ours) && meant.is_none_or(is_ours) {
        return next.run(request).await;
    }
    (StatusCode::FORBIDDEN, "This server answers only to localhost and 127.0.0.1.\n").into_response()
}

/// True for a name of this machine, with any port.
fn is_ours(host: &str) -> bool {
    host.parse::<Authority>().is_ok_and(|host| OURS.iter().any(|ours| host.host().eq_ignore_ascii_case(ours)))
}

/// Adds the headers that a static host is asked for in `_headers`, and the character set, which `ServeDir` leaves out.
async fn with_headers(request: Request, next: Next) -> Response {
    let is_asset = request.uri().path().starts_with("/assets/");
    let mut response = next.run(request).await;
    let is_sent = response.status().is_success() || response.status() == StatusCode::NOT_MODIFIED;
    let caching = if is_asset && is_sent { IMMUTABLE } else { "no-cache" };
    let answered = response.headers_mut();
    answered.insert(header::CACHE_CONTROL, HeaderValue::from_static(caching));
    for (name, value) in headers() {
        if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::try_from(value)) {
            answered.insert(name, value);
        }
    }
    let kind = answered.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    if let Some(kind) = kind.and_then(media::with_charset).and_then(|kind| HeaderValue::try_from(kind).ok()) {
        answered.insert(header::CONTENT_TYPE, kind);
    }
    response
}

/// The number of the edition that is served. Pages of another one reload.
async fn edition(State(site): State<Arc<Site>>, request: Request) -> Response {
    match site.content().edition() {
        Some(edition) => edition.to_string().into_response(),
        None => file(State(site), request).await,
    }
}

async fn reloading_script(State(site): State<Arc<Site>>, request: Request) -> Response {
    match site.content().edition() {
        Some(_) => ([(header::CONTENT_TYPE, "text/javascript")], SCRIPT).into_response(),
        None => file(State(site), request).await,
    }
}

/// A file of the site, or else the page that says there is none.
async fn file(State(site): State<Arc<Site>>, request: Request) -> Response {
    match site.content() {
        Served::Folder(folder) => file_of(ServeDir::new(folder), request).await,
        Served::Source { source, since } => {
            file_of(ServeDir::with_backend("", Memory { source, since }), request).await
        }
    }
}

/// `ServeDir` chooses the compressed sibling, compares what the browser has, and sends parts that are asked for.
async fn file_of<B: Backend>(folder: ServeDir<DefaultServeDirFallback, B>, request: Request) -> Response {
    let mut folder = folder.precompressed_br().precompressed_gzip();
    let missing = missing_page(&request);
    // An address with an empty part would be answered by one without, or lead to another host.
    if !request.uri().path().contains("//") {
        let answer = folder.try_call(request).await;
        match answer {
            Ok(answer) if answer.status() != StatusCode::NOT_FOUND => return answer.into_response(),
            Ok(_) => {}
            Err(why) if is_missing(&why) => {}
            Err(why) => return (StatusCode::INTERNAL_SERVER_ERROR, format!("{why}\n")).into_response(),
        }
    }
    match folder.try_call(missing).await {
        Ok(page) if page.status().is_success() => {
            let mut page = (StatusCode::NOT_FOUND, page).into_response();
            page.headers_mut().remove(header::ETAG);
            page.headers_mut().remove(header::LAST_MODIFIED);
            page
        }
        _ => (StatusCode::NOT_FOUND, "There is no such page.\n").into_response(),
    }
}

/// The request for the page that says there is none, whatever the client has of the page it asked for.
fn missing_page(request: &Request) -> Request {
    let mut missing = Request::new(Body::empty());
    *missing.method_mut() = request.method().clone();
    *missing.uri_mut() = Uri::from_static("/404.html");
    if let Some(accepted) = request.headers().get(header::ACCEPT_ENCODING) {
        missing.headers_mut().insert(header::ACCEPT_ENCODING, accepted.clone());
    }
    missing
}

fn is_missing(why: &io::Error) -> bool {
    matches!(why.kind(), ErrorKind::NotFound | ErrorKind::PermissionDenied | ErrorKind::NotADirectory)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compress::{Effort, compress};
    use crate::files::Files;
    use crate::output;
    use axum::body::to_bytes;
    use axum::http::HeaderMap;
    use proptest::prelude::*;
    use std::borrow::Cow;
    use tokio::runtime::Builder;
    use tower::ServiceExt;

    fn files() -> Files {
        let mut files = Files::default();
        files.add("index.html", "home");
        files.add("place/rhine/index.html", "place ".repeat(100));
        files.add("404.html", "nowhere ".repeat(100));
        files.add("assets/app.0123.wasm", vec![0; 1000]);
        files.add("data/atlas.geojson", "{}");
        compress(&mut files, Effort::Quick, None);
        files
    }

    struct Answer {
        status: u16,
        headers: HeaderMap,
        body: Vec<u8>,
    }

    impl Answer {
        /// A header as text; a redirection repeats what it was asked, which need not be ASCII.
        fn header(&self, name: &str) -> Cow<'_, str> {
            self.headers.get(name).map_or(Cow::default(), |value| String::from_utf8_lossy(value.as_bytes()))
        }
    }

    /// Asks a site on this machine; further headers may be given.
    fn ask_of(site: Site, target: &str, more: &[(&'static str, &str)]) -> Option<Answer> {
        let mut request = Request::new(Body::empty());
        *request.uri_mut() = target.parse().ok()?;
        request.headers_mut().insert(header::HOST, HeaderValue::from_static("127.0.0.1:8080"));
        for (name, value) in more {
            request.headers_mut().insert(*name, HeaderValue::from_str(value).ok()?);
        }
        let runtime = Builder::new_current_thread().build().expect("a thread");
        Some(runtime.block_on(async {
            let Ok(answer) = router(Arc::new(site)).oneshot(request).await;
            let (head, body) = answer.into_parts();
            let body = to_bytes(body, usize::MAX).await.expect("a body").to_vec();
            Answer { status: head.status.as_u16(), headers: head.headers, body }
        }))
    }

    fn ask_with(target: &str, more: &[(&'static str, &str)]) -> Answer {
        ask_of(Site::new(files()), target, more).expect("an address")
    }

    fn ask(target: &str) -> Answer {
        ask_with(target, &[])
    }

    #[test]
    fn folders_files_and_nothing() {
        assert_eq!((ask("/").status, &*ask("/").body), (200, &b"home"[..]));
        assert_eq!(ask("/place/rhine/?layers=a").status, 200);
        assert_eq!(ask("/place/rhine?date=2026-01-01").header("Location"), "/place/rhine/?date=2026-01-01");
        assert_eq!((ask("/place/").status, &ask("/place/").body[..8]), (404, &b"nowhere "[..]));
        for target in ["/..%2f..%2fetc/passwd", "/a%00.html", "/%", "/%ff", "//place/rhine", "/place//rhine/"] {
            assert_eq!(ask(target).status, 404, "{target}");
        }
    }

    #[test]
    fn a_folder_is_answered_from_as_memory_is() {
        let parent = tempfile::tempdir().expect("a folder");
        std::fs::write(parent.path().join("secret"), "secret").expect("a file");
        let out = parent.path().join("dist");
        output::write(&files(), &out).expect("written");
        let paths =
            ["/", "/place/rhine/", "/place/rhine", "/place/", "/assets/app.0123.wasm", "/../secret", "/%2e%2e/secret"];
        for target in paths {
            let accepted = [("Accept-Encoding", "br")];
            let on_disk = ask_of(Site::folder(out.clone()), target, &accepted).expect("an answer");
            let in_memory = ask_with(target, &accepted);
            assert_eq!((on_disk.status, &on_disk.body), (in_memory.status, &in_memory.body), "{target}");
            for name in ["Content-Type", "Content-Encoding", "Cache-Control", "Location"] {
                assert_eq!(on_disk.header(name), in_memory.header(name), "{target} {name}");
            }
        }
    }

    #[test]
    fn headers_say_what_it_is_and_how_long_it_lasts() {
        let page = ask("/");
        assert_eq!(page.header("Content-Type"), "text/html; charset=utf-8");
        assert_eq!(page.header("Cache-Control"), "no-cache");
        assert_eq!(page.header("Access-Control-Allow-Origin"), "*");
        assert_eq!(page.header("X-Content-Type-Options"), "nosniff");
        assert!(page.header("Content-Security-Policy").contains("frame-ancestors *"));
        assert_eq!(page.header("X-Frame-Options"), "");
        let wasm = ask("/assets/app.0123.wasm");
        assert_eq!(wasm.header("Content-Type"), "application/wasm");
        assert_eq!(wasm.header("Cache-Control"), IMMUTABLE);
        assert_eq!(ask("/assets/app.9999.wasm").header("Cache-Control"), "no-cache");
        assert_eq!(ask("/data/atlas.geojson").header("Content-Type"), "application/geo+json; charset=utf-8");
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
            let answer = ask_with("/place/rhine/", &[("Accept-Encoding", accepted)]);
            assert_eq!(answer.header("Content-Encoding"), sent, "{accepted}");
            assert_eq!(answer.header("Vary"), "accept-encoding");
        }
    }

    #[test]
    fn what_the_client_has_is_not_sent_again() {
        let site = Arc::new(Site::new(files()));
        let runtime = Builder::new_current_thread().build().expect("a thread");
        let ask = |path: &str, tag: &HeaderValue| {
            let mut request = Request::new(Body::empty());
            *request.uri_mut() = path.parse().expect("an address");
            request.headers_mut().insert(header::HOST, HeaderValue::from_static("localhost"));
            request.headers_mut().insert(header::IF_NONE_MATCH, tag.clone());
            let Ok(answer) = runtime.block_on(router(site.clone()).oneshot(request));
            answer
        };
        let first = ask("/", &HeaderValue::from_static("\"other\""));
        assert_eq!(first.status(), StatusCode::OK);
        let tag = first.headers()[header::ETAG].clone();
        assert_eq!(ask("/", &tag).status(), StatusCode::NOT_MODIFIED);
        assert_eq!(ask("/nowhere/", &tag).status(), StatusCode::NOT_FOUND);
        site.replace(files());
        assert_eq!(ask("/", &tag).status(), StatusCode::OK, "what was replaced is sent");
    }

    #[test]
    fn a_part_is_sent_when_it_is_asked_for() {
        let part = ask_with("/", &[("Range", "bytes=1-2")]);
        assert_eq!((part.status, &*part.body, &*part.header("Content-Range")), (206, &b"om"[..], "bytes 1-2/4"));
    }

    #[test]
    fn only_requests_for_this_machine_are_answered() {
        for host in ["localhost", "LOCALHOST:3000", "127.0.0.1:8080", "[::1]:80"] {
            assert_eq!(ask_with("/", &[("Host", host)]).status, 200, "{host}");
        }
        for host in [
            "",
            "evil.example",
            "127.0.0.1.evil.example",
            "localhost.evil.example:8080",
            "10.0.0.1",
            "127.0.0.1@evil.example",
        ] {
            assert_eq!(ask_with("/", &[("Host", host)]).status, 403, "{host}");
        }
        assert_eq!(ask("http://127.0.0.1/").status, 200);
        assert_eq!(ask("http://evil.example/").status, 403, "what a proxy would be asked for");
    }

    #[test]
    fn a_redirection_keeps_a_query_that_is_not_ascii() {
        let answer = ask("/place/rhine?é");
        assert_eq!((answer.status, &*answer.header("Location")), (307, "/place/rhine/?é"));
    }

    proptest! {
        #[test]
        fn every_target_has_an_answer(target in "/(/|[a-z]|%2f|\\.|%2e|\\.\\.|\\\\|%5c|%00|%|é|\\?|#|place/rhine){0,12}") {
            if let Some(answer) = ask_of(Site::new(files()), &target, &[]) {
                prop_assert!(matches!(answer.status, 200 | 307 | 404), "{}", answer.status);
                // Never to another host.
                let to = answer.header("Location");
                prop_assert!(to.is_empty() || to.starts_with('/') && !to.starts_with("//"), "{to}");
            }
        }
    }
}
