//! The one script of an embed page, with everything inside.
//!
//! A sandboxed frame has an opaque origin: it may run classic scripts from anywhere the policy allows, but modules
//! and data only from a server that sends CORS headers, which an article's host cannot be asked for. So an embed runs
//! one classic script that carries program and data. The same makes it work from a disk, without any server.

use super::{literal, sources::Sources, wasm::Program, www::Www};

/// The script for one language.
///
/// It leaves the data in `globalThis.atlasBundle`: `atlas` and `basemap` as `Uint8Array`, `features` as text.
/// The byte order mark makes it UTF-8 whatever the host says it is.
pub fn script(sources: &Sources, atlas: &[u8], program: &Program, www: &Www) -> String {
    let basemap = literal::bytes(&sources.ground.packed);
    let atlas = literal::bytes(atlas);
    let features = literal::text(&sources.features);
    let wasm = literal::bytes(&program.wasm);
    let (loader, start, glue) = (&www.loader, &www.classic_loader, &program.classic);
    format!(
        "\u{feff}(() => {{\n\
         const bytes = (text) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));\n\
         globalThis.atlasBundle = {{ atlas: bytes({atlas}), basemap: bytes({basemap}), features: {features} }};\n\
         const wasm = bytes({wasm});\n\
         const glue = () => {{\n{glue}\nreturn wasm_bindgen;\n}};\n\
         {loader}\n{start}\n}})();\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::Ground;

    #[test]
    fn nothing_in_it_can_end_a_script_element() {
        let ground = Ground { packed: b"</script>".into(), ..Ground::default() };
        let sources = Sources { features: "</script><!--".into(), ground, ..Sources::default() };
        let script = script(&sources, b"</script>", &Program::default(), &Www::default());
        assert!(!script.contains("</script") && !script.contains("<!--"));
        assert!(script.contains(r"atlas: bytes('<\/script>')"));
    }
}
