//! Shapes of an ESRI shapefile (`.shp` alone: lines and polygons without attributes).

use super::error::ImportError;
use super::grid::{self, Point};
use shapefile::{Shape, ShapeReader};
use std::io::Cursor;

/// The parts of each shape, in the order of the file. Shapes without points are empty.
///
/// # Errors
/// When the file is cut short, or has shapes that are neither lines nor polygons.
pub(super) fn shapes(bytes: &[u8]) -> Result<Vec<Vec<Vec<Point>>>, ImportError> {
    let mut reader = ShapeReader::new(Cursor::new(bytes)).map_err(|_| ImportError::Shapefile)?;
    reader.iter_shapes().map(|shape| parts(shape.map_err(|_| ImportError::Shapefile)?)).collect()
}

fn parts(shape: Shape) -> Result<Vec<Vec<Point>>, ImportError> {
    let on_grid = |points: &[shapefile::Point]| points.iter().map(|point| grid::point(point.x, point.y)).collect();
    match shape {
        Shape::NullShape => Ok(Vec::new()),
        Shape::Polyline(lines) => Ok(lines.parts().iter().map(|part| on_grid(part)).collect()),
        Shape::Polygon(polygon) => Ok(polygon.rings().iter().map(|ring| on_grid(ring.points())).collect()),
        _ => Err(ImportError::Shapefile),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use grid::point;

    /// A file with a line of two parts.
    fn file() -> Vec<u8> {
        let mut record: Vec<u8> = 3u32.to_le_bytes().to_vec();
        record.extend([0; 32]);
        for number in [2u32, 4, 0, 2] {
            record.extend(number.to_le_bytes());
        }
        for value in [1.0f64, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0] {
            record.extend(value.to_le_bytes());
        }
        let mut file = vec![0; 100];
        file[..4].copy_from_slice(&9994u32.to_be_bytes());
        file[24..28].copy_from_slice(&((108 + record.len() as u32) / 2).to_be_bytes());
        file[28..32].copy_from_slice(&1000u32.to_le_bytes());
        file[32..36].copy_from_slice(&3u32.to_le_bytes());
        file.extend(1u32.to_be_bytes());
        file.extend((record.len() as u32 / 2).to_be_bytes());
        file.extend(&record);
        file
    }

    #[test]
    fn reads_parts_and_refuses_what_is_short() {
        let mut file = file();
        let read = shapes(&file).expect("a well-formed file");
        assert_eq!(read, [[[point(1.0, 2.0), point(3.0, 4.0)], [point(5.0, 6.0), point(7.0, 8.0)]]]);
        file.pop();
        assert!(shapes(&file).is_err());
        assert!(shapes(b"not a shapefile").is_err());
    }
}
