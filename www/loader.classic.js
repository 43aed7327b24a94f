// An embed: one classic script with everything inside.

// The painter's worker is made of the same text, because a sandboxed frame may not fetch a script for one.
const painterText = `${paintPicture}\n${paintForOthers}\npaintForOthers();`;
preparePainter(() => new Worker(URL.createObjectURL(new Blob([painterText], { type: "text/javascript" }))));

// Program and data are in this script too. Each run of the glue is an instance of its own.
takeOver(async () => {
  const program = glue();
  await program({ module_or_path: wasm });
  return program;
}, async () => globalThis.atlasBundle);
