//! The site from outside: the command, the server on a real socket, the folder that is written.

use atlas_site::files::{Files, Shelf};
use atlas_site::server::{Server, Site};
use atlas_site::wasm::Program;
use atlas_site::{BaseUrl, Draft, Edit, Error, Stages, Workshop, assemble, output, sources, www};
use std::fs;
use std::io::{Read, Write};
use std::net::{Shutdown, SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

fn atlas(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_treaty-atlas")).args(arguments).output().expect("the program starts")
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn site() -> Files {
    let mut files = Files::default();
    files.add("index.html", "<body>home</body>");
    files.add("treaty/12/index.html", "<body>Article 12</body>");
    files.add("404.html", "<body>nowhere</body>");
    files
}

fn serve(watched: bool) -> (SocketAddr, Arc<Site>) {
    let server = Server::bind(0).expect("a free port");
    let site = Arc::new(Site::new(site(), watched));
    let address = server.address();
    server.start(site.clone()).expect("threads");
    (address, site)
}

/// Sends bytes as they are and reads all that comes back.
fn exchange(address: SocketAddr, request: &[u8]) -> String {
    let mut stream = TcpStream::connect(address).expect("a connection");
    stream.set_read_timeout(Some(Duration::from_secs(10))).expect("a timeout");
    // The server may hang up on a hostile request before it has read it all.
    let _ = stream.write_all(request).and_then(|()| stream.shutdown(Shutdown::Write));
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer);
    String::from_utf8_lossy(&answer).into_owned()
}

fn ask(address: SocketAddr, line: &str) -> String {
    exchange(address, format!("{line} HTTP/1.1\r\nHost: atlas\r\nConnection: close\r\n\r\n").as_bytes())
}

#[test]
fn words_that_are_not_understood_end_with_two() {
    for (arguments, names) in [
        (&["bulid"][..], "Did you mean build?"),
        (&["serve", "--prot", "80"], "Did you mean --port?"),
        (&["check", "--content"], "--content"),
    ] {
        let output = atlas(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(said(&output).contains(names), "{}", said(&output));
        assert_eq!(said(&output).lines().count(), 1, "{}", said(&output));
    }
}

#[test]
fn help_and_version_end_well() {
    let help = atlas(&["--help"]);
    assert_eq!(help.status.code(), Some(0));
    assert!(String::from_utf8_lossy(&help.stdout).contains("--base-url"));
    assert_eq!(atlas(&["--version"]).status.code(), Some(0));
}

#[test]
fn missing_content_says_what_to_do() {
    let output = atlas(&["build", "--content", "no/such/folder"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("--content DIR"), "{}", said(&output));
}

#[test]
fn faulty_content_leaves_the_previous_site_whole() {
    let folder = tempfile::tempdir().expect("a folder");
    let (content, out) = (folder.path().join("content"), folder.path().join("dist"));
    fs::create_dir_all(content.join("features")).expect("a folder");
    fs::write(content.join("features/broken.geojson"), "{ \"type\": ").expect("a file");
    output::write(&site(), &out).expect("a site");
    let output = atlas(&["build", "--content", &content.to_string_lossy(), "--out", &out.to_string_lossy()]);
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    assert!(said(&output).contains("broken.geojson:1:"), "{}", said(&output));
    assert_eq!(fs::read_to_string(out.join("index.html")).expect("a page"), "<body>home</body>");
    assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 2);
}

#[test]
fn a_folder_of_others_is_not_replaced() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("thesis.txt"), "years of work").expect("a file");
    let output = atlas(&["build", "--out", &folder.path().to_string_lossy()]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("--out DIR"), "{}", said(&output));
    assert!(folder.path().join("thesis.txt").exists());
}

#[test]
fn a_taken_port_is_told_at_once() {
    let server = Server::bind(0).expect("a free port");
    let port = server.address().port();
    assert!(matches!(Server::bind(port), Err(Error::PortInUse(taken)) if taken == port));
    let output = atlas(&["serve", "--port", &port.to_string()]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("--port"), "{}", said(&output));
}

