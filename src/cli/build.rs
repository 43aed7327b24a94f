//! `build`: writes the static site.

use crate::site::{self, BaseUrl, Plan, Result, Stages};
use std::path::PathBuf;

/// Builds into a folder.
pub fn run(content: PathBuf, out: PathBuf, base_url: Option<BaseUrl>) -> Result<()> {
    let stages = Stages::default();
    let plan = Plan { content, out, base_url };
    site::build(&plan, &stages)?;
    println!("The atlas is in {} (built in {}).", plan.out.display(), stages.elapsed());
    Ok(())
}
