//! `serve`: builds the site, serves it and, when asked to, follows edits.

use crate::site::output::Folder;
use crate::site::server::{Server, Site};
use crate::site::{self, Plan, Result, Stages, Workshop, watch};
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
    let folder = site::build(&plan, &stages)?;
    open(server, Site::new(Folder(folder), false))?;
    loop {
        thread::park();
    }
}

/// Serves a draft and makes it anew after every edit; a faulty edit leaves the last good one in place.
fn follow(server: Server, content: PathBuf, stages: &Stages) -> Result<()> {
    let workshop = Workshop::open(content, stages)?;
    let mut last = Arc::new(workshop.make(stages)?);
    let site = open(server, Site::new(last.clone(), true))?;
    watch::watch(&workshop.folders(), || {
        let stages = Stages::default();
        match workshop.make(&Stages::quiet()) {
            Ok(draft) if draft.is_like(&last) => {}
            Ok(draft) => {
                last = Arc::new(draft.succeeding(&last));
                site.replace(last.clone());
                stages.say("Rebuilt", &format!("after an edit ({})", stages.elapsed()));
            }
            Err(why) => {
                super::list_problems(&why);
                eprintln!("error: {why}. The last good site is still shown.");
            }
        }
    })
}

fn open(server: Server, site: Site) -> Result<Arc<Site>> {
    let site = Arc::new(site);
    let address = server.address();
    server.start(site.clone())?;
    println!("The atlas is open at http://{address}/ (stop with Ctrl-C)");
    Ok(site)
}
