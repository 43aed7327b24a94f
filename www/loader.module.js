
// A full page: program and data are files of their own, named in the attributes of this script's element.
const here = document.querySelector("script[data-wasm]").dataset;
const address = (name) => new URL(here[name], document.baseURI);
// Settled now: the address of the page changes as the reader moves on.
const [glue, wasm, atlas, basemap, features] = ["script", "wasm", "atlas", "basemap", "features"].map(address);

preparePainter(() => new Worker(address("painter")));

async function fetched(file, read) {
  const name = file.pathname.split("/").pop();
  let response;
  try {
    response = await fetch(file);
  } catch {
    throw new Error(`${name}: no connection`);
  }
  if (!response.ok) throw new Error(`${name}: ${response.status} ${response.statusText}`);
  try {
    return await response[read]();
  } catch {
    throw new Error(`${name}: incomplete`);
  }
}

takeOver(async (attempt) => {
  // Another address is another instance.
  const module = await import(attempt ? `${glue}?${attempt}` : glue);
  await module.default({ module_or_path: wasm });
  return module;
}, async () => {
  const [model, ground, places] = await Promise.all([
    fetched(atlas, "arrayBuffer"),
    fetched(basemap, "arrayBuffer"),
    fetched(features, "text"),
  ]);
  return { atlas: new Uint8Array(model), basemap: new Uint8Array(ground), features: places };
});
