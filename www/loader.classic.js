// An embed: one classic script with everything inside.

// The painter's worker is made of the same text, because a sandboxed frame may not fetch a script for one.
const painterText = `${paintPicture}\n${paintForOthers}\npaintForOthers();`;
preparePainter(() => new Worker(URL.createObjectURL(new Blob([painterText], { type: "text/javascript" }))));

// Program and data are in this script too, but for the finer ground, which a script beside it brings: a sandboxed frame
// may run one where it may not fetch. Each run of the glue is an instance of its own.
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
