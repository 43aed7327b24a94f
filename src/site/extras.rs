//! Files for hosts and robots.

use super::base_url::BaseUrl;
use super::files::Files;
use crate::context::CONTENT_SECURITY_POLICY;
use atlas_model::Lang;
use atlas_model::route::Route;
use std::collections::BTreeSet;

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
        publish_sitemap(files, routes, base);
    }
}

/// Most addresses in one site map; the protocol allows 50,000 and 50 MB.
const ADDRESSES: usize = 20_000;

/// One site map, or an index of several.
fn publish_sitemap(files: &mut Files, routes: &[Route], base: &BaseUrl) {
    let languages: BTreeSet<Lang> = routes.iter().map(|route| route.lang).collect();
    let full: Vec<&Route> = routes.iter().filter(|route| !route.embed).collect();
    if full.len() <= ADDRESSES {
        files.add("sitemap.xml", sitemap_of(&full, &languages, base));
        return;
    }
    let mut index = String::new();
    for (number, part) in full.chunks(ADDRESSES).enumerate() {
        let path = format!("sitemap-{}.xml", number + 1);
        index.push_str(&format!("<sitemap><loc>{}</loc></sitemap>\n", base.join(&path)));
        files.add(path, sitemap_of(part, &languages, base));
    }
    let index = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{index}</sitemapindex>\n"
    );
    files.add("sitemap.xml", index);
}

/// The form Netlify and Cloudflare Pages read. They join headers of all rules that match, so no header stands twice.
fn headers_file() -> String {
    let all: String = headers().iter().map(|(name, value)| format!("  {name}: {value}\n")).collect();
    format!("/*\n{all}/assets/*\n  Cache-Control: {IMMUTABLE}\n")
}

/// These pages, each with its other languages.
fn sitemap_of(routes: &[&Route], languages: &BTreeSet<Lang>, base: &BaseUrl) -> String {
    let entry = |route: &&Route| {
        let others = languages.iter().map(|lang| {
            let address = base.join(&Route { lang: *lang, ..(*route).clone() }.path());
            format!("<xhtml:link rel=\"alternate\" hreflang=\"{}\" href=\"{address}\"/>", lang.code())
        });
        format!("<url><loc>{}</loc>{}</url>\n", base.join(&route.path()), others.collect::<String>())
    };
    let entries: String = routes.iter().map(entry).collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n\
         {entries}</urlset>\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use atlas_model::route::Page;

    fn site_maps(routes: &[Route]) -> Files {
        let base = BaseUrl::parse("https://example.org").expect("an address");
        let mut files = Files::default();
        publish(&mut files, routes, Some(&base));
        files
    }

    fn text(files: &Files, path: &str) -> String {
        String::from_utf8_lossy(&files.get(path).expect(path).content).into_owned()
    }

    #[test]
    fn the_sitemap_names_all_languages_and_no_embeds() {
        let home = Route::new(Page::Home, Lang::ENGLISH);
        let persian = Route { lang: Lang::new("fa"), ..home.clone() };
        let sitemap = text(&site_maps(&[home.clone(), persian, Route { embed: true, ..home }]), "sitemap.xml");
        assert_eq!(sitemap.matches("<url>").count(), 2);
        assert!(sitemap.contains("hreflang=\"fa\" href=\"https://example.org/fa/\""), "{sitemap}");
    }

    #[test]
    fn very_many_addresses_are_divided() {
        let place = |number: usize| Route::new(Page::Place(format!("place-{number}")), Lang::ENGLISH);
        let files = site_maps(&(0..ADDRESSES + 1).map(place).collect::<Vec<_>>());
        assert!(text(&files, "sitemap.xml").contains("<loc>https://example.org/sitemap-2.xml</loc>"));
        let counts = [1, 2].map(|number| text(&files, &format!("sitemap-{number}.xml")).matches("<url>").count());
        assert_eq!(counts, [ADDRESSES, 1]);
    }

    #[test]
    fn hosts_are_told_what_the_server_says() {
        let file = headers_file();
        assert!(file.contains("frame-ancestors *\n") && file.ends_with("immutable\n"));
        assert!(!file.contains("X-Frame-Options"));
    }
}
