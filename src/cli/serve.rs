//! `serve`: builds the site, serves it and, when asked to, follows edits.

use atlas_site::output::Folder;
use atlas_site::server::{Server, Site};
use atlas_site::{Edit, Plan, Result, Stages, Workshop};
use std::path::PathBuf;
use std::sync::Arc;
use std::thread;

/// Builds and serves, until the program is stopped.
pub fn run(port: u16, content: PathBuf, watched: bool) -> Result<()> {
    // Taken first: nobody should wait for a build to learn that the port is not free.
    let server = Server::bind(port)?;
    let stages = Stages::default();
    if watched {
        return follow(server, content, &stages);
    }
    let plan = Plan { content, out: None, base_url: None };
    let folder = atlas_site::build(&plan, &stages)?;
    open(server, Site::new(Folder(folder), false))?;
    loop {
        thread::park();
    }
}

/// Serves a draft and makes it anew after every edit; a faulty edit leaves the last good one in place.
fn follow(server: Server, content: PathBuf, stages: &Stages) -> Result<()> {
    let mut faulty = false;
    let tell = |edit: Edit| {
        let was_faulty = std::mem::replace(&mut faulty, matches!(edit, Edit::Refused(_)));
        match edit {
            Edit::Shown(after) => stages.say("Rebuilt", &format!("after an edit ({after})")),
            Edit::Without if was_faulty => stages.say("Corrected", "the site is as before"),
            Edit::Without => {}
            Edit::Refused(why) => {
                super::list_problems(&why);
                eprintln!("error: {why}. The last good site is still shown.");
            }
        }
    };
    Workshop::open(content, stages)?.follow(stages, |draft| open(server, Site::new(draft, true)), tell)
}

fn open(server: Server, site: Site) -> Result<Arc<Site>> {
    let site = Arc::new(site);
    let address = server.address();
    server.start(site.clone())?;
    println!("The atlas is open at http://{address}/ (stop with Ctrl-C)");
    Ok(site)
}
