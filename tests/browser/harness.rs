//! One Chromium for all tests that run at the same time; for each test a tab that shares nothing with the others.

use crate::server::{MAGAZINE, atlas};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chromiumoxide::cdp::browser_protocol::log::EventEntryAdded;
use chromiumoxide::cdp::browser_protocol::network::EventRequestWillBeSent;
use chromiumoxide::cdp::browser_protocol::target::{CreateBrowserContextParams, CreateTargetParams};
use chromiumoxide::cdp::js_protocol::runtime::{EventConsoleApiCalled, EventExceptionThrown};
use chromiumoxide::error::CdpError;
use chromiumoxide::types::MethodId;
use chromiumoxide::{BrowserConfig, Command, Method, Page};
use futures::{FutureExt, StreamExt};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::any::Any;
use std::collections::BTreeSet;
use std::fs;
use std::panic::{AssertUnwindSafe, Location, resume_unwind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock, Mutex, MutexGuard, PoisonError, Weak};
use std::time::{Duration, Instant};
use tokio::runtime::{Builder, Runtime};

/// Longer than anything takes on two busy cores.
const PATIENCE: Duration = Duration::from_secs(30);
/// Between two looks at a condition.
const LOOK: Duration = Duration::from_millis(50);

/// Notes, in every page and frame, the messages it gets, how far its layout shifted and what its policy refused.
const NOTEBOOK: &str = r#"
    (() => {
        const notes = { mail: [], shift: 0, refused: [] };
        globalThis.notebook = notes;
        addEventListener("message", ({ data, source }) => {
            const from = source === self ? "self" : document.getElementById("atlas")?.contentWindow === source ? "atlas" : "other";
            notes.mail.push({ data, from });
        });
        addEventListener("securitypolicyviolation", (event) => {
            notes.refused.push(`${event.violatedDirective}: ${event.blockedURI} (${event.sourceFile}:${event.lineNumber})`);
        });
        new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) if (!entry.hadRecentInput) notes.shift += entry.value;
        }).observe({ type: "layout-shift", buffered: true });
    })()
"#;

/// A screen and how it is touched.
#[derive(Clone, Copy)]
pub(crate) struct Screen {
    pub width: u32,
    pub height: u32,
    pub density: u32,
    pub touch: bool,
}

pub(crate) const DESKTOP: Screen = Screen { width: 1280, height: 800, density: 1, touch: false };
pub(crate) const PHONE: Screen = Screen { width: 390, height: 844, density: 3, touch: true };

/// Runs a test in a tab of its own. Fails, too, when the page logged an error, broke its policy or asked another host.
#[track_caller]
pub(crate) fn test(screen: Screen, act: impl AsyncFnOnce(&Tab)) {
    let caller = Location::caller();
    let file = Path::new(caller.file()).file_stem().unwrap_or_default().to_string_lossy();
    let name = format!("{file}-{}", caller.line());
    let browser = Browser::shared();
    let outcome = RUNTIME.block_on(async {
        let tab = Tab::open(&browser, screen).await;
        let run = async {
            act(&tab).await;
            tab.check_manners().await;
        };
        let outcome = AssertUnwindSafe(run).catch_unwind().await;
        if outcome.is_err() {
            tab.keep_evidence(&name).await;
        }
        tab.close(&browser).await;
        outcome
    });
    drop(browser);
    if let Err(panic) = outcome {
        resume_unwind(panic);
    }
}

static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| {
    Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("threads for the browser")
});

/// A running Chromium. It ends with the last test that uses it.
struct Browser {
    chromium: Option<chromiumoxide::Browser>,
    /// Deleted when the browser has ended.
    _profile: tempfile::TempDir,
}

impl Browser {
    fn shared() -> Arc<Browser> {
        static SHARED: Mutex<Weak<Browser>> = Mutex::new(Weak::new());
        let mut shared = lock(&SHARED);
        shared.upgrade().unwrap_or_else(|| {
            let browser = Arc::new(RUNTIME.block_on(Browser::launch()));
            *shared = Arc::downgrade(&browser);
            browser
        })
    }

