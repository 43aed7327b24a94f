//! Two servers, so that the atlas and its host are of different origins: the site's own, and a magazine's.

use atlas_site::files::{File, Files};
use atlas_site::server::{Server, Site};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::{Arc, LazyLock};
use std::thread;
use tiny_http::{Header, Response};

/// What the magazine is called; the browser is told that it is this machine.
pub const MAGAZINE: &str = "magazine.test";

/// The site as it was built.
pub fn built() -> &'static Files {
    static BUILT: LazyLock<Files> = LazyLock::new(|| {
        let mut found = BTreeMap::new();
        read(&Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join("dist"), "", &mut found);
        assert!(found.contains_key("index.html"), "there is no site in dist/: cargo run --release -- build");
        let mut files = Files::default();
        for (path, content) in found.iter().filter(|(path, _)| !path.ends_with(".br") && !path.ends_with(".gz")) {
            files.add(path, content.clone());
        }
        for (path, file) in files.iter_mut() {
            file.brotli = found.remove(&format!("{path}.br")).map(Into::into);
            file.gzip = found.remove(&format!("{path}.gz")).map(Into::into);
        }
        files
    });
    &BUILT
}

fn read(folder: &Path, prefix: &str, found: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let (path, name) = (entry.path(), entry.file_name().to_string_lossy().into_owned());
        if path.is_dir() {
            read(&path, &format!("{prefix}{name}/"), found);
        } else {
            found.insert(format!("{prefix}{name}"), fs::read(&path).expect("a file of the site"));
        }
    }
}

/// Where the site as it was built is served, without a slash at the end.
pub fn atlas() -> &'static str {
    static ATLAS: LazyLock<String> = LazyLock::new(|| serve(built().clone()).0);
    &ATLAS
}

/// Serves other files: where, and the site, whose files may be replaced.
pub fn serve(files: Files) -> (String, Arc<Site>) {
    let server = Server::bind(0).expect("a free port");
    let site = Arc::new(Site::new(files, false));
    let address = format!("http://{}", server.address());
    server.start(site.clone()).expect("threads");
    (address, site)
}

/// The site with one file changed; the first whose path begins and ends so.
pub fn altered(begins: &str, ends: &str, change: impl FnOnce(&[u8]) -> Vec<u8>) -> Files {
    let mut files = built().clone();
    let (_, file) = files
        .iter_mut()
        .find(|(path, _)| path.starts_with(begins) && path.ends_with(ends))
        .unwrap_or_else(|| panic!("the site has no file {begins}…{ends}"));
    *file = File::new(change(&file.content));
    files
}

/// Where the magazine is served. `/article/?frame=<path of the atlas>&sandbox=<flags>` is an article with the atlas
/// in it, `/stranger/` a page that sends the atlas messages which are not the host's to send.
pub fn magazine() -> &'static str {
    static ADDRESS: LazyLock<String> = LazyLock::new(|| {
        let server = tiny_http::Server::http("127.0.0.1:0").expect("a free port");
        let port = server.server_addr().to_ip().expect("an address").port();
        thread::spawn(move || {
            for request in server.incoming_requests() {
                let page = page(request.url());
                // The browser may have gone on.
                let _ = request.respond(page);
            }
        });
        format!("http://{MAGAZINE}:{port}")
    });
    &ADDRESS
}

fn page(url: &str) -> Response<std::io::Cursor<Vec<u8>>> {
    let (path, query) = url.split_once('?').unwrap_or((url, ""));
    let value = |name: &str| query.split('&').find_map(|part| part.strip_prefix(&format!("{name}=")));
    let body = match path {
        "/article/" => {
            let frame = value("frame").unwrap_or("/embed/").replace("%23", "#").replace("%3F", "?");
            let sandbox = value("sandbox").map(|flags| format!(" sandbox=\"{flags}\"")).unwrap_or_default();
            include_str!("host.html")
                .replace("{atlas}", atlas())
                .replace("{frame}", &frame)
                .replace("{sandbox}", &sandbox)
        }
        "/stranger/" => include_str!("stranger.html").into(),
        _ => return Response::from_string("").with_status_code(404),
    };
    let html = Header::from_bytes("Content-Type", "text/html; charset=utf-8").expect("a header");
    Response::from_string(body).with_header(html)
}
