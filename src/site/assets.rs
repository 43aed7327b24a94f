//! Scripts, styles and data, published under names that change with their content.

use super::files::Files;
use super::{embed, shrink, sources::Sources, wasm::Program, www::Www};
use crate::context::Assets;
use atlas_content::{Chunk, Shapes};

/// Publishes everything that pages refer to, and answers with the addresses.
pub fn publish(files: &mut Files, sources: &Sources, program: &Program, www: &Www) -> Assets {
    let mut assets = Assets {
        style: files.add_hashed("assets/atlas.css", shrink::styles(&[&sources.css, &*www.css].concat())),
        loader: files.add_hashed("assets/loader.js", [&*www.loader, &www.module_loader].concat()),
        painter: files.add_hashed("assets/painter.js", www.painter.as_str()),
        script: files.add_hashed("assets/app.js", program.module.as_str()),
        wasm: files.add_hashed("assets/app.wasm", program.wasm.as_slice()),
        basemap: files.add_hashed("assets/basemap.bin", sources.coarse_ground.as_slice()),
        detail: files.add_hashed("assets/detail.bin", sources.ground.packed.as_slice()),
        features: shapes(files, &sources.shapes),
        ..Assets::default()
    };
    let detail_script = files.add_hashed("assets/detail.js", embed::detail_script(sources));
    for (lang, packed) in &sources.packed {
        let code = lang.code();
        assets.atlas.insert(*lang, files.add_hashed(&format!("assets/atlas.{code}.bin"), packed.bones.as_slice()));
        assets.texts.insert(*lang, files.add_hashed(&format!("assets/texts.{code}.bin"), packed.texts.as_slice()));
        let script = embed::script(sources, packed, program, www, &detail_script);
        assets.embed.insert(*lang, files.add_hashed(&format!("assets/embed.{code}.js"), script));
    }
    for (name, content) in &www.others {
        assets.others.insert(name.clone(), files.add_hashed(&format!("assets/{name}"), content.as_slice()));
    }
    assets
}

/// Publishes the shapes of features, a large atlas in an overview and chunks, and answers with the address of the first.
fn shapes(files: &mut Files, shapes: &Shapes) -> String {
    let publish = |(number, chunk): (usize, &Chunk)| {
        let address = files.add_hashed(&format!("assets/features-{number}.geojson"), chunk.text.as_str());
        address.rsplit('/').next().unwrap_or_default().to_string()
    };
    let names: Vec<String> = shapes.chunks().iter().enumerate().map(publish).collect();
    let all = if names.is_empty() { shapes.overview() } else { shapes.overview_of(&names) };
    files.add_hashed("assets/features.geojson", all)
}
