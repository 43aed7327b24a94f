// Starts an embedded page. Program and data stand in this same classic script, in `atlasBundle`:
// a sandboxed frame refuses modules and fetches from a server that sends no CORS header, but runs this.

{
  const root = document.documentElement;
  const bundle = globalThis.atlasBundle;
  const bytes = (text) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

  const instance = async () => {
    const app = bundle.program();
    await app({ module_or_path: bytes(bundle.wasm) });
    return app;
  };

  const start = async () => {
    let app = await instance();
    try {
      app.hydrate();
      for (const island of document.querySelectorAll("leptos-island")) app[island.dataset.component](island);
      app.start(bundle.model, bytes(bundle.basemap), bundle.features);
    } catch (trap) {
      if (trap instanceof WebAssembly.RuntimeError === false) throw trap;
      app = await instance();
      app.mount();
      app.start(bundle.model, bytes(bundle.basemap), bundle.features);
    }
  };

  start().catch((error) => {
    root.dataset.atlas = "failed";
    const note = document.querySelector(".failure");
    note.querySelector(".reason").textContent = `(${error.message ?? error})`;
    note.hidden = false;
    note.querySelector("button").onclick = () => location.reload();
  });
}
