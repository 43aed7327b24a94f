
// A full page: program and data are files of their own, named in the attributes of this script's element.
const here = document.querySelector("script[data-wasm]").dataset;
const address = (name) => new URL(here[name], document.baseURI);
// Settled now: the address of the page changes as the reader moves on.
const [glue, wasm, atlas, basemap, features, texts, detail] =
  ["script", "wasm", "atlas", "basemap", "features", "texts", "detail"].map(address);

answerMeanwhile();
preparePainter(() => new Worker(address("painter")));

async function fetched(file) {
  const name = file.pathname.split("/").pop();
  let response;
  try {
    response = await fetch(file);
  } catch {
    throw new Error(`${name}: no connection`);
  }
  if (!response.ok) throw new Error(`${name}: ${response.status} ${response.statusText}`);
  return { response, read: (how) => response[how]().catch(() => { throw new Error(`${name}: incomplete`); }) };
}

const bytes = async (file) => new Uint8Array(await (await fetched(file)).read("arrayBuffer"));
const text = async (file) => (await fetched(file)).read("text");

// What is fetched is of use, and what fails can be told, once all of the page is there.
const inTime = async (work) => {
  try {
    return await work;
  } finally {
    await parsed;
  }
};

takeOver(async (attempt) => {
  // Asked for together, so that the program is on its way before its glue is there. Another address is another instance.
  const parts = Promise.all([fetched(wasm), import(attempt ? `${glue}?${attempt}` : glue)]);
  const [program, module] = await inTime(parts);
  await module.default({ module_or_path: program.response });
  return module;
}, async () => {
  const [model, ground, places] = await inTime(Promise.all([bytes(atlas), bytes(basemap), text(features)]));
  return { atlas: model, basemap: ground, features: places };
}, () => bytes(texts), () => bytes(detail), (name) => text(new URL(name, features)));
