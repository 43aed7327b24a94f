// Hands the prerendered page over to the program.
//
// `load(attempt)` answers with a fresh instance of the program each time. When taking the page over traps, because
// something changed the page first (a translator, an extension), a second instance mounts afresh: a trapped one
// must not be used again. When that fails too, the page stays what it is, a document, and offers a retry.

let attempt = 0;

async function takeOver(load) {
  try {
    const program = await load(attempt++);
    try {
      program.hydrate?.();
      await hydrateIslands(document.body, program);
    } catch (trap) {
      console.warn("The page was changed before the map took it over; starting afresh.", trap);
      (await load(attempt++)).mount();
    }
  } catch (failure) {
    console.error("The interactive map cannot start.", failure);
    offerRetry(load);
  }
}

async function hydrateIslands(node, program) {
  for (const island of node.querySelectorAll("leptos-island")) {
    await program[island.dataset.component]?.(island);
  }
}

// The page carries a hidden note, in its own language, that says what failed and holds a button.
function offerRetry(load) {
  document.documentElement.dataset.atlas = "failed";
  const note = document.querySelector("[data-failure]");
  if (!note) return;
  note.hidden = false;
  note.querySelector("button")?.addEventListener("click", () => {
    note.hidden = true;
    takeOver(load);
  }, { once: true });
}
