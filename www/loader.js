// Starts the interactive page: fetches program and data side by side, hands the islands over, draws the map.
// When the prerendered HTML was changed by a translator or an injected element, hydration traps;
// then a second, fresh instance of the program mounts the islands anew.

const script = document.getElementById("atlas-loader");
const root = document.documentElement;

async function get(address, read) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address.split("/").pop()}: ${response.status} ${response.statusText}`);
  return read(response);
}

const instance = async (fresh) => {
  const app = await import(script.dataset.app + (fresh ? "?fresh" : ""));
  await app.default({ module_or_path: script.dataset.wasm });
  return app;
};

function hydrate(app) {
  app.hydrate();
  for (const island of document.querySelectorAll("leptos-island")) app[island.dataset.component](island);
}

async function start() {
  const { wasm: _, model, basemap, features } = script.dataset;
  const [program, ...data] = await Promise.allSettled([
    instance(false),
    get(model, (response) => response.text()),
    get(basemap, (response) => response.arrayBuffer()),
    get(features, (response) => response.text()),
  ]);
  const failed = [program, ...data].find((part) => part.status === "rejected");
  if (failed) throw failed.reason;
  let app = program.value;
  const [atlas, ground, places] = data.map((part) => part.value);
  try {
    hydrate(app);
    app.start(atlas, new Uint8Array(ground), places);
  } catch (trap) {
    if (trap instanceof WebAssembly.RuntimeError === false) throw trap;
    app = await instance(true);
    app.mount();
    app.start(atlas, new Uint8Array(ground), places);
  }
}

function fail(error) {
  root.dataset.atlas = "failed";
  const note = document.querySelector(".failure");
  note.querySelector(".reason").textContent = `(${error.message ?? error})`;
  note.hidden = false;
  note.querySelector("button").onclick = () => location.reload();
}

start().catch(fail);
