//! `import`: makes the basemap anew.

use atlas_basemap_import::import;
use atlas_site::{Error, Result, Stages, default_content};

/// Fetches the pinned open data and packs it into the parts of the basemap.
pub(crate) fn run() -> Result<()> {
    let stages = Stages::default();
    let out = default_content().join("basemap");
    import(&out, &mut |what| stages.say("Importing", what)).map_err(Error::Import)?;
    println!("The basemap is in {} (made in {}).", out.display(), stages.elapsed());
    Ok(())
}
