//! The one script of an embed page, with everything inside.
//!
//! A sandboxed frame has an opaque origin: it may run classic scripts from anywhere the policy allows, but modules
//! and data only from a server that sends CORS headers, which an article's host cannot be asked for. So an embed runs
//! one classic script that carries program and data, and another brings the finer ground, which all languages share.
//! The same makes it work from a disk, without any server.

use super::sources::{Packed, Sources};
use super::{js_string, wasm::Program, www::Www};

/// The script for one language. `detail` is the address of the script with the finer ground.
///
/// It leaves the data in `globalThis.atlasBundle`: `atlas`, `texts` and `basemap` as `Uint8Array`, `features` as text.
/// The byte order mark makes it UTF-8 whatever the host says it is.
pub(crate) fn script(sources: &Sources, packed: &Packed, program: &Program, www: &Www, detail: &str) -> String {
    let basemap = js_string::bytes(&sources.coarse_ground);
    let [atlas, texts] = [&packed.bones, &packed.texts].map(|part| js_string::bytes(part));
    let features = js_string::text(&sources.shapes.overview());
    let detail = js_string::text(detail.rsplit('/').next().unwrap_or_default());
    let wasm = js_string::bytes(&program.wasm);
    let (loader, start, glue) = (&www.loader, &www.classic_loader, &program.classic);
    format!(
        "\u{feff}(() => {{\n\
         const bytes = (text) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));\n\
         globalThis.atlasBundle = {{\n\
         atlas: bytes({atlas}), texts: bytes({texts}), basemap: bytes({basemap}), features: {features} }};\n\
         const wasm = bytes({wasm});\n\
         const detail = {detail};\n\
         const glue = () => {{\n{glue}\nreturn wasm_bindgen;\n}};\n\
         {loader}\n{start}\n}})();\n"
    )
}

/// The script with the finer ground, which it leaves in `globalThis.atlasDetail` as `Uint8Array`.
pub(crate) fn detail_script(sources: &Sources) -> String {
    let detail = js_string::bytes(&sources.ground.packed);
    format!("\u{feff}globalThis.atlasDetail = Uint8Array.from({detail}, (letter) => letter.charCodeAt(0));\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use atlas_content::LoadedBasemap;

    #[test]
    fn nothing_in_it_can_end_a_script_element() {
        let ground = LoadedBasemap { packed: b"</script>".into(), ..LoadedBasemap::default() };
        let coarse_ground = b"</script>".into();
        let sources = Sources { ground, coarse_ground, ..Sources::default() };
        assert!(!detail_script(&sources).contains("</script"));
        let packed = Packed { bones: b"</script>".into(), texts: b"</script><!--".into() };
        let script = script(&sources, &packed, &Program::default(), &Www::default(), "assets/detail.js");
        assert!(!script.contains("</script") && !script.contains("<!--"));
        assert!(script.contains(r"atlas: bytes('<\/script>')"));
    }
}