#[test]
fn pages_are_served_and_nothing_else() {
    let (address, _) = serve(false);
    let page = ask(address, "GET /treaty/12/?layers=caspian");
    assert!(page.starts_with("HTTP/1.1 200 ") && page.ends_with("<body>Article 12</body>"), "{page}");
    assert!(page.contains("Content-Security-Policy: default-src 'none'"), "{page}");
    let head = ask(address, "HEAD /");
    assert!(head.starts_with("HTTP/1.1 200 ") && head.ends_with("\r\n\r\n"), "{head}");
    assert!(ask(address, "GET /treaty/12").contains("Location: /treaty/12/\r\n"));
    assert!(ask(address, "GET /treaty/13/").ends_with("<body>nowhere</body>"));
    assert!(ask(address, "POST /").starts_with("HTTP/1.1 405 "));
    assert!(ask(address, "GET /__watch.js").starts_with("HTTP/1.1 404 "));
}

#[test]
fn hostile_requests_do_no_harm() {
    let (address, _) = serve(false);
    let long = format!("GET /{}", "a/".repeat(50_000));
    for line in [
        "GET /../../etc/passwd",
        "GET /..%2f..%2fetc/passwd",
        "GET /%00",
        "GET /\0",
        "GET //other.example/treaty",
        "GET /%",
        "GET http://",
        "GET",
        "\u{fffd}",
        &long,
    ] {
        let answer = ask(address, line);
        assert!(!answer.starts_with("HTTP/1.1 2") && !answer.starts_with("HTTP/1.1 3"), "{line}: {answer}");
    }
    exchange(address, &[0; 4096]);
    exchange(address, b"GET / HTTP/1.1\r\nIf-None-Match: \xff\xfe\r\n\r\n");
    for _ in 0..40 {
        // Clients that ask and never read.
        drop(TcpStream::connect(address).and_then(|mut stream| stream.write_all(b"GET / HTTP/1.1\r\n\r\n")));
    }
    assert!(ask(address, "GET /").ends_with("<body>home</body>"));
}

#[test]
fn an_open_page_hears_of_the_next_site() {
    let (address, site) = serve(true);
    assert!(ask(address, "GET /__watch.js?seen=0").contains("location.reload"));
    assert!(ask(address, "GET /__watch?seen=17").ends_with("\r\n\r\n0"), "a page of an earlier run reloads at once");
    let (sender, heard) = mpsc::channel();
    std::thread::spawn(move || sender.send(ask(address, "GET /__watch?seen=0")));
    assert!(heard.recv_timeout(Duration::from_millis(300)).is_err(), "nothing is new yet");
    let mut files = Files::default();
    files.add("index.html", "<body>new</body>");
    site.replace(files);
    let answer = heard.recv_timeout(Duration::from_secs(5)).expect("an answer");
    assert!(answer.ends_with("\r\n\r\n1"), "{answer}");
    assert!(ask(address, "GET /").ends_with("<body>new</body>"));
}

#[test]
fn an_edit_is_on_its_page_and_a_faulty_one_is_told_and_harms_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let content = folder.path().join("content");
    copy(&small(), &content);
    let (address, edits) = follow(content.clone());
    let page = || ask(address, "GET /place/rasht-astara-railway/");
    let feature = content.join("features/corridor.geojson");
    let claim = content.join("commentary/gif.toml");
    assert!(page().contains("A line along the Caspian shore.") && page().contains("/__watch.js?seen=0"));

    replace(&feature, "A line along the Caspian shore.", "A line through rice fields.");
    assert_eq!(next(&edits), "shown");
    assert!(page().contains("A line through rice fields."));
    assert!(ask(address, "GET /__watch?seen=0").ends_with("\r\n\r\n1"), "pages that show the old text reload");
    assert!(page().contains("/__watch.js?seen=1"), "and do so once");

    replace(&claim, "Trade will grow.", "Trade will double.");
    assert_eq!(next(&edits), "shown");
    assert!(ask(address, "GET /commentary/gif/").contains("Trade will double."));

    replace(&feature, "\"summary\"", "\"sumary\"");
    let told = next(&edits);
    assert!(
        told.contains("corridor.geojson:20:9: [unknown-key]") && told.contains("Did you mean “summary”?"),
        "{told}"
    );
    assert!(page().contains("A line through rice fields.") && page().contains("/__watch.js?seen=2"));

    replace(&claim, "Trade will double.", "Trade will halve.");
    assert!(next(&edits).contains("[unknown-key]"), "it is told until it is corrected");
    replace(&feature, "\"sumary\"", "\"summary\"");
    assert_eq!(next(&edits), "shown");
    assert!(ask(address, "GET /commentary/gif/").contains("Trade will halve."), "what came meanwhile is not lost");

    replace(&feature, "rice", "rice");
    assert_eq!(next(&edits), "without", "a file that is only saved reloads nothing");
}

