//! Two servers, so that the atlas and its host are of different origins: the site's own, and a magazine's.

use atlas_site::files::{File, FileSource, Files};
use atlas_site::server::{Server, Site};
use axum::Router;
use axum::extract::Query;
use axum::response::Html;
use axum::routing::get;
use std::collections::BTreeMap;
use std::fs;
use std::net::TcpListener;
use std::path::Path;
use std::sync::{Arc, LazyLock};
use std::thread;
use tokio::runtime::Builder;

/// What the magazine is called; the browser is told that it is this machine.
pub(crate) const MAGAZINE: &str = "magazine.test";

/// The site as it was built.
pub(crate) fn built() -> &'static Files {
    static BUILT: LazyLock<Files> = LazyLock::new(|| built_in("dist", "cargo run --release -- build"));
    &BUILT
}

/// The site that a command has built in a folder.
fn built_in(folder: &str, command: &str) -> Files {
    let mut found = BTreeMap::new();
    read(&Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join(folder), "", &mut found);
    assert!(found.contains_key("index.html"), "there is no site in {folder}/: {command}");
    let mut files = Files::default();
    for (path, content) in found.iter().filter(|(path, _)| !path.ends_with(".br") && !path.ends_with(".gz")) {
        files.add(path, content.clone());
    }
    for (path, file) in files.iter_mut() {
        file.brotli = found.remove(&format!("{path}.br")).map(Into::into);
        file.gzip = found.remove(&format!("{path}.gz")).map(Into::into);
    }
    files
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
pub(crate) fn atlas() -> &'static str {
    static ATLAS: LazyLock<String> = LazyLock::new(|| serve(built().clone()).0);
    &ATLAS
}

/// Where the site of another atlas is served, which `tests/run` builds from `tests/fixtures/atlas-caspian/`.
pub(crate) fn another() -> &'static str {
    const COMMAND: &str = "cargo run --release -- build --content tests/fixtures/atlas-caspian --out target/caspian";
    static ANOTHER: LazyLock<String> = LazyLock::new(|| serve(built_in("target/caspian", COMMAND)).0);
    &ANOTHER
}

/// Serves other files: where, and the site, whose files may be replaced.
pub(crate) fn serve(files: impl FileSource + 'static) -> (String, Arc<Site>) {
    let server = Server::bind(0).expect("a free port");
    let site = Arc::new(Site::new(files));
    let address = format!("http://{}", server.address());
    server.start(site.clone()).expect("threads");
    (address, site)
}

/// The site with one file changed; the first whose path begins and ends so.
pub(crate) fn altered(begins: &str, ends: &str, change: impl FnOnce(&[u8]) -> Vec<u8>) -> Files {
    let mut files = built().clone();
    let (_, file) = files
        .iter_mut()
        .find(|(path, _)| path.starts_with(begins) && path.ends_with(ends))
        .unwrap_or_else(|| panic!("the site has no file {begins}…{ends}"));
    *file = File::new(change(&file.content));
    files
}

/// Where the magazine is served. `/article/?frame=<path of the atlas>&sandbox=<flags>` is an article with the atlas
/// in it, `/frames/?count=<number>&page=<address>&sandbox=<flags>` a page full of frames, `/stranger/` a page that sends the atlas messages which are not the host's to send.
pub(crate) fn magazine() -> &'static str {
    static ADDRESS: LazyLock<String> = LazyLock::new(|| {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let port = listener.local_addr().expect("an address").port();
        listener.set_nonblocking(true).expect("a listener that waits in the background");
        let pages = Router::new()
            .route("/article/", get(article))
            .route("/frames/", get(frames))
            .route("/stranger/", get(|| async { Html(include_str!("stranger.html")) }));
        thread::spawn(move || {
            let runtime = Builder::new_current_thread().enable_all().build().expect("a runtime");
            runtime.block_on(async {
                let listener = tokio::net::TcpListener::from_std(listener).expect("a listener");
                axum::serve(listener, pages).await
            })
        });
        format!("http://{MAGAZINE}:{port}")
    });
    &ADDRESS
}

async fn article(Query(values): Query<BTreeMap<String, String>>) -> Html<String> {
    let frame = values.get("frame").map_or("/embed/", String::as_str);
    let sandbox = values.get("sandbox").map(|flags| format!(" sandbox=\"{flags}\"")).unwrap_or_default();
    Html(include_str!("host.html").replace("{atlas}", atlas()).replace("{frame}", frame).replace("{sandbox}", &sandbox))
}

async fn frames(Query(values): Query<BTreeMap<String, String>>) -> Html<String> {
    let count = values.get("count").and_then(|count| count.parse().ok()).unwrap_or_default();
    let page = values.get("page").map_or("", String::as_str);
    let sandbox = values.get("sandbox").map(|flags| format!(" sandbox=\"{flags}\"")).unwrap_or_default();
    let frame = format!("<iframe src=\"{page}\"{sandbox}></iframe>");
    Html(format!("<!doctype html><link rel=\"icon\" href=\"data:,\">{}", frame.repeat(count)))
}
