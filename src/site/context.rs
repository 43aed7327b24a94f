//! What a page needs to know to be rendered, and the policy every page lives under.

use atlas_map::scene::LabelledMap;
use atlas_model::{Atlas, Lang, Links, Wording};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The Content-Security-Policy of every page, in its `<meta>` and in the server's header.
///
/// No inline script or style anywhere; the one worker of an embed is made of the script that the page runs anyway. `'self'` covers classic scripts in a sandboxed frame as well.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
     worker-src 'self' blob:; \
     style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'";

/// Everything a page is rendered from.
#[derive(Clone, Copy)]
pub struct RenderContext<'a> {
    /// The checked content.
    pub atlas: &'a Arc<Atlas>,
    /// Its links, followed in both directions.
    pub links: &'a Arc<Links>,
    /// The words around it by language.
    pub wordings: &'a BTreeMap<Lang, Arc<Wording>>,
    /// The map.
    pub map_data: &'a LabelledMap,
    /// Where scripts, styles and data are published.
    pub assets: &'a Assets,
    /// The address the site will have, with a trailing slash, where it is known; for canonical and `og:` links.
    pub base_url: Option<&'a str>,
}

impl RenderContext<'_> {
    /// The languages in which whole pages exist.
    pub fn languages(&self) -> Vec<Lang> {
        self.map_data.profile().offered().collect()
    }

    /// The words around the content in a language that the atlas is offered in.
    pub fn wording(&self, lang: Lang) -> Arc<Wording> {
        self.wordings.get(&lang).cloned().unwrap_or_default()
    }
}

/// Published addresses of scripts, styles and data, below the base of the site and without a leading slash.
///
/// A page reaches them by [`Route::to_base`](atlas_model::route::Route::to_base) followed by the address.
///
/// A **full page** links `style` and runs one module script that finds the rest in its attributes:
///
/// ```html
/// <link rel="stylesheet" href="…style">
/// <script type="module" src="…loader" data-painter="…painter" data-script="…script" data-wasm="…wasm"
///         data-basemap="…basemap" data-atlas="…atlas" data-features="…features" data-texts="…texts"
///         data-detail="…detail"></script>
/// ```
///
/// (`data-…` addresses are relative to the page.) An **embed page** links `style` and one classic script,
/// `<script defer src="…embed">`, which carries all of that inside and leaves it in `globalThis.atlasBundle`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Assets {
    /// The style sheet.
    pub style: String,
    /// The script of a full page: loads the program and hands the page over to it.
    pub loader: String,
    /// What paints, as the script of a worker.
    pub painter: String,
    /// The program's glue, an ES module.
    pub script: String,
    /// The program.
    pub wasm: String,
    /// The basemap as it is first seen, for [`Basemap::decode`](atlas_map::basemap::Basemap).
    pub basemap: String,
    /// The basemap in full detail, which follows.
    pub detail: String,
    /// The shapes of the features as GeoJSON.
    pub features: String,
    /// The bones of the atlas, packed, by language.
    pub atlas: BTreeMap<Lang, String>,
    /// Its texts, which follow, by language.
    pub texts: BTreeMap<Lang, String>,
    /// The one script of an embed page, by language.
    pub embed: BTreeMap<Lang, String>,
    /// Everything else in `www/` by its name there, icons for example.
    pub others: BTreeMap<String, String>,
}

impl Assets {
    /// The atlas data for a language of the interface.
    pub fn atlas(&self, lang: Lang) -> &str {
        in_lang(&self.atlas, lang)
    }

    /// The texts in a language of the interface.
    pub fn texts(&self, lang: Lang) -> &str {
        in_lang(&self.texts, lang)
    }

    /// The embed script for a language of the interface.
    pub fn embed(&self, lang: Lang) -> &str {
        in_lang(&self.embed, lang)
    }

    /// The address of a file of `www/`: `other("icon.svg")`.
    pub fn other(&self, name: &str) -> Option<&str> {
        self.others.get(name).map(String::as_str)
    }
}

fn in_lang(urls: &BTreeMap<Lang, String>, lang: Lang) -> &str {
    urls.get(&lang).or_else(|| urls.get(&Lang::ENGLISH)).map_or("", String::as_str)
}