/// Serves content as `serve --watch` does, but without the program for the browser; answers with what becomes of edits.
fn follow(content: PathBuf) -> (SocketAddr, Receiver<String>) {
    let server = Server::bind(0).expect("a free port");
    let address = server.address();
    let (opened, is_open) = mpsc::channel();
    let (told, edits) = mpsc::channel();
    std::thread::spawn(move || {
        let open = |draft| {
            let site = Arc::new(Site::new(draft, true));
            server.start(site.clone())?;
            let _ = opened.send(());
            Ok(site)
        };
        let tell = |edit| {
            let _ = told.send(match edit {
                Edit::Shown(_) => "shown".into(),
                Edit::Without => "without".into(),
                Edit::Refused(Error::Content(problems)) => problems.iter().map(|one| format!("{one}\n")).collect(),
                Edit::Refused(why) => why.to_string(),
            });
        };
        Workshop::with(content, Program::default())?.follow(&Stages::quiet(), open, tell)
    });
    is_open.recv_timeout(PATIENCE).expect("the site opens");
    (address, edits)
}

/// Long enough for the slowest machine.
const PATIENCE: Duration = Duration::from_secs(60);

fn next(edits: &Receiver<String>) -> String {
    edits.recv_timeout(PATIENCE).expect("the edit is noticed")
}

fn small() -> PathBuf {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join("tests/fixtures/atlas-small")
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder").flatten() {
        let (path, copy) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            self::copy(&path, &copy);
        } else {
            fs::copy(&path, &copy).expect("a file");
        }
    }
}

/// Edits a file in one step, so that each edit is noticed once: written beside the content, then put in place.
fn replace(path: &Path, old: &str, new: &str) {
    let before = fs::read_to_string(path).expect("a file");
    assert!(before.contains(old), "{} does not contain {old}", path.display());
    let edited = path.ancestors().nth(3).expect("a folder").join("edited");
    fs::write(&edited, before.replacen(old, new, 1)).and_then(|()| fs::rename(&edited, path)).expect("an edit");
}

fn small_atlas(base: Option<&BaseUrl>) -> Files {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
    let sources = sources::read(&small()).expect("sound content");
    let www = www::read(&root.join("www")).expect("styles and loaders");
    assemble(&sources, &Program::default(), &www, base)
}

#[test]
fn a_site_has_every_page_in_every_edition() {
    let files = small_atlas(None);
    for page in ["index.html", "fa/embed/treaty/12/index.html", "404.html", "oembed/index.json", "data/atlas.geojson"] {
        assert!(files.get(page).is_some(), "{page}");
    }
    assert!(files.get("sitemap.xml").is_none(), "without an address there is nothing to name");
}

#[test]
fn names_of_assets_change_only_with_their_content() {
    let names = |files: &Files| -> Vec<String> { files.iter().map(|(path, _)| path.to_string()).collect() };
    assert_eq!(names(&small_atlas(None)), names(&small_atlas(None)));
}

#[test]
fn the_address_of_the_site_reaches_those_who_need_it() {
    let base = BaseUrl::parse("https://example.org/atlas").expect("an address");
    let files = small_atlas(Some(&base));
    let text = |path: &str| String::from_utf8_lossy(&files.get(path).expect(path).content).into_owned();
    assert!(text("oembed/index.json").contains("https://example.org/atlas/embed/"));
    assert!(text("sitemap.xml").contains("<loc>https://example.org/atlas/fa/</loc>"));
    assert!(text("robots.txt").contains("Sitemap: https://example.org/atlas/sitemap.xml"));
    assert!(text("404.html").contains("\"/atlas/assets/"), "a page for any address needs absolute links");
}

#[test]
fn a_draft_shows_what_a_build_writes() {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
    let sources = sources::read(&small()).expect("sound content");
    let www = www::read(&root.join("www")).expect("styles and loaders");
    let draft = Draft::new(sources.clone(), &Program::default(), &www);
    for (path, file) in small_atlas(None).iter() {
        let shown = draft.find(path).unwrap_or_else(|| panic!("the draft has no {path}"));
        let text =
            String::from_utf8_lossy(&shown.content).replace("<script src=\"/__watch.js?seen=0\" defer></script>", "");
        assert!(text.as_bytes() == &*file.content || !path.ends_with(".html"), "{path}");
    }
    assert!(draft.find("place/nowhere/index.html").is_none());
    assert!(draft.is_like(&Draft::new(sources, &Program::default(), &www)));
}
