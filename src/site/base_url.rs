//! The address a site will have.

use super::{Error, Result};

/// The address of the folder a site is published in, with a trailing slash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BaseUrl(String);

impl BaseUrl {
    /// Reads `https://example.org/atlas/`; the trailing slash may be missing.
    pub fn parse(url: &str) -> Result<BaseUrl> {
        let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
        let host = rest.and_then(|rest| rest.split('/').next()).unwrap_or_default();
        let sound =
            !host.is_empty() && url.bytes().all(|byte| byte.is_ascii_graphic() && !b"?#\"'<>\\".contains(&byte));
        if sound { Ok(BaseUrl(format!("{}/", url.trim_end_matches('/')))) } else { Err(Error::BaseUrl(url.into())) }
    }

    /// The whole address.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The address of a path below.
    pub fn join(&self, path: &str) -> String {
        format!("{}{path}", self.0)
    }

    /// Its path on the host: `/atlas/`.
    pub fn path(&self) -> &str {
        let host = self.0.find("://").map_or(0, |scheme| scheme + 3);
        self.0[host..].find('/').map_or("/", |slash| &self.0[host + slash..])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_addresses_of_folders() {
        for (url, whole, path) in [
            ("https://example.org", "https://example.org/", "/"),
            ("http://localhost:81/a/b", "http://localhost:81/a/b/", "/a/b/"),
            ("https://example.org/atlas/", "https://example.org/atlas/", "/atlas/"),
        ] {
            let base = BaseUrl::parse(url).expect(url);
            assert_eq!((base.as_str(), base.path()), (whole, path));
        }
        for url in ["", "example.org", "ftp://example.org", "https://", "https://a/?q", "https://a/\"b", "https:///a"] {
            assert!(BaseUrl::parse(url).is_err(), "{url}");
        }
    }
}
