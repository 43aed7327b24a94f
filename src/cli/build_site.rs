//! `build`: writes the static site.

use super::args::Build;
use super::interrupt::on_interrupt;
use atlas_site::{Plan, Result, Stages};

/// Builds into a folder.
pub(crate) fn run(Build { content, out, base_url }: Build) -> Result<()> {
    on_interrupt(|| false);
    let stages = Stages::default();
    atlas_site::build(&Plan { content, out: Some(out.clone()), base_url }, &stages)?;
    println!("The atlas is in {} (built in {}).", out.display(), stages.elapsed());
    Ok(())
}
