//! A site whose pages are rendered when they are asked for: an edit is on screen after one page, not after all.

use super::files::{File, FileSource, Files};
use super::pages::{self, RENDERER};
use super::sources::Sources;
use super::wasm::Program;
use super::www::Www;
use super::{assemble, watch};
use crate::context::Assets;
use atlas_map::scene::LabelledMap;
use atlas_model::route::Route;
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

/// A site as it is while it is being edited.
pub struct DevSite {
    sources: Sources,
    map_data: LabelledMap,
    assets: Assets,
    others: Files,
    routes: HashMap<String, Route>,
    rendered: Mutex<HashMap<String, File>>,
    edition: u64,
}

impl DevSite {
    /// Makes everything but the pages. Open pages of another edition reload.
    pub fn new(sources: Sources, program: &Program, www: &Www, edition: u64) -> DevSite {
        let (mut others, assets) = assemble::without_pages(&sources, program, www, None);
        let map_data = sources.map_data();
        let routes = pages::routes(&sources);
        let context = sources.context(&map_data, &assets, None);
        for route in routes.iter().filter(|route| !route.embed) {
            others.add(route.oembed_path(), pages::oembed(&context, route, &RENDERER, None));
        }
        DevSite {
            map_data,
            routes: routes.into_iter().map(|route| (pages::path(&route), route)).collect(),
            rendered: Mutex::default(),
            edition,
            sources,
            assets,
            others,
        }
    }

    /// True when its pages cannot differ from those of another: they are made from what the other files hold.
    pub fn is_like(&self, other: &DevSite) -> bool {
        self.others == other.others
    }

    fn render(&self, path: &str) -> Option<String> {
        let context = self.sources.context(&self.map_data, &self.assets, None);
        if path == "404.html" {
            return Some((RENDERER.not_found)(&context, "/"));
        }
        self.routes.get(path).map(|route| (RENDERER.page)(&context, route))
    }
}

impl FileSource for DevSite {
    fn find(&self, path: &str) -> Option<File> {
        if let Some(file) = self.others.get(path) {
            return Some(file.clone());
        }
        let rendered = || self.rendered.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(page) = rendered().get(path) {
            return Some(page.clone());
        }
        let page = File::new(watch::with_script(self.render(path)?, self.edition));
        rendered().insert(path.into(), page.clone());
        Some(page)
    }

    fn edition(&self) -> Option<u64> {
        Some(self.edition)
    }
}
