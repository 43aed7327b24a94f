
// An embed: program and data are in this script, but for the finer ground, which a script beside it brings: a sandboxed
// frame may run one where it may not fetch. Each run of the glue is an instance of its own.
const beside = document.currentScript.src;

takeOver(async () => {
  const program = glue();
  await program({ module_or_path: wasm });
  return program;
}, async () => globalThis.atlasBundle, async () => globalThis.atlasBundle.texts, () => new Promise((resolve, reject) => {
  const script = document.createElement("script");
  script.src = new URL(detail, beside);
  script.onload = () => resolve(globalThis.atlasDetail);
  script.onerror = () => reject(new Error(`${detail}: no connection`));
  document.head.append(script);
}));
