//! The files of the content: which tables they are made of and which keys these have.

mod article;
mod commentary;
mod document;
mod feature;
mod labels;
mod profile;
mod shared;
mod strings;
mod tour;
mod treaty;

pub(crate) use article::ARTICLES;
pub(crate) use commentary::COMMENTARY;
pub(crate) use document::DOCUMENTS;
pub(crate) use feature::FEATURES;
pub(crate) use labels::LABELS;
pub(crate) use profile::PROFILE;
pub(crate) use strings::STRINGS;
pub(crate) use tour::TOUR;
pub(crate) use treaty::TREATY;

use super::form::TableForm;

/// A sort of file: the name of its schema, the files it is for, as a glob below the content folder, and its form.
pub(crate) struct FileForm {
    pub name: &'static str,
    pub files: &'static str,
    pub table: &'static TableForm,
}

/// All sorts of files that curators write.
pub(crate) fn files() -> [FileForm; 9] {
    let file = |name, files, table| FileForm { name, files, table };
    [
        file("atlas", "atlas.toml", &*PROFILE),
        file("labels", "labels.toml", &LABELS),
        file("strings", "strings/*.toml", &*STRINGS),
        file("treaty", "treaty/treaty.toml", &TREATY),
        file("articles", "treaty/articles.toml", &ARTICLES),
        file("documents", "sources/*.toml", &DOCUMENTS),
        file("commentary", "commentary/*.toml", &COMMENTARY),
        file("tour", "tours/*.toml", &TOUR),
        file("features", "features/*.geojson", &FEATURES),
    ]
}
