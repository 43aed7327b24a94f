//! The rivers of GSHHG/WDBII as matplotlib's basemap keeps them: one table of lines, one file of coordinates.

use super::error::ImportError;
use super::grid::{Point, point};

/// All river lines. Each row of `table` says where in `coordinates` a line starts and how many bytes it has:
/// type, area, points, southern and northern limit, first byte, bytes, number.
pub(super) fn rivers(table: &[u8], coordinates: &[u8]) -> Result<Vec<Vec<Point>>, ImportError> {
    let table = std::str::from_utf8(table).map_err(|_| ImportError::Rivers)?;
    let line = |row: &str| {
        let mut columns = row.split_whitespace().skip(5).map(str::parse::<usize>);
        let (Some(Ok(from)), Some(Ok(count))) = (columns.next(), columns.next()) else { return None };
        let values = coordinates.get(from..from.checked_add(count)?)?.chunks_exact(4);
        let values: Vec<f64> = values.map(|b| f64::from(f32::from_le_bytes([b[0], b[1], b[2], b[3]]))).collect();
        Some(values.chunks_exact(2).map(|pair| point(pair[0], pair[1])).collect())
    };
    table.lines().map(|row| line(row).ok_or(ImportError::Rivers)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_a_line_and_refuses_a_wrong_table() {
        let coordinates: Vec<u8> = [9.0f32, 9.0, 45.5, 39.0, 46.5, 38.5].iter().flat_map(|v| v.to_le_bytes()).collect();
        let read = rivers(b"-1 -1 2 38.5 39.0 8 16 0\n", &coordinates).expect("a well-formed table");
        assert_eq!(read, [[point(45.5, 39.0), point(46.5, 38.5)]]);
        assert!(rivers(b"-1 -1 2 38.5 39.0 8 17 0\n", &coordinates).is_err());
        assert!(rivers(b"-1 -1 2\n", &coordinates).is_err());
    }
}
