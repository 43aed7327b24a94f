//! The program for the browser: compiled by cargo, bound by wasm-bindgen, and remembered.

use super::{Error, Result, Stages, digest::digest, function_order, imports, shrink, target::TARGET, toolchain};
use serde_json::Value;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{fs, io};
use wasm_bindgen_cli_support::Bindgen;

/// What wasm-bindgen is told to call the program.
const NAME: &str = "atlas";

/// What the program and the two scripts are called where they are kept.
const WASM: &str = "atlas.wasm";
const MODULE: &str = "module.js";
const CLASSIC: &str = "classic.js";

/// Raised when something else is made of the same compiled program: what is kept of before is then of no use.
const RECIPE: &str = "2";

/// The program for the browser, with the two scripts that can start it.
#[derive(Clone, Debug, Default)]
pub struct Program {
    /// The program.
    pub wasm: Vec<u8>,
    /// Its glue as an ES module, for full pages.
    pub module: String,
    /// Its glue as a classic script, for embeds: a sandboxed frame refuses modules.
    pub classic: String,
    /// A folder, forgotten by `cargo clean`, where what is made from it may be kept.
    pub kept_in: PathBuf,
}

/// How the program is compiled, by a profile in `Cargo.toml`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WasmProfile {
    /// As small as can be: it takes minutes after an edit.
    Release,
    /// For the developer who waits: seconds after an edit.
    Dev,
}

impl WasmProfile {
    fn name(self) -> &'static str {
        match self {
            WasmProfile::Release => "wasm-release",
            WasmProfile::Dev => "wasm-dev",
        }
    }
}

/// Compiles the program for the browser, as far as it changed since the last time.
///
/// # Errors
/// When the toolchain lacks the target and cannot get it, or the program does not compile.
pub fn program(profile: WasmProfile, stages: &Stages) -> Result<Program> {
    let manifest_dir = manifest_dir()?;
    toolchain::ensure_target(&manifest_dir, stages)?;
    let wasm = stages.run("Compiled", || {
        let wasm = compile(&manifest_dir, profile)?;
        Ok((wasm, "for the browser".into()))
    })?;
    stages.run("Bound", || bind(&wasm, profile))
}

/// Where the sources of this program are.
///
/// # Errors
/// When they are no longer where this program was compiled.
pub fn manifest_dir() -> Result<PathBuf> {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    if dir.join("Cargo.toml").is_file() { Ok(dir) } else { Err(Error::NoManifest(dir)) }
}

/// Runs cargo and answers with the path of the wasm file, wherever the target directory is.
fn compile(manifest_dir: &Path, profile: WasmProfile) -> Result<PathBuf> {
    let mut cargo = Command::new(toolchain::cargo())
        .current_dir(manifest_dir)
        .args(["build", "--package", "atlas-web", "--lib", "--target", TARGET])
        .args(["--profile", profile.name(), "--message-format", "json-render-diagnostics"])
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|why| Error::NoTool("cargo", why))?;
    let mut wasm = None;
    if let Some(messages) = cargo.stdout.take() {
        for line in BufReader::new(messages).lines().map_while(io::Result::ok) {
            wasm = wasm_artifact(&line).or(wasm);
        }
    }
    let status = cargo.wait().map_err(|why| Error::NoTool("cargo", why))?;
    wasm.filter(|_| status.success()).ok_or(Error::Compile)
}

/// The path of our wasm file, when a message of cargo's is about it.
fn wasm_artifact(message: &str) -> Option<PathBuf> {
    let message: Value = serde_json::from_str(message).ok()?;
    if message["reason"] != "compiler-artifact" || message["target"]["name"] != "atlas_web" {
        return None;
    }
    let files = message["filenames"].as_array()?;
    files.iter().filter_map(Value::as_str).find(|path| path.ends_with(".wasm")).map(PathBuf::from)
}

