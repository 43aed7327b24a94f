// Hands the prerendered page over to the program.
//
// `load(attempt)` answers with a fresh instance of the program each time, `fetchData()` with what it needs first,
// `fetchTexts()` and `fetchDetail()` with the texts and the finer ground that follow, `fetchChunk(name)` with finer
// shapes of a large atlas. When something fails, the page stays what it is, a document, says what failed and offers a
// retry, with another instance: one that has trapped must not be used again.

let attempt = 0;

async function takeOver(load, fetchData, fetchTexts, fetchDetail, fetchChunk) {
  try {
    const [program, data] = await Promise.all([load(attempt++), fetchData()]);
    program.start(data.atlas, data.basemap, data.features);
    // The map works now, and goes on working without what follows.
    await follow(async () => program.load_texts(data.atlas, await fetchTexts()));
    await follow(async () => program.load_detail(await fetchDetail()));
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
  for (let name; (name = program.wanted_chunk()) !== undefined;) {
    if (!name) {
      await new Promise((moved) => program.on_next_view(moved));
      continue;
    }
    program.load_chunk(name, await fetchChunk(name));
    // Between the parts of a chunk a frame may pass.
    do await new Promise((done) => setTimeout(done)); while (program.take_in_chunk());
  }
}

async function follow(take) {
  try {
    await take();
  } catch (failure) {
    offerRetry("[data-incomplete]", failure, () => follow(take));
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
