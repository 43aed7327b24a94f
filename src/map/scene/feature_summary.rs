//! What is settled about a feature before its geometry is there.

use crate::geometry::{Coord, Rect, coord};
use serde::{Deserialize, Serialize};

/// Extent of a feature, place of its name and scale from which it is on the map, settled at build from the finest
/// geometry there is.
///
/// Ground and courses reach a browser coarse at first and sharpen later. Frames and names come from here, so they are
/// where the prerendered map has them from the start and stay there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FeatureSummary {
    /// Left, top, right and bottom of the smallest rectangle around it, whole km of the world plane; nothing for what
    /// is not on the map.
    bounds: Option<[i16; 4]>,
    /// A good place for the name in its largest area, whole km.
    pole: Option<[i16; 2]>,
    /// Tenths of a pixel that its courses are drawn to the right of where they are.
    offset: i8,
    /// Step of zoom from which there is room for it.
    from_step: i8,
}

impl FeatureSummary {
    /// The smallest rectangle around the feature, km; empty for what is not on the map.
    pub fn bounds(&self) -> Rect {
        self.bounds.map_or(Rect::EMPTY, |sides| {
            let [left, top, right, bottom] = sides.map(f64::from);
            Rect::new(left, top, right, bottom)
        })
    }

    /// A good place for the name in the largest area, km.
    pub fn pole(&self) -> Option<Coord> {
        self.pole.map(|[x, y]| coord(x.into(), y.into()))
    }

    /// How far the courses are drawn to the right of where they are, px.
    pub fn offset(&self) -> f64 {
        f64::from(self.offset) / 10.0
    }

    /// Step of zoom from which there is room for the feature among all others, in quarters of a doubling of the scale.
    pub fn from_step(&self) -> i8 {
        self.from_step
    }

    /// Reads the outlines of all features back, with the bytes that follow them; `None` when that is not what they are.
    pub fn unpack(packed: &[u8]) -> Option<(Vec<FeatureSummary>, &[u8])> {
        postcard::take_from_bytes(packed).ok()
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod survey {
    use super::super::{BaseLayer, MapFeature, parallel_offset, visibility_filter};
    use super::*;
    use crate::basemap::Basemap;
    use crate::geometry::{Polyline, pole};
    use atlas_model::{Feature, Profile};
    use geo_types::Geometry;

    impl FeatureSummary {
        /// The outlines of features, in their order.
        pub fn survey(
            basemap: &Basemap,
            features: &[Feature],
            geometries: &dyn Fn(&str) -> Option<Geometry<f64>>,
        ) -> Vec<FeatureSummary> {
            let mut pool = Vec::new();
            // What a place is on the map does not depend on how the atlas is arranged.
            let profile = Profile::default();
            let ground = BaseLayer::new(basemap, &mut pool);
            let map_feature = |feature: &Feature| {
                let geometry = geometries(&feature.id);
                MapFeature::new(feature, geometry.as_ref(), FeatureSummary::default(), &ground, &profile, &mut pool)
            };
            let mut map_features: Vec<MapFeature> = features.iter().map(map_feature).collect();
            map_features.iter_mut().for_each(|map_feature| map_feature.bounds = bounds(map_feature));
            parallel_offset::step_aside(&mut map_features, &pool);
            let from_steps = visibility_filter::survey::from_steps(&map_features);
            let outlines = map_features.iter().zip(from_steps);
            outlines
                .map(|(map_feature, from_step)| FeatureSummary { from_step, ..FeatureSummary::of(map_feature, &pool) })
                .collect()
        }

        /// Packs the outlines of all features.
        pub fn pack(outlines: &[FeatureSummary]) -> Vec<u8> {
            postcard::to_allocvec(outlines).expect("memory holds whatever is written")
        }

        fn of(map_feature: &MapFeature, pool: &[Polyline]) -> FeatureSummary {
            let Rect { min, max } = map_feature.bounds;
            let sides = [min.x.floor(), min.y.floor(), max.x.ceil(), max.y.ceil()];
            let largest = map_feature.areas.iter().max_by(|a, b| a.area.size.total_cmp(&b.area.size));
            let pole = largest.and_then(|part| {
                let precision = part.area.bounds.width().max(part.area.bounds.height()) / 60.0;
                pole(&part.area.rings, pool, precision.max(0.5))
            });
            FeatureSummary {
                bounds: (!map_feature.bounds.is_empty()).then(|| sides.map(|side| side as i16)),
                pole: pole.map(|pole| [pole.x.round() as i16, pole.y.round() as i16]),
                offset: (map_feature.offset * 10.0) as i8,
                from_step: i8::MIN,
            }
        }
    }

    fn bounds(map_feature: &MapFeature) -> Rect {
        let bounds = Rect::around(map_feature.points.iter().copied());
        let bounds = map_feature.lines.iter().fold(bounds, |bounds, line| bounds.union(line.bounds));
        map_feature.areas.iter().fold(bounds, |bounds, part| bounds.union(part.area.bounds))
    }
}
