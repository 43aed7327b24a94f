//! The map with its names, which are placed when they are first wanted and then kept.

use super::label::Cache;
use super::{Detail, FeatureSummary, MapData, MapStyle, Scene, compose, visible_features};
use crate::basemap::Basemap;
use crate::geometry::Camera;
use atlas_model::{Feature, Profile};
use std::ops::{Deref, DerefMut};
use std::sync::Arc;

/// The data of the map together with the placements of its names.
pub struct LabelledMap {
    data: MapData,
    pub(super) labels: Cache,
}

impl Deref for LabelledMap {
    type Target = MapData;

    fn deref(&self) -> &MapData {
        &self.data
    }
}

impl DerefMut for LabelledMap {
    fn deref_mut(&mut self) -> &mut MapData {
        &mut self.data
    }
}

impl LabelledMap {
    /// Projects basemap and features, whose outlines come in the order of the features. Features with `basemap` areas
    /// take their rings from the basemap.
    pub fn new(
        basemap: &Basemap,
        features: &[Feature],
        outlines: &[FeatureSummary],
        geometries: &dyn Fn(&str) -> Option<geo_types::Geometry<f64>>,
        profile: Arc<Profile>,
    ) -> LabelledMap {
        LabelledMap { data: MapData::new(basemap, features, outlines, geometries, profile), labels: Cache::default() }
    }

    /// The map of features whose outlines are measured here, from this very geometry.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn survey(
        basemap: &Basemap,
        features: &[Feature],
        geometries: &dyn Fn(&str) -> Option<geo_types::Geometry<f64>>,
        profile: Arc<Profile>,
    ) -> LabelledMap {
        LabelledMap::new(basemap, features, &FeatureSummary::survey(basemap, features, geometries), geometries, profile)
    }

    /// The picture for a camera. Costs what there is in the window, however much there is elsewhere.
    pub fn scene(&self, camera: &Camera, map_style: &MapStyle, detail: &Detail) -> Scene {
        let shown = visible_features(self, camera, map_style, &detail.cut.window);
        let mut groups = Vec::new();
        compose(self, &shown, camera, map_style, detail, &mut |group| groups.push(group));
        Scene { groups, labels: self.labels_in(camera, map_style, &detail.cut.window) }
    }

    /// Places the names anew, where they would be had the ground been as it is now from the start.
    pub fn place_names_anew(&mut self) {
        self.labels = Cache::default();
    }
}
