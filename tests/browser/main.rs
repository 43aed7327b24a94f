//! The built site in a real browser.
//!
//! `tests/run` builds the site into `dist/` first and brings Chromium; alone: `cargo run --release -- build`, then
//! `cargo test --test browser`, with a part of a test's name after `--` for one topic.
//!
//! Every test has a private tab ([`harness::test`]). Whatever it is about, it fails when the page logs an error,
//! breaks its own policy or asks another host for anything. A failed test leaves a screenshot and the log of the
//! page in `target/screenshots/failed/`.

mod golden;
mod harness;
mod picture;
mod server;

mod another;
mod cameras;
mod embed;
mod handover;
mod keyboard;
mod looks;
mod noscript;
mod phone;
mod privacy;
mod reading;
mod robust;
mod state;
mod watch;

/// The four subjects the atlas is built around, and what the second issue names beside Syunik.
const SUBJECTS: [&str; 7] = [
    "instc",
    "russia-iran-gas-pipeline",
    "syunik",
    "nakhchivan",
    "armenia-iran-border",
    "zangezur-corridor-tripp",
    "caspian-sea",
];
