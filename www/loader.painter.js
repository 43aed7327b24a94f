// The painter that the program gives its pictures to: a worker, or this thread where the browser refuses one, or where
// the worker does not answer in time.

const PATIENCE = 2000;

// What the page's forced colours are: a worker would take those of a light page.
const SYSTEM = ["Canvas", "CanvasText", "GrayText", "LinkText", "Highlight"];

function withForcedColours(words) {
  if (!matchMedia("(forced-colors: active)").matches) return words;
  const probe = document.createElement("i");
  probe.style.forcedColorAdjust = "none";
  document.body.append(probe);
  const colour = (word) => {
    probe.style.color = word;
    return getComputedStyle(probe).color;
  };
  const known = new Map(SYSTEM.map((word) => [word, colour(word)]));
  probe.remove();
  return words.map((word) => known.get(word) ?? word);
}

function preparePainter(hire) {
  const pending = new Map();
  let worker = null;
  let done = () => {};
  const deliver = (job, bitmap) => {
    const order = pending.get(job);
    if (!order) return;
    pending.delete(job);
    order.canvas.getContext("bitmaprenderer").transferFromImageBitmap(bitmap);
    done(job);
  };
  const paintHere = async (order) => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [order.width, order.height];
    paintPicture(canvas.getContext("2d"), order);
    deliver(order.job, await createImageBitmap(canvas));
  };
  const dismiss = () => {
    worker?.terminate();
    worker = null;
    for (const order of pending.values()) setTimeout(paintHere, 0, order);
  };
  try {
    worker = hire();
    worker.addEventListener("error", dismiss);
    worker.addEventListener("message", ({ data: { job, bitmap } }) => deliver(job, bitmap));
  } catch {
    worker = null;
  }
  const expect = (job) => setTimeout(() => { if (worker && pending.has(job)) dismiss(); }, PATIENCE);
  globalThis.atlasPainter = {
    // `steps` is a view of the program's memory: copied, because that moves on.
    paint(job, canvas, width, height, ratio, steps, words) {
      const order = { job, width, height, ratio, steps: steps.slice(), words: withForcedColours(words) };
      if (worker) {
        worker.postMessage(order);
        expect(job);
      } else {
        setTimeout(paintHere, 0, order);
      }
      pending.set(job, { ...order, canvas });
    },
    hear(then) { done = then; },
  };
}