    async fn launch() -> Browser {
        let profile = tempfile::tempdir().expect("a folder for the browser");
        let config = BrowserConfig::builder()
            .user_data_dir(profile.path())
            .no_sandbox()
            .disable_https_first()
            .viewport(None)
            .launch_timeout(PATIENCE)
            .request_timeout(PATIENCE)
            .args(["disable-gpu", "disable-quic", "disable-component-update"])
            // All frames in one process, where one session sees them all.
            .arg("disable-site-isolation-trials")
            .arg(("disable-features", "IsolateOrigins,site-per-process,IsolateSandboxedIframes"))
            // Nothing beyond this machine has a name.
            .arg((
                "host-resolver-rules",
                format!("MAP {MAGAZINE} 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1").as_str(),
            ))
            .build()
            .expect("Chromium, which tests/run installs");
        let (chromium, mut events) = chromiumoxide::Browser::launch(config).await.expect("Chromium starts");
        tokio::spawn(async move { while events.next().await.is_some() {} });
        Browser { chromium: Some(chromium), _profile: profile }
    }

    fn chromium(&self) -> &chromiumoxide::Browser {
        self.chromium.as_ref().expect("a browser that runs")
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let Some(mut chromium) = self.chromium.take() else { return };
        RUNTIME.block_on(async {
            let closed = async { chromium.close().await.is_ok() && chromium.wait().await.is_ok() };
            if !tokio::time::timeout(Duration::from_secs(10), closed).await.unwrap_or(false) {
                chromium.kill().await;
            }
        });
    }
}

/// What happened in a tab behind the test's back.
#[derive(Default)]
struct Record {
    /// Everything the console got.
    console: Vec<String>,
    /// That part of it which a page in order does not log.
    errors: Vec<String>,
    hosts: BTreeSet<String>,
    /// Parts of errors that the test means to cause.
    tolerated: Vec<&'static str>,
}

/// A tab.
pub(crate) struct Tab {
    page: Page,
    context: String,
    record: Arc<Mutex<Record>>,
}

/// Any command of the DevTools protocol.
#[derive(Debug)]
struct Raw(&'static str, Value);

impl Serialize for Raw {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.1.serialize(serializer)
    }
}

impl Method for Raw {
    fn identifier(&self) -> MethodId {
        self.0.into()
    }
}

impl Command for Raw {
    type Response = Value;
}

impl Tab {
    async fn open(browser: &Browser, screen: Screen) -> Tab {
        let chromium = browser.chromium();
        let context = chromium.create_browser_context(CreateBrowserContextParams::default()).await.expect("a context");
        let target = CreateTargetParams::builder().url("about:blank").browser_context_id(context.clone());
        let page = chromium.new_page(target.build().expect("a target")).await.expect("a tab");
        let tab = Tab { page, context: context.into(), record: Arc::default() };
        tab.keep_record().await;
        for domain in ["Log.enable", "Network.enable"] {
            tab.command(domain, json!({})).await;
        }
        tab.command("Page.addScriptToEvaluateOnNewDocument", json!({"source": NOTEBOOK})).await;
        tab.command("Emulation.setFocusEmulationEnabled", json!({"enabled": true})).await;
        tab.resize(screen).await;
        tab
    }

