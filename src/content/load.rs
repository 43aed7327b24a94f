//! From the content folder to the atlas, with every problem on the way.

use super::files::{Failure, Folder, has_extension};
use super::ground::LoadedBasemap;
use super::node::Node;
use super::problem::Problem;
use super::read::{self, ReadFeature, Reviewed};
use super::reading::Reading;
use super::registry::Thing;
use super::rules::{self, circular, links, measured};
use super::vocabulary::Vocabulary;
use super::{disputes, measure, order, parse};
use atlas_model::{Atlas, Feature, Labels, Lang, Passage, Profile, Strings, Wording};
use geo_types::Geometry;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The content of a folder.
#[derive(Clone, Debug, Default)]
pub struct Content {
    /// What could be read. Complete only when there are no problems.
    pub atlas: Atlas,
    /// What the atlas is called and how it is arranged.
    pub profile: Arc<Profile>,
    /// The words of the interface by language.
    pub strings: BTreeMap<Lang, Strings>,
    /// What is said about method, borders, names and data, by language.
    pub about: BTreeMap<Lang, Vec<Passage>>,
    /// The geometries of the features that have one of their own, by feature id.
    pub geometries: BTreeMap<String, Geometry<f64>>,
    /// The basemap beside it.
    pub ground: LoadedBasemap,
    /// All problems, in order of file and line.
    pub problems: Vec<Problem>,
}

impl Content {
    /// The languages, layers and articles that its files use.
    pub fn vocabulary(&self) -> Vocabulary {
        Vocabulary {
            languages: self.profile.languages.clone(),
            layers: self.profile.layer_ids().map(str::to_string).collect(),
            articles: Some(self.atlas.treaty.articles).filter(|articles| *articles > 0),
        }
    }

    /// The words around the content in a language that the atlas is offered in.
    pub fn wording(&self, lang: Lang) -> Wording {
        Wording {
            strings: self.strings.get(&lang).cloned().unwrap_or_default(),
            profile: self.profile.clone(),
            about: self.about.get(&lang).cloned().unwrap_or_default(),
        }
    }
}

/// Reads and checks a content folder.
///
/// Whatever is wrong inside the folder is a problem in [`Content::problems`].
///
/// # Errors
///
/// Only when the folder cannot be read at all.
pub fn load(dir: &Path) -> Result<Content, Failure> {
    let folder = Folder::open(dir)?;
    let mut reading = Reading::default();
    let mut atlas = Atlas::default();
    reading.ground = read::ground(&folder, &mut reading);
    let profile = needed_file(&folder, "atlas.toml", &mut reading);
    reading.vocabulary = profile.as_ref().map(Vocabulary::of_profile).unwrap_or_default();
    let profile = profile.and_then(|node| read::profile(&node, &mut reading)).unwrap_or_default();
    let profile = Arc::new(Profile { labels: labels(&folder, &mut reading), ..profile });
    let about = about(&folder, &mut reading);
    let strings = strings(&folder, &mut reading);

    let treaty = needed_file(&folder, "treaty/treaty.toml", &mut reading);
    atlas.treaty = treaty.and_then(|node| read::treaty(&node, &mut reading)).unwrap_or_default();
    reading.vocabulary.articles = Some(atlas.treaty.articles).filter(|articles| *articles > 0);
    let articles = needed_file(&folder, "treaty/articles.toml", &mut reading);
    atlas.articles = articles.map(|node| read::articles(&node, &mut reading)).unwrap_or_default();
    let documents = each_toml(&folder, "sources", &[Thing::Document], &mut reading, read::documents);
    atlas.documents = documents.into_iter().flatten().collect();
    let holds = [Thing::Commentary, Thing::Claim];
    for Reviewed { commentary, claims } in each_toml(&folder, "commentary", &holds, &mut reading, read::commentary) {
        atlas.commentaries.extend(commentary);
        atlas.claims.extend(claims);
    }
    atlas.tours = each_toml(&folder, "tours", &[Thing::Tour], &mut reading, read::tour).into_iter().flatten().collect();
    let (features, geometries) = places(&folder, &profile, &mut reading);
    atlas.features = features;

    links::lead_somewhere(&atlas.articles, &mut reading);
    circular::parts(&atlas.features, &mut reading);
    disputes::make_symmetric(&mut atlas.claims);
    measure::measure(&mut atlas.features, &geometries, &reading.ground.basemap);
    measured::answered(&atlas.features, &mut reading);
    let Reading { mut problems, ground, .. } = reading;
    problems.sort();
    Ok(Content { atlas, profile, strings, about, geometries, ground, problems })
}

