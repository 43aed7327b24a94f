//! When another layer of tiles is needed, and which view will be seen in a moment.

use super::TileSet;
use crate::geometry::Camera;

/// A layer is stretched or shrunk at most this much before the next one is begun.
const STRETCH: f64 = 1.6;
/// How much earlier than they are seen tiles are painted while the view moves, milliseconds, and how far off at most,
/// CSS pixels.
const LEAD: f64 = 120.0;
const MOST_LEAD: f64 = 280.0;
/// A pause longer than this ends a movement, milliseconds.
const PAUSE: f64 = 100.0;

/// What a layer of tiles has to be good for.
#[derive(Clone, Copy, Debug)]
pub struct Need<'a> {
    /// The view.
    pub camera: &'a Camera,
    /// Device pixels for each CSS pixel.
    pub ratio: f64,
    /// Which edition of map and style is to be seen.
    pub edition: u32,
    /// The view has come to rest.
    pub settled: bool,
}

impl Need<'_> {
    /// True for a layer of an edition that will do: at rest in its own scale, in movement stretched a little.
    fn is_met_by<C>(&self, tiles: &TileSet<C>, edition: u32) -> bool {
        let stretch = self.camera.scale / tiles.scale();
        let sharp = if self.settled { stretch == 1.0 } else { (1.0 / STRETCH..=STRETCH).contains(&stretch) };
        sharp && tiles.ratio() == self.ratio && edition == self.edition
    }
}

/// What to do about the layer that is painted behind the one that is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BackLayer {
    /// Go on with it.
    Keep,
    /// None is needed.
    Drop,
    /// Begin one for the view of now.
    Begin,
}

/// Decides about the layer behind the one in front; each comes with its edition.
pub fn back_layer<C>(
    need: &Need<'_>,
    front: Option<(&TileSet<C>, u32)>,
    back: Option<(&TileSet<C>, u32)>,
) -> BackLayer {
    let serves =
        |layer: Option<(&TileSet<C>, u32)>| layer.is_some_and(|(tiles, edition)| need.is_met_by(tiles, edition));
    // One that is begun while the camera moves is finished, whatever the camera does: it is better than the last.
    if back.is_some() && (serves(back) || !need.settled) {
        BackLayer::Keep
    } else if serves(front) {
        BackLayer::Drop
    } else {
        BackLayer::Begin
    }
}

/// The view that a movement will show in a moment, from the view now and an earlier one, each with its time,
/// milliseconds; `None` when the movement has paused since.
pub fn foreseen((camera, now): (&Camera, f64), (before, then): (&Camera, f64)) -> Option<Camera> {
    (now > then && now - then < PAUSE).then(|| camera.foreseen(before, LEAD / (now - then), MOST_LEAD))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::coord;

    fn camera(scale: f64) -> Camera {
        Camera { centre: coord(0.0, 0.0), scale, width: 800.0, height: 600.0 }
    }

    #[test]
    fn a_layer_is_begun_when_the_one_that_is_seen_will_not_do() {
        let tiles: TileSet<()> = TileSet::new(&camera(1.0), 1.0);
        let need = |camera, settled| Need { camera, ratio: 1.0, edition: 3, settled };
        let (same, near, far) = (camera(1.0), camera(1.5), camera(1.7));
        let front = Some((&tiles, 3));
        assert_eq!(back_layer::<()>(&need(&same, true), None, None), BackLayer::Begin, "there is none");
        assert_eq!(back_layer(&need(&same, true), front, None), BackLayer::Drop);
        assert_eq!(back_layer(&need(&near, false), front, None), BackLayer::Drop, "stretched while it moves");
        assert_eq!(back_layer(&need(&near, true), front, None), BackLayer::Begin, "sharp at rest");
        assert_eq!(back_layer(&need(&far, false), front, None), BackLayer::Begin, "too blurred");
        assert_eq!(back_layer(&need(&same, true), Some((&tiles, 2)), None), BackLayer::Begin, "another style");
        assert_eq!(
            back_layer(&Need { ratio: 2.0, ..need(&same, true) }, front, None),
            BackLayer::Begin,
            "another screen"
        );
    }

    #[test]
    fn a_layer_that_is_begun_in_movement_is_finished() {
        let tiles: TileSet<()> = TileSet::new(&camera(1.0), 1.0);
        let (back, elsewhere) = (Some((&tiles, 0)), camera(9.0));
        let need = |camera, settled| Need { camera, ratio: 1.0, edition: 0, settled };
        assert_eq!(back_layer(&need(&elsewhere, false), None, back), BackLayer::Keep);
        assert_eq!(
            back_layer(&need(&elsewhere, true), None, back),
            BackLayer::Begin,
            "at rest it would be the wrong one"
        );
        assert_eq!(back_layer(&need(&camera(1.0), true), back, back), BackLayer::Keep);
    }

    #[test]
    fn a_movement_is_foreseen_until_it_pauses() {
        let (before, now) = (camera(1.0), Camera { centre: coord(10.0, 0.0), ..camera(1.0) });
        let seen = foreseen((&now, 16.0), (&before, 0.0)).expect("a movement");
        assert!(seen.centre.x > now.centre.x && seen.centre.x <= now.centre.x + MOST_LEAD);
        assert_eq!(foreseen((&now, 200.0), (&before, 0.0)), None);
        assert_eq!(foreseen((&now, 0.0), (&before, 0.0)), None, "no time has passed");
    }
}