/// Binds a compiled program, or recalls the result from the last time it was the same.
///
/// The compiled program names the release of wasm-bindgen it was made with, so its digest covers that too.
fn bind(wasm: &Path, profile: WasmProfile) -> Result<(Program, String)> {
    let compiled = fs::read(wasm).map_err(|why| Error::Read(wasm.into(), why))?;
    let key = digest(&[&compiled, RECIPE.as_bytes()].concat());
    let kept_in = cache_dir(wasm);
    // The last one of each profile is kept.
    let cache = kept_in.join(profile.name());
    let kept = cache.join(&key);
    let (program, said) = match recall(&kept) {
        Some(program) => (program, "unchanged"),
        None => {
            let fresh = cache.join(format!("{key}.{}", std::process::id()));
            generate(&compiled, &fresh, profile)?;
            let program = recall(&fresh).ok_or_else(|| Error::Bindgen("it wrote no program".into()))?;
            keep(&cache, &fresh, &kept).map_err(|why| Error::Write(cache, why))?;
            (program, if profile == WasmProfile::Dev { "for development" } else { "in an order that compresses well" })
        }
    };
    let program = Program { kept_in, ..program };
    let size = program.wasm.len() / 1000;
    Ok((program, format!("by wasm-bindgen, {size} KB, {said}")))
}

/// Beside the target's build directories, so that `cargo clean` forgets it.
fn cache_dir(wasm: &Path) -> PathBuf {
    wasm.ancestors().nth(3).unwrap_or(Path::new("target")).join("treaty-atlas")
}

/// Writes the program and both scripts into a folder, without what only their readers need.
fn generate(compiled: &[u8], dir: &Path, profile: WasmProfile) -> Result<()> {
    let (wasm, module) = bindgen(compiled, MODULE)?;
    let (other, classic) = bindgen(compiled, CLASSIC)?;
    if wasm != other {
        return Err(Error::Bindgen("it makes another program for classic scripts than for modules".into()));
    }
    let wasm = match profile {
        WasmProfile::Release => function_order::arranged(&wasm).map_err(|why| Error::Bindgen(why.to_string()))?,
        WasmProfile::Dev => wasm,
    };
    let write = |name: &str, content: &[u8]| fs::write(dir.join(name), content);
    fs::create_dir_all(dir)
        .and_then(|()| write(WASM, &wasm))
        .and_then(|()| write(MODULE, shrink::script(&module).as_bytes()))
        .and_then(|()| write(CLASSIC, shrink::script(&classic).as_bytes()))
        .map_err(|why| Error::Write(dir.into(), why))
}

/// Runs wasm-bindgen for one form of the glue and answers with the program and that glue. The section of names alone
/// would be a third of the program.
fn bindgen(compiled: &[u8], script: &str) -> Result<(Vec<u8>, String)> {
    let mut bindgen = Bindgen::new();
    bindgen.input_bytes(NAME, compiled.to_vec()).typescript(false);
    bindgen.remove_name_section(true).remove_producers_section(true);
    let chosen = if script == MODULE { bindgen.web(true) } else { bindgen.no_modules(true) };
    let generated = chosen.and_then(Bindgen::generate_output);
    let mut output = generated.map_err(|why| Error::Bindgen(format!("{why:#}")))?;
    let glue = output.js().to_string();
    let glue = imports::shorten(output.wasm_mut(), &glue);
    Ok((output.wasm_mut().emit_wasm(), glue))
}

/// Reads the result back; `None` when it is not there.
fn recall(dir: &Path) -> Option<Program> {
    let script = |name| fs::read_to_string(dir.join(name)).ok();
    let wasm = fs::read(dir.join(WASM)).ok()?;
    Some(Program { wasm, module: script(MODULE)?, classic: script(CLASSIC)?, ..Program::default() })
}

/// Makes a fresh result the one that is kept, and forgets all others.
fn keep(cache: &Path, fresh: &Path, kept: &Path) -> io::Result<()> {
    if kept.exists() {
        fs::remove_dir_all(kept)?;
    }
    fs::rename(fresh, kept)?;
    for entry in fs::read_dir(cache)?.flatten().filter(|entry| entry.path() != kept) {
        fs::remove_dir_all(entry.path())?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_wasm_among_cargo_messages() {
        let ours = r#"{"reason":"compiler-artifact","target":{"name":"atlas_web"},
            "filenames":["/t/libatlas_web.rlib","/t/atlas_web.wasm"]}"#;
        assert_eq!(wasm_artifact(ours), Some(PathBuf::from("/t/atlas_web.wasm")));
        assert_eq!(wasm_artifact(&ours.replace("atlas_web\"}", "leptos\"}")), None);
        assert_eq!(wasm_artifact(r#"{"reason":"build-finished","success":true}"#), None);
        assert_eq!(wasm_artifact("not JSON"), None);
    }

    #[test]
    fn the_cache_lies_in_the_target_directory() {
        let wasm = Path::new("/t/wasm32-unknown-unknown/wasm-release/atlas_web.wasm");
        assert_eq!(cache_dir(wasm), Path::new("/t/treaty-atlas"));
    }
}