    /// Follows console, exceptions and requests for as long as the tab lives.
    async fn keep_record(&self) {
        let requests = self.page.event_listener::<EventRequestWillBeSent>().await.expect("requests");
        let entries = self.page.event_listener::<EventEntryAdded>().await.expect("log entries");
        let calls = self.page.event_listener::<EventConsoleApiCalled>().await.expect("console calls");
        let thrown = self.page.event_listener::<EventExceptionThrown>().await.expect("exceptions");
        let record = self.record.clone();
        let follow_requests = requests.for_each(move |event| {
            lock(&record).hosts.insert(host(&event.request.url).to_string());
            async {}
        });
        let record = self.record.clone();
        let follow_entries = entries.for_each(move |event| {
            let (level, entry) = (event.entry.level.as_ref().to_string(), &event.entry);
            lock(&record).log(&level, format!("{} {}", entry.text, entry.url.as_deref().unwrap_or_default()));
            async {}
        });
        let record = self.record.clone();
        let follow_calls = calls.for_each(move |event| {
            let said = |argument: &chromiumoxide::cdp::js_protocol::runtime::RemoteObject| {
                let value = argument.value.as_ref().map(Value::to_string);
                value.or_else(|| argument.description.clone()).unwrap_or_default()
            };
            let text = event.args.iter().map(said).collect::<Vec<_>>().join(" ");
            lock(&record).log(event.r#type.as_ref(), text);
            async {}
        });
        let record = self.record.clone();
        let follow_thrown = thrown.for_each(move |event| {
            let details = &event.exception_details;
            let description = details.exception.as_ref().and_then(|thrown| thrown.description.clone());
            lock(&record).log("error", format!("{} {}", details.text, description.unwrap_or_default()));
            async {}
        });
        tokio::spawn(futures::future::join4(follow_requests, follow_entries, follow_calls, follow_thrown));
    }

    async fn close(self, browser: &Browser) {
        // What cannot be closed ends with the browser.
        let _ = self.page.close().await;
        let _ = browser.chromium().dispose_browser_context(self.context).await;
    }

    /// Sends any command of the DevTools protocol.
    pub(crate) async fn command(&self, name: &'static str, parameters: Value) -> Value {
        let answer = self.page.execute(Raw(name, parameters)).await;
        answer.unwrap_or_else(|why| panic!("{name}: {why}")).result
    }

    /// Takes on the size, density and touch of a screen.
    pub(crate) async fn resize(&self, screen: Screen) {
        let Screen { width, height, density, touch } = screen;
        let metrics = json!({"width": width, "height": height, "deviceScaleFactor": density, "mobile": touch});
        self.command("Emulation.setDeviceMetricsOverride", metrics).await;
        let points = if touch { json!({"enabled": true, "maxTouchPoints": 5}) } else { json!({"enabled": false}) };
        self.command("Emulation.setTouchEmulationEnabled", points).await;
    }

    /// Pretends media features: `[("prefers-color-scheme", "dark")]`.
    pub(crate) async fn media(&self, features: &[(&str, &str)]) {
        let features: Vec<Value> = features.iter().map(|(name, value)| json!({"name": name, "value": value})).collect();
        self.command("Emulation.setEmulatedMedia", json!({"features": features})).await;
    }

    /// Turns the page's own scripts off.
    pub(crate) async fn without_scripts(&self) {
        self.command("Emulation.setScriptExecutionDisabled", json!({"value": true})).await;
    }

    /// Runs a script in every page before its own.
    pub(crate) async fn before_pages(&self, script: &str) {
        self.command("Page.addScriptToEvaluateOnNewDocument", json!({"source": script})).await;
    }

    /// Errors that contain this are what the test means to cause.
    pub(crate) fn tolerate(&self, part: &'static str) {
        lock(&self.record).tolerated.push(part);
    }

    /// Opens a page of the atlas, or any address, and waits until it has loaded.
    pub(crate) async fn goto(&self, address: &str) {
        let address = if address.starts_with('/') { format!("{}{address}", atlas()) } else { address.to_string() };
        // On a busy machine the news that a page has loaded is lost at times; a page that hangs does not open twice either.
        let opened = match self.page.goto(address.as_str()).await {
            Err(CdpError::Timeout) => self.page.goto(address.as_str()).await,
            opened => opened,
        };
        opened.unwrap_or_else(|why| panic!("{address} does not open: {why}"));
    }

    /// Opens a page of the atlas and waits until it is interactive.
    pub(crate) async fn open_ready(&self, address: &str) {
        self.goto(address).await;
        self.ready().await;
    }

    /// Waits until the page is interactive and has painted it.
    pub(crate) async fn ready(&self) {
        self.wait("the page to be ready", "document.documentElement.dataset.atlas !== 'static'").await;
        assert_eq!(self.text("[data-failure]:not([hidden])").await, "");
        assert_eq!(self.eval::<String>("document.documentElement.dataset.atlas").await, "ready");
        self.painted().await;
    }

    /// Waits until the ground in full detail is painted.
    pub(crate) async fn sharp(&self) {
        self.wait("the fine ground", "performance.getEntriesByName('atlas:sharp').length > 0").await;
        self.painted().await;
    }

    /// Waits until what was changed has been painted.
    pub(crate) async fn painted(&self) {
        let two_frames = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))";
        self.eval::<bool>(two_frames).await;
    }

    /// The frame of the first element that a selector finds: x, y, width, height in CSS pixels.
    pub(crate) async fn frame_of(&self, selector: &str) -> [f64; 4] {
        let script = format!(
            "(() => {{ const {{ x, y, width, height }} = document.querySelector({}).getBoundingClientRect(); \
             return [x, y, width, height]; }})()",
            json!(selector)
        );
        self.eval(&script).await
    }

    /// What is painted on the tiles of the map that are in view, in the order of their places.
    pub(crate) async fn tiles(&self) -> Vec<String> {
        self.eval(
            "(() => { \
             const { left, right, top, bottom } = document.querySelector('.viewport').getBoundingClientRect(); \
             return [...document.querySelectorAll('.tile-layer:not(.back) .tile')].filter((tile) => { \
                 const box = tile.getBoundingClientRect(); \
                 return box.left < right - 2 && box.right > left + 2 && box.top < bottom - 2 && box.bottom > top + 2; \
             }).map((tile) => tile.style.transform + tile.toDataURL()).sort(); })()",
        )
        .await
    }

    /// Waits until the map has come to rest, painted to the end: whatever of a lattice of points is in view stays
    /// where it is.
    pub(crate) async fn still(&self) {
        let line = |step: f64, count: u32, from: f64| (0..count).map(move |at| from + step * f64::from(at));
        let lattice = |step, columns, rows, [west, south]: [f64; 2]| {
            line(step, columns, west).flat_map(move |lon| line(step, rows, south).map(move |lat| [lon, lat]))
        };
        let points: Vec<[f64; 2]> =
            lattice(5.0, 15, 12, [20.0, 8.0]).chain(lattice(0.5, 33, 23, [40.0, 35.0])).collect();
        let mut last = Value::Null;
        let began = Instant::now();
        loop {
            let now = self.ask(json!({"type": "project", "points": points}), "projected").await;
            let busy = "document.querySelector('.viewport')?.getAttribute('aria-busy') === 'true'";
            if now == last && !self.eval::<bool>(busy).await {
                return self.painted().await;
            }
            assert!(began.elapsed() < PATIENCE, "the map does not come to rest");
            last = now;
            tokio::time::sleep(Duration::from_millis(150)).await;
        }
    }

    /// Waits until the page has stopped scrolling.
    pub(crate) async fn scrolled(&self) {
        let mut last = f64::NAN;
        loop {
            let now = self.eval::<f64>("scrollY").await;
            if now == last {
                return self.painted().await;
            }
            last = now;
            tokio::time::sleep(Duration::from_millis(150)).await;
        }
    }

    /// The value of an expression; of a promise, what it resolves to.
    pub(crate) async fn eval<T: DeserializeOwned>(&self, script: &str) -> T {
        self.try_eval(script, None).await.unwrap_or_else(|why| panic!("{script}\n{why}"))
    }

    /// Runs a statement in the page.
    pub(crate) async fn run(&self, script: &str) {
        self.eval::<Value>(&format!("(async () => {{ {script}; return null; }})()")).await;
    }

    /// The value of an expression within the frame that shows the atlas.
    pub(crate) async fn eval_in_frame<T: DeserializeOwned>(&self, script: &str) -> T {
        let began = Instant::now();
        loop {
            for frame in self.page.frames().await.unwrap_or_default() {
                let url = self.page.frame_url(frame.clone()).await.ok().flatten().unwrap_or_default();
                let context = self.page.frame_execution_context(frame).await.ok().flatten();
                if let Some(context) = context.filter(|_| url.starts_with(atlas())) {
                    return self
                        .try_eval(script, Some(*context.inner()))
                        .await
                        .unwrap_or_else(|why| panic!("in the frame: {script}\n{why}"));
                }
            }
            assert!(began.elapsed() < PATIENCE, "there is no frame with the atlas");
            tokio::time::sleep(LOOK).await;
        }
    }

    async fn try_eval<T: DeserializeOwned>(&self, script: &str, context: Option<i64>) -> Result<T, String> {
        let mut parameters = json!({"expression": script, "returnByValue": true, "awaitPromise": true});
        if let Some(context) = context {
            parameters["contextId"] = context.into();
        }
        let answer =
            self.page.execute(Raw("Runtime.evaluate", parameters)).await.map_err(|why| why.to_string())?.result;
        if let Some(thrown) = answer.get("exceptionDetails") {
            return Err(thrown["exception"]["description"].as_str().unwrap_or("an exception").to_string());
        }
        let value = answer["result"].get("value").cloned().unwrap_or(Value::Null);
        serde_json::from_value(value.clone()).map_err(|why| format!("{why}: {value}"))
    }

    /// Waits until an expression is true.
    pub(crate) async fn wait(&self, what: &str, condition: &str) {
        let began = Instant::now();
        loop {
            // While a page gives way to another there is nothing to evaluate in.
            let outcome = self.try_eval::<Value>(&format!("Boolean({condition})"), None).await;
            if outcome == Ok(Value::Bool(true)) {
                return;
            }
            assert!(began.elapsed() < PATIENCE, "waited in vain for {what}: {condition} ({outcome:?})");
            tokio::time::sleep(LOOK).await;
        }
    }

    /// The visible text of the first element that a selector finds; empty when there is none.
    pub(crate) async fn text(&self, selector: &str) -> String {
        self.eval(&format!("document.querySelector({})?.innerText ?? ''", json!(selector))).await
    }

    /// How many elements a selector finds.
    pub(crate) async fn count(&self, selector: &str) -> usize {
        self.eval(&format!("document.querySelectorAll({}).length", json!(selector))).await
    }

    /// Waits until a place is selected: panel, and address where the page is not framed.
    pub(crate) async fn wait_for_place(&self, id: &str) {
        self.wait(
            &format!("{id} to be selected"),
            &format!("document.querySelector('[data-panel]')?.dataset.selected === '{id}'"),
        )
        .await;
        self.wait(
            &format!("the text of {id}"),
            &format!("document.querySelector('[data-panel] .reading[data-feature={id}]')"),
        )
        .await;
    }

    /// Presses and releases the left button, as a hand does: after moving there.
    pub(crate) async fn click(&self, x: f64, y: f64) {
        for (kind, buttons) in [("mouseMoved", 0), ("mousePressed", 1), ("mouseReleased", 0)] {
            let button = if kind == "mouseMoved" { "none" } else { "left" };
            let event = json!({"type": kind, "x": x, "y": y, "button": button, "buttons": buttons, "clickCount": 1});
            self.command("Input.dispatchMouseEvent", event).await;
        }
    }

    /// Touches with one finger.
    pub(crate) async fn tap(&self, x: f64, y: f64) {
        self.touch("touchStart", json!([{"x": x, "y": y}])).await;
        self.touch("touchEnd", json!([])).await;
    }

    /// What fingers do, which are then at these points: `touchStart`, `touchMove` or `touchEnd`.
    pub(crate) async fn touch(&self, kind: &str, fingers: Value) {
        self.command("Input.dispatchTouchEvent", json!({"type": kind, "touchPoints": fingers})).await;
    }

    /// Moves the mouse to a point.
    pub(crate) async fn point(&self, x: f64, y: f64) {
        let event = json!({"type": "mouseMoved", "x": x, "y": y, "button": "none", "buttons": 0});
        self.command("Input.dispatchMouseEvent", event).await;
    }

    /// Turns the wheel at a point.
    pub(crate) async fn wheel(&self, x: f64, y: f64, delta: f64) {
        let event = json!({"type": "mouseWheel", "x": x, "y": y, "deltaX": 0, "deltaY": delta});
        self.command("Input.dispatchMouseEvent", event).await;
    }

    /// A point at which the first element that a selector finds can be clicked, having scrolled to it.
    pub(crate) async fn point_of(&self, selector: &str) -> (f64, f64) {
        let script = format!(
            "(() => {{
                const element = document.querySelector({selector});
                if (!element) return null;
                element.scrollIntoView({{ block: 'center', behavior: 'instant' }});
                for (const box of element.getClientRects()) {{
                    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
                    if (element.contains(document.elementFromPoint(x, y))) return [x, y];
                }}
                return null;
            }})()",
            selector = json!(selector)
        );
        let point = self.eval::<Option<(f64, f64)>>(&script).await;
        point.unwrap_or_else(|| panic!("{selector} is not there or lies under something else"))
    }

    /// Clicks an element.
    pub(crate) async fn click_on(&self, selector: &str) {
        let (x, y) = self.point_of(selector).await;
        self.click(x, y).await;
    }

    /// Presses a key: `Tab`, `Shift+Tab`, `Escape`, `n`.
    pub(crate) async fn key(&self, name: &str) {
        let (modifiers, key) = name.strip_prefix("Shift+").map_or((0, name), |key| (8, key));
        let (code, number, text) = match key {
            "Tab" => ("Tab".into(), 9, ""),
            "Enter" => ("Enter".into(), 13, "\r"),
            "Escape" => ("Escape".into(), 27, ""),
            "End" => ("End".into(), 35, ""),
            "Home" => ("Home".into(), 36, ""),
            "ArrowLeft" => ("ArrowLeft".into(), 37, ""),
            "ArrowUp" => ("ArrowUp".into(), 38, ""),
            "ArrowRight" => ("ArrowRight".into(), 39, ""),
            "ArrowDown" => ("ArrowDown".into(), 40, ""),
            sign => {
                let letter = sign.to_uppercase();
                (format!("Key{letter}"), u32::from(letter.chars().next().unwrap_or_default()), sign)
            }
        };
        let mut event = json!({
            "type": "keyDown", "key": key, "code": code, "windowsVirtualKeyCode": number, "modifiers": modifiers,
        });
        if !text.is_empty() {
            event["text"] = text.into();
        }
        self.command("Input.dispatchKeyEvent", event.clone()).await;
        event["type"] = "keyUp".into();
        event.as_object_mut().map(|event| event.remove("text"));
        self.command("Input.dispatchKeyEvent", event).await;
    }

    /// Sends the atlas a message: the framed one, where there is one, else the page itself.
    pub(crate) async fn post(&self, message: Value) {
        let mut message = message;
        message["atlas"] = 1.into();
        let to = "(document.getElementById('atlas')?.contentWindow ?? self)";
        self.run(&format!("{to}.postMessage({message}, '*')")).await;
    }

    /// How many messages the page has got so far.
    pub(crate) async fn mail_count(&self) -> usize {
        self.eval("notebook.mail.length").await
    }

    /// The first message of a type from the atlas, after the first `since` messages.
    pub(crate) async fn mail(&self, kind: &str, since: usize) -> Value {
        let found = format!(
            "notebook.mail.slice({since}).find(({{data, from}}) => data?.atlas === 1 && data.type === '{kind}' && from !== 'other')"
        );
        self.wait(&format!("the message “{kind}”"), &found).await;
        self.eval(&format!("{found}.data")).await
    }

    /// Sends a message and waits for the answer of a type.
    pub(crate) async fn ask(&self, message: Value, answer: &str) -> Value {
        let since = self.mail_count().await;
        self.post(message).await;
        self.mail(answer, since).await
    }

    /// Where a place can be clicked, in the coordinates of the page.
    pub(crate) async fn locate(&self, id: &str) -> Option<(f64, f64)> {
        let located = self.ask(json!({"type": "locate", "id": id}), "located").await;
        assert_eq!(located["id"], id, "{located}");
        let (x, y) = (located["x"].as_f64()?, located["y"].as_f64()?);
        let corner = "(() => { const box = document.getElementById('atlas')?.getBoundingClientRect(); \
                      return box ? [box.x + 1, box.y + 1] : [0, 0]; })()";
        let (left, top) = self.eval::<(f64, f64)>(corner).await;
        Some((left + x, top + y))
    }

    /// How far the content is wider than the window, CSS pixels.
    pub(crate) async fn overflow(&self) -> f64 {
        self.eval("document.documentElement.scrollWidth - document.documentElement.clientWidth").await
    }

    /// A screenshot of what the window shows, or of a part of it (x, y, width, height), as a PNG.
    pub(crate) async fn picture(&self, part: Option<[f64; 4]>) -> Vec<u8> {
        let mut parameters = json!({"format": "png"});
        if let Some([x, y, width, height]) = part {
            parameters["clip"] = json!({"x": x, "y": y, "width": width, "height": height, "scale": 1});
        }
        let answer = self.command("Page.captureScreenshot", parameters).await;
        STANDARD.decode(answer["data"].as_str().unwrap_or_default()).expect("a picture")
    }

    /// Keeps a screenshot for people to look at.
    pub(crate) async fn screenshot(&self, name: &str) {
        keep(&format!("{name}.png"), &self.picture(None).await);
    }

    /// What is left after a failure: a picture and the log.
    async fn keep_evidence(&self, name: &str) {
        let picture = format!("failed/{name}");
        let taken: Result<(), Box<dyn Any + Send>> = AssertUnwindSafe(self.screenshot(&picture)).catch_unwind().await;
        let address = self.try_eval::<String>("location.href", None).await.unwrap_or_default();
        let fetched = "performance.getEntriesByType('resource').map((one) => `${one.name} ${Math.round(one.startTime)} to \
                       ${Math.round(one.responseEnd)} ms, ${one.encodedBodySize} bytes`).join('\\n')";
        let fetched = self.try_eval::<String>(fetched, None).await.unwrap_or_default();
        let record = lock(&self.record);
        let log = format!(
            "{address}\npicture: {}\nhosts: {:?}\n{}\n{fetched}\n",
            taken.is_ok(),
            record.hosts,
            record.console.join("\n")
        );
        eprintln!("{log}");
        keep(&format!("failed/{name}.log"), log.as_bytes());
    }

    /// No errors, no policy broken, no other host.
    async fn check_manners(&self) {
        let refused =
            self.try_eval::<Vec<String>>("globalThis.notebook?.refused ?? []", None).await.unwrap_or_default();
        let record = lock(&self.record);
        let tolerated = |error: &String| record.tolerated.iter().any(|part| error.contains(part));
        let errors: Vec<&String> = record.errors.iter().filter(|error| !tolerated(error)).collect();
        assert!(errors.is_empty(), "the page logged errors: {errors:#?}");
        assert!(refused.is_empty(), "the page broke its policy: {refused:#?}");
        let own = |host: &&String| !["", "127.0.0.1", MAGAZINE].contains(&host.as_str());
        let others: Vec<&String> = record.hosts.iter().filter(own).collect();
        assert!(others.is_empty(), "the page asked other hosts: {others:?}");
    }
}

impl Record {
    fn log(&mut self, level: &str, text: String) {
        let line = format!("{level}: {}", text.trim());
        if matches!(level, "error" | "assert") {
            self.errors.push(line.clone());
        }
        self.console.push(line);
    }
}

/// The host that an address asks; empty for what asks none, such as `data:`.
fn host(url: &str) -> &str {
    let rest = ["http://", "https://", "ws://", "wss://"].into_iter().find_map(|scheme| url.strip_prefix(scheme));
    rest.unwrap_or_default().split(['/', ':', '?', '#']).next().unwrap_or_default()
}

/// Keeps a file in `target/screenshots/`.
pub(crate) fn keep(name: &str, content: &[u8]) {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().map_or_else(PathBuf::new, Path::to_path_buf);
    let path = target.join("screenshots").join(name);
    let folder = path.parent().expect("a folder");
    fs::create_dir_all(folder).and_then(|()| fs::write(&path, content)).expect("a place for screenshots");
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
