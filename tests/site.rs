//! The site from outside: the command, the server on a real socket, the folder that is written.

use atlas_site::files::{File, FileSource, Files};
use atlas_site::server::{Running, Server, Site};
use atlas_site::wasm::Program;
use atlas_site::{BaseUrl, BrowserSide, DevSite, Edit, Error, Stages, WatchBuilder, assemble, output, sources, www};
use std::fs;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant};

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

/// An edition of a site that is being edited.
struct Edition(Files, u64);

impl FileSource for Edition {
    fn find(&self, path: &str) -> Option<File> {
        self.0.find(path)
    }

    fn edition(&self) -> Option<u64> {
        Some(self.1)
    }
}

fn serve(source: impl FileSource + 'static) -> (SocketAddr, Arc<Site>, Running) {
    let server = Server::bind(0).expect("a free port");
    let site = Arc::new(Site::new(source));
    let address = server.address();
    let running = server.start(site.clone()).expect("threads");
    (address, site, running)
}

/// Sends bytes as they are and reads all that comes back.
fn exchange(address: SocketAddr, request: &[u8]) -> String {
    let mut stream = TcpStream::connect(address).expect("a connection");
    stream.set_read_timeout(Some(Duration::from_secs(10))).expect("a timeout");
    // The server may hang up on a hostile request before it has read it all.
    let _ = stream.write_all(request);
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer);
    String::from_utf8_lossy(&answer).into_owned()
}

fn ask(address: SocketAddr, line: &str) -> String {
    exchange(address, format!("{line} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n").as_bytes())
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
    let (address, _, _running) = serve(site());
    let page = ask(address, "GET /treaty/12/?layers=caspian");
    assert!(page.starts_with("HTTP/1.1 200 ") && page.ends_with("<body>Article 12</body>"), "{page}");
    assert!(page.contains("content-security-policy: default-src 'none'"), "{page}");
    let head = ask(address, "HEAD /");
    assert!(head.starts_with("HTTP/1.1 200 ") && head.ends_with("\r\n\r\n"), "{head}");
    assert!(ask(address, "GET /treaty/12").contains("location: /treaty/12/\r\n"));
    assert!(ask(address, "GET /treaty/13/").ends_with("<body>nowhere</body>"));
    assert!(ask(address, "POST /").starts_with("HTTP/1.1 405 "));
    assert!(ask(address, "GET /__watch.js").starts_with("HTTP/1.1 404 "));
}

#[test]
fn hostile_requests_do_no_harm() {
    let (address, _, _running) = serve(site());
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
    exchange(address, b"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nIf-None-Match: \xff\xfe\r\n\r\n");
    for _ in 0..40 {
        // Clients that ask and never read.
        drop(TcpStream::connect(address).and_then(|mut stream| stream.write_all(b"GET / HTTP/1.1\r\n\r\n")));
    }
    assert!(ask(address, "GET /").ends_with("<body>home</body>"));
}

#[test]
fn a_page_of_another_host_reads_nothing() {
    let (address, _, _running) = serve(site());
    let rebound = exchange(address, b"GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");
    assert!(rebound.starts_with("HTTP/1.1 403 ") && !rebound.contains("home"), "{rebound}");
}

#[test]
fn an_open_page_hears_of_the_next_site() {
    let (address, site, _running) = serve(Edition(self::site(), 17));
    assert!(ask(address, "GET /__watch.js?seen=17").contains("location.reload"));
    assert!(ask(address, "GET /__watch").ends_with("\r\n\r\n17"));
    let mut files = Files::default();
    files.add("index.html", "<body>new</body>");
    site.replace(Edition(files, 18));
    assert!(ask(address, "GET /__watch").ends_with("\r\n\r\n18"));
    assert!(ask(address, "GET /").ends_with("<body>new</body>"));
}

#[test]
fn no_piece_of_an_answer_waits_for_the_one_before() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("dist");
    output::write(&site(), &out).expect("a site");
    let server = Server::bind(0).expect("a free port");
    let address = server.address();
    let _running = server.start(Arc::new(Site::folder(out))).expect("threads");
    let mut stream = TcpStream::connect(address).expect("a connection");
    stream.set_read_timeout(Some(PATIENCE)).expect("a timeout");
    let began = Instant::now();
    for _ in 0..100 {
        stream.write_all(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n").expect("a request");
        let (mut answer, mut piece) = (Vec::new(), [0; 4096]);
        while !answer.ends_with(b"home</body>") {
            let length = stream.read(&mut piece).expect("a piece");
            assert!(length > 0, "the connection ends");
            answer.extend_from_slice(&piece[..length]);
        }
    }
    // A system that waits acknowledges after 40 ms, most of the time: three seconds in all.
    assert!(began.elapsed() < Duration::from_millis(1500), "{:?}", began.elapsed());
}

