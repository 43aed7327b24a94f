//! `serve`: builds the site, serves it and, when asked to, follows edits.

use super::args::Serve;
use super::interrupt::on_interrupt;
use atlas_site::server::{Running, Server, Site};
use atlas_site::{BrowserSide, Edit, Plan, Result, Stages, WatchBuilder};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

/// The server, once it answers.
type Slot = Arc<Mutex<Option<Running>>>;

/// Builds and serves, until the program is stopped.
pub(crate) fn run(Serve { port, content, watch }: Serve) -> Result<()> {
    // Taken first: nobody should wait for a build to learn that the port is not free.
    let server = Server::bind(port)?;
    let running = Slot::default();
    let taken = running.clone();
    on_interrupt(move || {
        let running = taken.lock().unwrap_or_else(PoisonError::into_inner).take();
        running.map(Running::stop).is_some()
    });
    let stages = Stages::default();
    if watch {
        return follow(server, &running, content, &stages);
    }
    let folder = atlas_site::build(&Plan { content, out: None, base_url: None }, &stages)?;
    open(server, &running, Site::folder(folder))?;
    loop {
        thread::park();
    }
}

/// Serves a site that is made anew after every edit; a faulty edit leaves the last good one in place.
fn follow(server: Server, running: &Slot, content: PathBuf, stages: &Stages) -> Result<()> {
    let mut faulty = false;
    let tell = |edit: Edit| match edit {
        Edit::Shown(after) => {
            faulty = false;
            stages.say("Rebuilt", &format!("after an edit ({after})"));
        }
        Edit::Without if faulty => {
            faulty = false;
            stages.say("Corrected", "the site is as before");
        }
        Edit::Without => {}
        Edit::Refused(why) => {
            faulty = true;
            super::list_problems(&why);
            eprintln!("error: {why}. The last good site is still shown.");
        }
        Edit::OfThisProgram => {
            stages.say("Note", "what pages show before the program starts is as before, until you serve again");
        }
    };
    let mut builder = WatchBuilder::new(content, BrowserSide::of_this_program()?, stages)?;
    builder.follow(stages, |site| open(server, running, Site::new(site)), tell)
}

fn open(server: Server, running: &Slot, site: Site) -> Result<Arc<Site>> {
    let site = Arc::new(site);
    let address = server.address();
    *running.lock().unwrap_or_else(PoisonError::into_inner) = Some(server.start(site.clone())?);
    println!("The atlas is open at http://{address}/ (stop with Ctrl-C)");
    Ok(site)
}