fn needed_file(folder: &Folder, name: &str, reading: &mut Reading) -> Option<Node> {
    let path = needed_path(folder, name, reading)?;
    parse::toml(&path, reading)
}

/// The path of a file that every atlas has; reports it when it is not there.
fn needed_path(folder: &Folder, name: &str, reading: &mut Reading) -> Option<PathBuf> {
    let path = folder.path(name);
    if !path.exists() {
        rules::files::missing(&path, reading);
        return None;
    }
    Some(path)
}

/// The words of the interface in every language that the atlas is offered in.
fn strings(folder: &Folder, reading: &mut Reading) -> BTreeMap<Lang, Strings> {
    let name = |lang: Lang| format!("strings/{}.toml", lang.code());
    let offered = reading.vocabulary.offered();
    for path in files(folder, "strings", "toml", reading) {
        if !reading.vocabulary.languages.is_empty() && !offered.iter().any(|lang| path == folder.path(&name(*lang))) {
            rules::files::not_offered(&path, reading);
        }
    }
    let read = |lang: Lang| {
        let node = needed_file(folder, &name(lang), reading)?;
        Some((lang, read::strings(&node, lang, reading)?))
    };
    offered.into_iter().filter_map(read).collect()
}

/// Names of the ground; an atlas may have none.
fn labels(folder: &Folder, reading: &mut Reading) -> Labels {
    let path = folder.path("labels.toml");
    let node = path.exists().then(|| parse::toml(&path, reading)).flatten();
    node.and_then(|node| read::labels(&node, reading)).unwrap_or_default()
}

/// What is said about method, borders, names and data in every language that the atlas is offered in.
fn about(folder: &Folder, reading: &mut Reading) -> BTreeMap<Lang, Vec<Passage>> {
    let offered = reading.vocabulary.offered();
    let read = |lang: Lang| {
        let path = needed_path(folder, &format!("about/{}.md", lang.code()), reading)?;
        let text = parse::text(&path, reading)?;
        Some((lang, read::about(&text, reading)))
    };
    offered.into_iter().filter_map(read).collect()
}

/// Reads the files of a subfolder. Where one is malformed, what it holds cannot be missed elsewhere.
fn each_toml<T>(
    folder: &Folder,
    subfolder: &str,
    holds: &[Thing],
    reading: &mut Reading,
    read: impl Fn(&Node, &mut Reading) -> T,
) -> Vec<T> {
    let mut found = Vec::new();
    for path in files(folder, subfolder, "toml", reading) {
        match parse::toml(&path, reading) {
            Some(node) => found.push(read(&node, reading)),
            None => reading.registry.incomplete(holds),
        }
    }
    found
}

/// The features in their reading order, and their geometries.
fn places(
    folder: &Folder,
    profile: &Profile,
    reading: &mut Reading,
) -> (Vec<Feature>, BTreeMap<String, Geometry<f64>>) {
    let mut features = Vec::new();
    let mut geometries = BTreeMap::new();
    for path in files(folder, "features", "geojson", reading) {
        let Some(node) = parse::json(&path, reading) else {
            reading.registry.incomplete(&[Thing::Place]);
            continue;
        };
        for ReadFeature { feature, geometry } in read::features(&node, reading) {
            geometries.extend(geometry.map(|geometry| (feature.id.clone(), geometry)));
            features.push(feature);
        }
    }
    features.sort_by_key(|feature| order::rank(feature, profile));
    (features, geometries)
}

/// The files of a subfolder; those with another extension are reported.
fn files(folder: &Folder, subfolder: &str, extension: &str, reading: &mut Reading) -> Vec<PathBuf> {
    let (files, strays): (Vec<_>, Vec<_>) =
        folder.files(subfolder).into_iter().partition(|path| has_extension(path, extension));
    for stray in strays {
        rules::files::stray(&stray, extension, reading);
    }
    files
}
