//! Shapes of an ESRI shapefile (`.shp` alone: lines and polygons without attributes).

use super::error::ImportError;
use super::grid::{Point, point};

/// The parts of each shape, in the order of the file. Shapes without points are empty.
pub(super) fn shapes(bytes: &[u8]) -> Result<Vec<Vec<Vec<Point>>>, ImportError> {
    let mut shapes = Vec::new();
    let mut at = 100;
    while at < bytes.len() {
        let words = u32::from_be_bytes(array(bytes, at + 4)?) as usize;
        let end = at + 8 + words * 2;
        shapes.push(shape(bytes.get(at + 8..end).ok_or(ImportError::Shapefile)?)?);
        at = end;
    }
    Ok(shapes)
}

/// One record: type, box, number of parts, number of points, first point of each part, points.
fn shape(record: &[u8]) -> Result<Vec<Vec<Point>>, ImportError> {
    let number = |at: usize| Ok::<usize, ImportError>(u32::from_le_bytes(array(record, at)?) as usize);
    match number(0)? {
        0 => return Ok(Vec::new()),
        3 | 5 => {}
        _ => return Err(ImportError::Shapefile),
    }
    let (parts, points) = (number(36)?, number(40)?);
    let coordinates = record.get(44 + 4 * parts..).ok_or(ImportError::Shapefile)?;
    let place = |index: usize| {
        let [lon, lat] = [0, 8].map(|shift| array(coordinates, index * 16 + shift).map(f64::from_le_bytes));
        Ok::<Point, ImportError>(point(lon?, lat?))
    };
    (0..parts)
        .map(|part| {
            let from = number(44 + 4 * part)?;
            let to = if part + 1 < parts { number(48 + 4 * part)? } else { points };
            (from..to).map(place).collect()
        })
        .collect()
}

fn array<const N: usize>(bytes: &[u8], at: usize) -> Result<[u8; N], ImportError> {
    bytes.get(at..at + N).and_then(|slice| slice.try_into().ok()).ok_or(ImportError::Shapefile)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_parts_and_refuses_what_is_short() {
        let mut file = vec![0; 100];
        let mut record: Vec<u8> = 3u32.to_le_bytes().to_vec();
        record.extend([0; 32]);
        for number in [2u32, 4, 0, 2] {
            record.extend(number.to_le_bytes());
        }
        for value in [1.0f64, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0] {
            record.extend(value.to_le_bytes());
        }
        file.extend(1u32.to_be_bytes());
        file.extend((record.len() as u32 / 2).to_be_bytes());
        file.extend(&record);
        let read = shapes(&file).expect("a well-formed file");
        assert_eq!(read, [[[point(1.0, 2.0), point(3.0, 4.0)], [point(5.0, 6.0), point(7.0, 8.0)]]]);
        file.pop();
        assert!(shapes(&file).is_err());
    }
}
