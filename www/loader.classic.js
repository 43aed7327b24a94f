
// An embed: program and data are in this script. Each run of the glue is an instance of its own.
takeOver(async () => {
  const program = glue();
  await program({ module_or_path: wasm });
  return program;
}, async () => globalThis.atlasBundle);
