// Hands the prerendered page over to the program.
//
// `load(attempt)` answers with a fresh instance of the program each time, `fetchData()` with what it draws. When taking
// an island over traps, because something changed the page first (a translator, an extension), a second instance
// mounts the islands afresh: a trapped one must not be used again. When nothing helps, the page stays what it is,
// a document, says what failed and offers a retry.

let attempt = 0;

async function takeOver(load, fetchData) {
  try {
    const [first, data] = await Promise.all([load(attempt++), fetchData()]);
    let program = first;
    try {
      hydrateIslands(program);
    } catch (trap) {
      console.warn("The page was changed before the map took it over; starting afresh.", trap);
      program = await load(attempt++);
      program.mount();
    }
    program.start(data.atlas, data.basemap, data.features);
  } catch (failure) {
    offerRetry(failure, load, fetchData);
  }
}

function hydrateIslands(program) {
  program.hydrate();
  for (const island of document.querySelectorAll("leptos-island")) {
    program[island.dataset.component](island);
  }
}

// The page carries a hidden note, in its own language, that says what failed and holds a button.
function offerRetry(failure, load, fetchData) {
  document.documentElement.dataset.atlas = "failed";
  const note = document.querySelector("[data-failure]");
  note.querySelector("[data-reason]").textContent = `(${failure.message ?? failure})`;
  note.hidden = false;
  note.querySelector("button").addEventListener("click", () => {
    note.hidden = true;
    document.documentElement.dataset.atlas = "static";
    takeOver(load, fetchData);
  }, { once: true });
}
