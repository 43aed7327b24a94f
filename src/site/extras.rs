//! Files for hosts and robots.

use super::base_url::BaseUrl;
use super::files::Files;
use crate::atlas::Lang;
use crate::ui::context::CONTENT_SECURITY_POLICY;
use crate::ui::route::Route;

/// Browsers keep these files for a year and never ask again: their names change with their content.
pub const IMMUTABLE: &str = "public, max-age=31536000, immutable";

/// The headers of every answer. Any site may frame a page: that is what embeds are for.
pub fn headers() -> [(&'static str, String); 4] {
    [
        ("Content-Security-Policy", format!("{CONTENT_SECURITY_POLICY}; frame-ancestors *")),
        ("Access-Control-Allow-Origin", "*".into()),
        ("X-Content-Type-Options", "nosniff".into()),
        ("Referrer-Policy", "strict-origin-when-cross-origin".into()),
    ]
}

/// Adds what hosts and robots look for.
pub fn publish(files: &mut Files, routes: &[Route], base: Option<&BaseUrl>) {
    files.add("_headers", headers_file());
    files.add(".nojekyll", "");
    let sitemap = base.map_or(String::new(), |base| format!("Sitemap: {}\n", base.join("sitemap.xml")));
    files.add("robots.txt", format!("User-agent: *\nAllow: /\n{sitemap}"));
    if let Some(base) = base {
        files.add("sitemap.xml", sitemap_of(routes, base));
    }
}

/// The form Netlify and Cloudflare Pages read. They join headers of all rules that match, so no header stands twice.
fn headers_file() -> String {
    let all: String = headers().iter().map(|(name, value)| format!("  {name}: {value}\n")).collect();
    format!("/*\n{all}/assets/*\n  Cache-Control: {IMMUTABLE}\n")
}

/// All full pages, each with its other languages.
fn sitemap_of(routes: &[Route], base: &BaseUrl) -> String {
    let entry = |route: &Route| {
        let others = Lang::INTERFACE.map(|lang| {
            let address = base.join(&Route { lang, ..route.clone() }.path());
            format!("<xhtml:link rel=\"alternate\" hreflang=\"{}\" href=\"{address}\"/>", lang.code())
        });
        format!("<url><loc>{}</loc>{}</url>\n", base.join(&route.path()), others.concat())
    };
    let entries: String = routes.iter().filter(|route| !route.embed).map(entry).collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n\
         {entries}</urlset>\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::route::Page;

    #[test]
    fn the_sitemap_names_all_languages_and_no_embeds() {
        let home = Route::new(Page::Home, Lang::En);
        let routes = [home.clone(), Route { embed: true, ..home }];
        let base = BaseUrl::parse("https://example.org").expect("an address");
        let sitemap = sitemap_of(&routes, &base);
        assert_eq!(sitemap.matches("<url>").count(), 1);
        assert!(sitemap.contains("hreflang=\"fa\" href=\"https://example.org/fa/\""), "{sitemap}");
    }

    #[test]
    fn hosts_are_told_what_the_server_says() {
        let file = headers_file();
        assert!(file.contains("frame-ancestors *\n") && file.ends_with("immutable\n"));
        assert!(!file.contains("X-Frame-Options"));
    }
}
