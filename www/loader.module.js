
// A full page: program and data are files of their own, named in the attributes of this script's element.
const { script, wasm } = document.querySelector("script[data-wasm]").dataset;
const program = new URL(wasm, document.baseURI);
const glue = new URL(script, document.baseURI);

takeOver(async (attempt) => {
  // Another address is another instance.
  const module = await import(attempt ? `${glue}?${attempt}` : glue);
  await module.default({ module_or_path: program });
  return module;
});
