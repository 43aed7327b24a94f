//! `build`: writes the static site.

use atlas_site::{BaseUrl, Plan, Result, Stages};
use std::path::PathBuf;

/// Builds into a folder.
pub fn run(content: PathBuf, out: PathBuf, base_url: Option<BaseUrl>) -> Result<()> {
    let stages = Stages::default();
    atlas_site::build(&Plan { content, out: Some(out.clone()), base_url }, &stages)?;
    println!("The atlas is in {} (built in {}).", out.display(), stages.elapsed());
    Ok(())
}
