//! Compressed siblings: every host can then send the smallest form without working for it.

use super::files::{Bytes, File, Files};
use super::media::is_compressible;
use super::parallel::on_all_cores;
use flate2::{Compression, write::GzEncoder};
use rayon::iter::{IntoParallelIterator, ParallelIterator};
use std::fs;
use std::io::{self, Write};
use std::path::Path;

/// Below this the answer's headers outweigh the gain.
const SMALLEST: usize = 256;

/// How hard to work. A level of `None` makes no sibling.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effort {
    /// Ready soon: for a site that is served on this machine.
    Quick,
    /// As small as can be: for a site that is published. Level 10 makes a page a seventh smaller than level 9,
    /// level 11 takes five times as long for one part in two hundred more.
    Best,
    /// For the pages of a site of more than [`MANY`]: they have one sibling, at a twentieth of the work. The
    /// other would take half as much room again for the few readers without brotli. The few of more than 160 KB are
    /// each worth the work, which keeps them within the budget of a page.
    Many,
}

/// Pages from which on [`Effort::Many`] is right for them: at some 15 a second, the best level takes minutes.
pub const MANY: usize = 2_000;
/// A page of more than this, bytes, is a long one: some dozens in a site of any size.
const LONG: usize = 160_000;
/// Files larger than these, bytes, are compressed by lower levels: the highest take seconds for each MB.
const LARGE: usize = 4 << 20;
const HUGE: usize = 16 << 20;

impl Effort {
    /// Levels of brotli and gzip for a file.
    fn levels(self, path: &str, size: usize) -> (u32, Option<u32>) {
        match self {
            Effort::Quick => (5, Some(5)),
            _ if size > HUGE => (5, Some(5)),
            _ if size > LARGE => (9, Some(6)),
            _ if path.starts_with("assets/") => (11, Some(9)),
            Effort::Best => (10, Some(9)),
            Effort::Many if size > LONG => (10, None),
            Effort::Many => (5, None),
        }
    }
}

/// Compresses a file that gains by it; true when that was new work.
///
/// A file that is the same in `previous`, a site written earlier with the same effort, takes its siblings from there.
pub fn compress_one(path: &str, file: &mut File, effort: Effort, previous: Option<&Path>) -> bool {
    if !is_compressible(path) || file.content.len() < SMALLEST {
        return false;
    }
    let (quality, level) = effort.levels(path, file.content.len());
    if previous.is_some_and(|previous| recall(&previous.join(path), file, level.is_some())) {
        return false;
    }
    file.brotli = smaller(brotli(&file.content, quality), &file.content);
    file.gzip = level.and_then(|level| smaller(gzip(&file.content, level), &file.content));
    true
}

/// Compresses all files that gain by it, on all cores. Answers with how many were compressed anew.
pub fn compress(files: &mut Files, effort: Effort, previous: Option<&Path>) -> usize {
    let pending: Vec<(String, File)> = files.iter().map(|(path, file)| (path.to_string(), file.clone())).collect();
    let compressed = |(path, mut file): (String, File)| {
        let is_new = compress_one(&path, &mut file, effort, previous);
        (file, is_new)
    };
    let done: Vec<(File, bool)> = on_all_cores(|| pending.into_par_iter().map(compressed).collect());
    let count = done.iter().filter(|(_, is_new)| *is_new).count();
    for ((_, slot), (file, _)) in files.iter_mut().zip(done) {
        *slot = file;
    }
    count
}

/// Takes the siblings of the same file from an earlier site; false when it was another file or had none.
fn recall(path: &Path, file: &mut File, both: bool) -> bool {
    if !fs::read(path).is_ok_and(|old| old[..] == file.content[..]) {
        return false;
    }
    let sibling = |extension: &str| fs::read(with_suffix(path, extension)).ok().map(Bytes::from);
    (file.brotli, file.gzip) = (sibling(".br"), sibling(".gz"));
    file.brotli.is_some() && file.gzip.is_some() == both
}

/// The path with something added to the file's name.
pub fn with_suffix(path: &Path, suffix: &str) -> std::path::PathBuf {
    let mut path = path.as_os_str().to_owned();
    path.push(suffix);
    path.into()
}

fn smaller(compressed: io::Result<Vec<u8>>, content: &[u8]) -> Option<Bytes> {
    compressed.ok().filter(|compressed| compressed.len() < content.len()).map(Bytes::from)
}

fn brotli(content: &[u8], quality: u32) -> io::Result<Vec<u8>> {
    let mut out = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: quality.cast_signed(),
        size_hint: content.len(),
        ..Default::default()
    };
    brotli::BrotliCompress(&mut &content[..], &mut out, &parameters)?;
    Ok(out)
}

fn gzip(content: &[u8], level: u32) -> io::Result<Vec<u8>> {
    let mut out = GzEncoder::new(Vec::new(), Compression::new(level));
    out.write_all(content)?;
    out.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn both_forms_unpack_to_the_same() {
        let text = "the same again and again, ".repeat(100);
        let mut files = Files::default();
        files.add("a.html", text.as_str());
        files.add("small.html", "x");
        assert_eq!(compress(&mut files, Effort::Best, None), 1);
        let file = files.get("a.html").expect("it was added");
        let mut unpacked = String::new();
        let gzip = file.gzip.as_deref().expect("it is smaller");
        flate2::read::GzDecoder::new(gzip).read_to_string(&mut unpacked).expect("gzip");
        assert_eq!(unpacked, text);
        let mut unpacked = Vec::new();
        let brotli = file.brotli.as_deref().expect("it is smaller");
        brotli::BrotliDecompress(&mut &brotli[..], &mut unpacked).expect("brotli");
        assert_eq!(unpacked, text.as_bytes());
        assert_eq!(files.get("small.html").and_then(|file| file.brotli.as_ref()), None);
    }
}