#[test]
fn a_server_that_is_stopped_frees_its_port_and_leaves_nobody_waiting() {
    let (address, _, running) = serve(site());
    let mut idle = TcpStream::connect(address).expect("a connection");
    idle.write_all(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n").expect("a request");
    let mut answer = [0; 12];
    idle.read_exact(&mut answer).expect("an answer");
    let began = Instant::now();
    running.stop();
    assert!(began.elapsed() < Duration::from_secs(5), "an idle connection keeps it");
    Server::bind(address.port()).expect("the port is free");
}

#[cfg(unix)]
#[test]
fn what_is_interrupted_leaves_no_half_written_site() {
    const OUT: &str = "ATLAS_TEST_OUT";
    if let Some(out) = std::env::var_os(OUT) {
        // This is the program that is interrupted.
        atlas_cli::on_interrupt(|| false);
        let writer = output::SiteWriter::open(Path::new(&out)).expect("begun");
        let file = File::new("text");
        for number in 0.. {
            writer.put(&format!("{number}/index.html"), &file).expect("written");
            std::thread::sleep(Duration::from_millis(1));
        }
    }
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("dist");
    output::write(&site(), &out).expect("a site");
    let mut program = Command::new(std::env::current_exe().expect("this test"));
    let program = program.args(["--exact", "what_is_interrupted_leaves_no_half_written_site"]).env(OUT, &out);
    for signal in ["-INT", "-TERM"] {
        let mut running = program.stdout(Stdio::null()).spawn().expect("it starts");
        let began = Instant::now();
        while fs::read_dir(folder.path()).expect("a folder").count() < 2 {
            assert!(began.elapsed() < PATIENCE, "nothing is written");
            std::thread::sleep(Duration::from_millis(10));
        }
        let told = Command::new("kill").args([signal, &running.id().to_string()]).status();
        assert!(told.expect("kill").success());
        assert_eq!(running.wait().expect("it ends").code(), Some(130));
        let left: Vec<_> =
            fs::read_dir(folder.path()).expect("a folder").flatten().map(|entry| entry.file_name()).collect();
        assert_eq!(left, ["dist"], "{signal}");
    }
    assert_eq!(fs::read_to_string(out.join("index.html")).expect("a page"), "<body>home</body>");
}

#[test]
fn an_edit_is_on_its_page_and_a_faulty_one_is_told_and_harms_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let content = folder.path().join("content");
    copy(&small(), &content);
    let (address, edits) = follow(content.clone(), BrowserSide::new(None, |_| Ok(Program::default())));
    let page = || ask(address, "GET /place/rasht-astara-railway/");
    let edition = || edition(address);
    let feature = content.join("features/corridor.geojson");
    let claim = content.join("commentary/gif.toml");
    let first = edition();
    assert!(page().contains("A line along the Caspian shore."));
    assert!(page().contains(&format!("/__watch.js?seen={first}")));

    replace(&feature, "A line along the Caspian shore.", "A line through rice fields.");
    assert_eq!(next(&edits), "shown");
    assert!(page().contains("A line through rice fields."));
    assert_eq!(edition(), first + 1, "pages that show the old text reload");
    assert!(page().contains(&format!("/__watch.js?seen={}", first + 1)), "and do so once");

    replace(&claim, "Trade will grow.", "Trade will double.");
    assert_eq!(next(&edits), "shown");
    assert!(ask(address, "GET /commentary/gif/").contains("Trade will double."));

    replace(&feature, "\"summary\"", "\"sumary\"");
    let told = next(&edits);
    assert!(
        told.contains("corridor.geojson:20:9: [unknown-key]") && told.contains("Did you mean “summary”?"),
        "{told}"
    );
    assert!(page().contains("A line through rice fields.") && edition() == first + 2);

    replace(&claim, "Trade will double.", "Trade will halve.");
    assert!(next(&edits).contains("[unknown-key]"), "it is told until it is corrected");
    replace(&feature, "\"sumary\"", "\"summary\"");
    assert_eq!(next(&edits), "shown");
    assert!(ask(address, "GET /commentary/gif/").contains("Trade will halve."), "what came meanwhile is not lost");

    replace(&feature, "rice", "rice");
    assert_eq!(next(&edits), "without", "a file that is only saved reloads nothing");
}

