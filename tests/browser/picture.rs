//! Screenshots as pixels that can be compared.

/// A screenshot.
pub(crate) struct Picture {
    /// The file.
    pub png: Vec<u8>,
    width: usize,
    pixels: Vec<[u8; 3]>,
}

impl Picture {
    /// Reads a PNG.
    pub(crate) fn read(png: Vec<u8>) -> Picture {
        let mut decoder = png::Decoder::new(std::io::Cursor::new(&png));
        decoder.set_transformations(png::Transformations::normalize_to_color8());
        let mut reader = decoder.read_info().expect("a PNG");
        let mut bytes = vec![0; reader.output_buffer_size().expect("a size")];
        let info = reader.next_frame(&mut bytes).expect("its pixels");
        let pixels = bytes[..info.buffer_size()].chunks_exact(info.color_type.samples());
        let width = info.width as usize;
        Picture { width, pixels: pixels.map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect(), png }
    }

    /// The picture at half its size, as a PNG: a quarter of the bytes, and the same mean colours.
    pub(crate) fn halved(&self) -> Vec<u8> {
        let (width, height) = (self.width / 2, self.pixels.len() / self.width / 2);
        let mut bytes = Vec::with_capacity(width * height * 3);
        for (row, column) in (0..height).flat_map(|row| (0..width).map(move |column| (row, column))) {
            let at = 2 * row * self.width + 2 * column;
            let four = [at, at + 1, at + self.width, at + self.width + 1].map(|at| self.pixels[at]);
            bytes.extend((0..3).map(|channel| {
                let sum: u16 = four.iter().map(|pixel| u16::from(pixel[channel])).sum();
                ((sum + 2) / 4) as u8
            }));
        }
        let mut png = Vec::new();
        let mut encoder = png::Encoder::new(&mut png, width as u32, height as u32);
        encoder.set_color(png::ColorType::Rgb);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.set_compression(png::Compression::High);
        let mut writer = encoder.write_header().expect("a header");
        writer.write_image_data(&bytes).expect("pixels");
        writer.finish().expect("a file");
        png
    }

    /// How many colours it has: few where there is no map in it.
    pub(crate) fn colours(&self) -> usize {
        self.pixels.iter().collect::<std::collections::BTreeSet<_>>().len()
    }

    /// Mean difference of the channels, and the share of pixels that clearly differ.
    pub(crate) fn difference(&self, other: &Picture) -> (f64, f64) {
        assert_eq!((self.width, self.pixels.len()), (other.width, other.pixels.len()), "pictures of different sizes");
        let (mut sum, mut different) = (0, 0);
        for (one, other) in self.pixels.iter().zip(&other.pixels) {
            let apart: [u8; 3] = std::array::from_fn(|channel| one[channel].abs_diff(other[channel]));
            sum += apart.iter().map(|&difference| u64::from(difference)).sum::<u64>();
            different += usize::from(apart.iter().any(|&difference| difference > 48));
        }
        let count = self.pixels.len() as f64;
        (sum as f64 / count / 3.0, different as f64 / count)
    }

    /// The picture as seen from afar: the mean colour of each square of `side` pixels. What the fonts and the
    /// rasteriser of a machine make of single pixels is gone; land, lines and where names stand is not.
    pub(crate) fn squares(&self, side: usize) -> Vec<[f64; 3]> {
        let (columns, rows) = (self.width / side, self.pixels.len() / self.width / side);
        let square = |column: usize, row: usize| {
            let within = (0..side * side).map(|at| (column * side + at % side, row * side + at / side));
            let sum = within.fold([0.0; 3], |sum, (x, y)| {
                let pixel = self.pixels[y * self.width + x];
                std::array::from_fn(|channel| sum[channel] + f64::from(pixel[channel]))
            });
            sum.map(|channel: f64| channel / (side * side) as f64)
        };
        (0..rows).flat_map(|row| (0..columns).map(move |column| square(column, row))).collect()
    }
}
