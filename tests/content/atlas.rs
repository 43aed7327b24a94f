//! A copy of the small good atlas in a folder of its own, to be broken.

use atlas_content::{Content, load};
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

const SMALL: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/atlas-small");
const WHOLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../geodata");

/// A content folder that is removed when the test ends.
pub(crate) struct Atlas {
    folder: TempDir,
}

impl Atlas {
    /// A copy of the small good atlas.
    pub(crate) fn small() -> Atlas {
        Atlas::copy_of(SMALL)
    }

    /// A copy of the atlas itself.
    pub(crate) fn whole() -> Atlas {
        Atlas::copy_of(WHOLE)
    }

    fn copy_of(folder: &str) -> Atlas {
        let atlas = Atlas::empty();
        copy(Path::new(folder), &atlas.path());
        atlas
    }

    /// A content folder with nothing in it.
    pub(crate) fn empty() -> Atlas {
        let atlas = Atlas { folder: TempDir::new().expect("a temporary folder") };
        fs::create_dir(atlas.path()).expect("an empty content folder");
        atlas
    }

    /// The content folder.
    pub(crate) fn path(&self) -> PathBuf {
        self.folder.path().join("geodata")
    }

    /// Replaces the first occurrence of a snippet in a file.
    pub(crate) fn replace(&self, file: &str, old: &str, new: &str) -> &Atlas {
        let before = fs::read_to_string(self.path().join(file)).expect("a file of the atlas");
        assert!(before.contains(old), "{file} does not contain {old}");
        self.write(file, before.replacen(old, new, 1))
    }

    /// Writes a file.
    pub(crate) fn write(&self, file: &str, bytes: impl AsRef<[u8]>) -> &Atlas {
        let path = self.path().join(file);
        fs::create_dir_all(path.parent().expect("a folder")).expect("the folder of the file");
        fs::write(path, bytes).expect("the file");
        self
    }

    /// Loads it.
    pub(crate) fn load(&self) -> Content {
        load(&self.path()).expect("a folder that can be read")
    }

    /// The problems as they are shown, with paths as seen from beside the content folder.
    pub(crate) fn problems(&self) -> Vec<String> {
        let shown = format!("{}/", self.folder.path().to_string_lossy().replace('\\', "/"));
        self.load().problems.iter().map(|problem| problem.to_string().replace(&shown, "")).collect()
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder to copy to");
    for entry in fs::read_dir(from).expect("a folder to copy") {
        let path = entry.expect("an entry").path();
        let target = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).expect("a copied file");
        }
    }
}
