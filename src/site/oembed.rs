//! oEmbed answers, one file for each page: how to put it into another page.

use super::base_url::BaseUrl;
use atlas_map::draw::svg::escaped;
use atlas_model::route::Route;
use serde_json::json;

/// The size an embed asks for. WordPress lets a frame grow to 1000 once it speaks.
const WIDTH: u32 = 720;
const HEIGHT: u32 = 540;

/// An answer of type `rich`, oEmbed 1.0. `provider` is the name of the site. Without a base address the frame's address is relative to the answer.
pub(crate) fn answer(route: &Route, title: &str, provider: &str, base: Option<&BaseUrl>) -> String {
    let path = Route { embed: true, ..route.clone() }.path();
    let address = match base {
        Some(base) => base.join(&path),
        None => format!("{}{path}", "../".repeat(route.oembed_path().matches('/').count())),
    };
    let html = format!(
        "<iframe src=\"{}\" width=\"{WIDTH}\" height=\"{HEIGHT}\" title=\"{}\" frameborder=\"0\"></iframe>",
        escaped(&address),
        escaped(title)
    );
    let mut answer = json!({
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": provider,
        "width": WIDTH,
        "height": HEIGHT,
        "html": html,
    });
    if let Some(base) = base {
        answer["provider_url"] = base.as_str().into();
    }
    answer.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use atlas_model::Lang;
    use atlas_model::route::Page;

    #[test]
    fn frames_the_embed_of_the_page() {
        let route = Route::new(Page::Place("brittany".into()), Lang::new("fa"));
        let base = BaseUrl::parse("https://example.org/atlas").expect("an address");
        let answer: serde_json::Value =
            serde_json::from_str(&answer(&route, "“A” & \"B\"", "Atlas", Some(&base))).expect("JSON");
        let html = answer["html"].as_str().unwrap_or_default();
        assert!(html.contains("src=\"https://example.org/atlas/fa/embed/place/brittany/\""), "{html}");
        assert!(html.contains("title=\"“A” &amp; &quot;B&quot;\""), "{html}");
        assert_eq!(answer["provider_url"], "https://example.org/atlas/");
    }

    #[test]
    fn stays_relative_without_a_base() {
        let answer = answer(&Route::new(Page::Article(12), Lang::ENGLISH), "Article 12", "Atlas", None);
        assert!(answer.contains("src=\\\"../../embed/treaty/12/\\\""), "{answer}");
    }
}
