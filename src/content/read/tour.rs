//! A guided reading of the map.

use super::{check, element_with};
use crate::layout::TOUR;
use crate::node::Node;
use crate::reading::Reading;
use atlas_model::Tour;

/// Reads a file of `tours/`.
pub(crate) fn tour(file: &Node, reading: &mut Reading) -> Option<Tour> {
    check(file, &TOUR, reading);
    element_with(file.get("tour")?, "stops", file.get("stop"), reading)
}
