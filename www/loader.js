// Hands the prerendered page over to the program.
//
// `load(attempt)` answers with a fresh instance of the program each time, `fetchData()` with what it needs first,
// `fetchTexts()` and `fetchDetail()` with the texts and the finer ground that follow, `fetchChunk(name)` with finer
// shapes of a large atlas. When taking an island over traps, because something changed the
// page first (a translator, an extension), a second instance mounts the islands afresh: a trapped one must not be used
// again. When nothing helps, the page stays what it is, a document, says what failed and offers a retry.

let attempt = 0;

// How often it is looked whether the view needs another chunk, milliseconds.
const PAUSE = 200;

async function takeOver(load, fetchData, fetchTexts, fetchDetail, fetchChunk) {
  try {
    const [first, data] = await Promise.all([load(attempt++), fetchData()]);
    let program = first;
    try {
      hydrateIslands(program, data);
    } catch (trap) {
      console.warn("The page was changed before the map took it over; starting afresh.", trap);
      program = await load(attempt++);
      program.mount(data.atlas);
    }
    program.start(data.atlas, data.basemap, data.features);
    // The map works now, and goes on working without what follows.
    await follow(async () => program.tell(data.atlas, await fetchTexts()));
    await follow(async () => program.sharpen(await fetchDetail()));
    await follow(() => refine(program, fetchChunk));
  } catch (failure) {
    document.documentElement.dataset.atlas = "failed";
    offerRetry("[data-failure]", failure, () => {
      document.documentElement.dataset.atlas = "static";
      takeOver(load, fetchData, fetchTexts, fetchDetail, fetchChunk);
    });
  }
}

async function refine(program, fetchChunk) {
  for (let name; (name = program.wanted()) !== undefined;) {
    if (name) program.refine(name, await fetchChunk(name));
    // Between the parts of a chunk a frame may pass.
    do await new Promise((done) => setTimeout(done, name ? 0 : PAUSE)); while (program.refining());
  }
}

async function follow(take) {
  try {
    await take();
  } catch (failure) {
    offerRetry("[data-incomplete]", failure, () => follow(take));
  }
}

function hydrateIslands(program, data) {
  program.hydrate(data.atlas);
  for (const island of document.querySelectorAll("leptos-island")) {
    program[island.dataset.component](island);
  }
}

// The page carries hidden notes, in its own language, that say what failed and hold a button.
function offerRetry(selector, failure, again) {
  const note = document.querySelector(selector);
  note.querySelector("[data-reason]").textContent = `(${failure.message ?? failure})`;
  note.hidden = false;
  note.querySelector("button").addEventListener("click", () => {
    note.hidden = true;
    again();
  }, { once: true });
}