#[test]
fn an_edit_of_the_program_is_on_the_page_and_one_that_does_not_compile_harms_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let (content, src) = (folder.path().join("content"), folder.path().join("src"));
    copy(&small(), &content);
    fs::create_dir_all(src.join("web/map")).expect("a folder");
    let source = src.join("web/map/lib.rs");
    let shared = src.join("model/day/lib.rs");
    fs::create_dir_all(src.join("model/day")).expect("a folder");
    fs::write(&source, "fn one() {}").and_then(|()| fs::write(&shared, "fn one() {}")).expect("two files");
    let compiled = source.clone();
    let compile = move |_: &Stages| {
        let text = fs::read_to_string(&compiled).expect("a file");
        if text.contains("fn") { Ok(Program { module: text, ..Program::default() }) } else { Err(Error::Compile) }
    };
    let (address, edits) = follow(content, BrowserSide::new(Some(src), compile));
    let script = || {
        let page = ask(address, "GET /");
        let name = page.split("assets/app.").nth(1).and_then(|rest| rest.split('"').next()).expect("a script");
        ask(address, &format!("GET /assets/app.{name}"))
    };
    let first = edition(address);
    assert!(script().contains("fn one"));

    replace(&source, "one", "two");
    assert_eq!(next(&edits), "shown");
    assert!(script().contains("fn two") && edition(address) == first + 1);

    replace(&source, "fn", "fun");
    assert_eq!(next(&edits), Error::Compile.to_string());
    assert!(script().contains("fn two") && edition(address) == first + 1);

    replace(&source, "fun two", "fn three");
    assert_eq!(next(&edits), "shown");
    assert!(script().contains("fn three"));

    replace(&shared, "one", "two");
    assert_eq!([next(&edits), next(&edits)], ["without", "of this program"], "the server is told to be older");
}

/// The number of the edition that is served.
fn edition(address: SocketAddr) -> u64 {
    let answer = ask(address, "GET /__watch");
    answer.rsplit("\r\n\r\n").next().and_then(|number| number.parse().ok()).expect("a number")
}

/// Serves content as `serve --watch` does, with another program; answers with what becomes of edits.
fn follow(content: PathBuf, browser_side: BrowserSide) -> (SocketAddr, Receiver<String>) {
    let server = Server::bind(0).expect("a free port");
    let address = server.address();
    let (opened, is_open) = mpsc::channel();
    let (told, edits) = mpsc::channel();
    std::thread::spawn(move || {
        let open = |site| {
            let site = Arc::new(Site::new(site));
            server.start(site.clone())?;
            let _ = opened.send(());
            Ok(site)
        };
        let tell = |edit| {
            let _ = told.send(match edit {
                Edit::Shown(_) => "shown".into(),
                Edit::Without => "without".into(),
                Edit::OfThisProgram => "of this program".into(),
                Edit::Refused(Error::Content(problems)) => problems.iter().map(|one| format!("{one}\n")).collect(),
                Edit::Refused(why) => why.to_string(),
            });
        };
        let stages = Stages::quiet();
        WatchBuilder::new(content, browser_side, &stages)?.follow(&stages, open, tell)
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
fn a_site_that_is_edited_shows_what_a_build_writes() {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
    let sources = sources::read(&small()).expect("sound content");
    let www = www::read(&root.join("www")).expect("styles and loaders");
    let dev_site = DevSite::new(sources.clone(), &Program::default(), &www, 0);
    for (path, file) in small_atlas(None).iter() {
        let shown = dev_site.find(path).unwrap_or_else(|| panic!("the site has no {path}"));
        let text =
            String::from_utf8_lossy(&shown.content).replace("<script src=\"/__watch.js?seen=0\" defer></script>", "");
        assert!(text.as_bytes() == &*file.content || !path.ends_with(".html"), "{path}");
    }
    assert!(dev_site.find("place/nowhere/index.html").is_none());
    assert!(dev_site.is_like(&DevSite::new(sources, &Program::default(), &www, 1)));
}
