// Until the program is there, a place clicked on the map is answered with the text of its own page, while the program
// goes on arriving. Following the link would begin all of that again.
//
// The program is told in `data-served` which page its prerendered map belongs to, and in `data-base` where the site
// begins whatever the address says now.

// The loader of full pages does not wait for their end, so that a map that is seen can be clicked.
const parsed = new Promise((done) => {
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", done, { once: true });
  else done();
});

function answerMeanwhile() {
  const root = document.documentElement;
  const waiting = () => root.dataset.atlas === "static";
  let awaited;
  addEventListener("click", async (event) => {
    const link = event.target.closest?.(".map-static a[data-feature]");
    const plain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    // What the query asks for is the program's business.
    if (!link || !plain || !waiting() || location.search || event.defaultPrevented) return;
    event.preventDefault();
    const address = new URL(link.getAttribute("href"), document.baseURI).href;
    // Asking again while the answer is on its way would only make it come later.
    if (address === awaited) return;
    awaited = address;
    try {
      const response = await fetch(address, { priority: "high" });
      if (!response.ok) throw new Error(response.statusText);
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      await parsed;
      if (address !== awaited) return;
      awaited = undefined;
      // The program has come first and knows better what to do.
      if (!waiting()) link.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
      else showPage(page, address, event.detail === 0);
    } catch {
      location.href = address;
    }
  });
  // Back to a page that has been replaced.
  addEventListener("popstate", () => { if (root.dataset.served && waiting()) location.reload(); });
}

function showPage(page, address, byKeyboard) {
  const { dataset } = document.documentElement;
  dataset.served ??= location.href;
  dataset.base = new URL(dataset.base || ".", document.baseURI).href;
  for (const link of document.querySelectorAll("a[href]:not([href^=\"#\"]), link[href]")) {
    link.setAttribute("href", new URL(link.getAttribute("href"), document.baseURI).href);
  }
  history.pushState(null, "", address);
  document.title = page.title;
  for (const part of [".masthead", ".prerendered"]) document.querySelector(part).replaceWith(page.querySelector(part));
  const panel = document.querySelector("[data-panel]");
  panel.dataset.selected = page.querySelector("[data-panel]").dataset.selected;
  panel.scrollTop = 0;
  scrollTo(0, 0);
  if (byKeyboard) panel.querySelector(".prerendered h1").focus({ preventScroll: true });
}
