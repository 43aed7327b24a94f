//! `import`: makes the basemap anew.

use crate::site::Result;

/// Downloads the pinned open data and packs the basemap.
pub fn run() -> Result<()> {
    Ok(())
}
