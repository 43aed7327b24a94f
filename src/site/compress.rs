//! Compressed siblings: every host can then send the smallest form without working for it.

use super::files::{Bytes, File, Files};
use super::media::is_compressible;
use super::parallel;
use flate2::{Compression, write::GzEncoder};
use std::fs;
use std::io::{self, Write};
use std::path::Path;

/// Below this the answer's headers outweigh the gain.
const SMALLEST: usize = 256;

/// How hard to work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effort {
    /// Ready soon: for a site that is served on this machine.
    Quick,
    /// As small as can be: for a site that is published. Level 10 makes a page a seventh smaller than level 9,
    /// level 11 takes five times as long for one part in two hundred more.
    Best,
}

impl Effort {
    /// Levels of brotli and gzip for a file.
    fn levels(self, path: &str) -> (u32, u32) {
        match self {
            Effort::Quick => (5, 5),
            Effort::Best if path.starts_with("assets/") => (11, 9),
            Effort::Best => (10, 9),
        }
    }
}

/// Compresses all files that gain by it, on all cores.
///
/// Files that are the same in `previous`, a site written earlier with the same effort, take their siblings from there.
/// Answers with how many were compressed anew.
pub fn compress(files: &mut Files, effort: Effort, previous: Option<&Path>) -> usize {
    let mut pending: Vec<(&str, &mut File)> = files
        .iter_mut()
        .filter(|(path, file)| is_compressible(path) && file.content.len() >= SMALLEST && file.brotli.is_none())
        .collect();
    if let Some(previous) = previous {
        pending.retain_mut(|(path, file)| !recall(&previous.join(*path), file));
    }
    let work: Vec<((u32, u32), Bytes)> =
        pending.iter().map(|(path, file)| (effort.levels(path), file.content.clone())).collect();
    let done = parallel::map(&work, |((quality, level), content)| (brotli(content, *quality), gzip(content, *level)));
    let count = done.len();
    for ((_, file), (brotli, gzip)) in pending.into_iter().zip(done) {
        file.brotli = smaller(brotli, &file.content);
        file.gzip = smaller(gzip, &file.content);
    }
    count
}

/// Takes the siblings of the same file from an earlier site; false when it was another file or had none.
fn recall(path: &Path, file: &mut File) -> bool {
    if !fs::read(path).is_ok_and(|old| old[..] == file.content[..]) {
        return false;
    }
    let sibling = |extension: &str| fs::read(with_suffix(path, extension)).ok().map(Bytes::from);
    (file.brotli, file.gzip) = (sibling(".br"), sibling(".gz"));
    file.brotli.is_some() && file.gzip.is_some()
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
