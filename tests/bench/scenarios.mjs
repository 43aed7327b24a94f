// What is done with one page of one contestant, and what is measured meanwhile.

import { frames, percentile } from './statistics.mjs';

export const DEVICES = {
  desktop: { title: 'Desktop', viewport: { width: 1280, height: 800 } },
  phone: {
    title: 'Phone', viewport: { width: 390, height: 844 }, deviceScaleFactor: 3, isMobile: true, hasTouch: true,
    cpu: 4, network: { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 },
  },
};

// The place that is clicked first, and those clicked for the latency: points far from others on the opening view.
const FIRST = { id: 'tehran', at: [51.389, 35.6892] };
const OTHERS = [['moscow', [37.6173, 55.7558]], ['mumbai', [72.8777, 19.076]], ['astana', [71.43, 51.1282]], [FIRST.id, FIRST.at]];

// Runs before any script of a page.
const WATCH = () => {
  const seen = { tasks: 0, lcp: 0 };
  globalThis.seen = seen;
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) seen.tasks += Math.max(0, entry.duration - 50); })
    .observe({ type: 'longtask', buffered: true });
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) seen.lcp = entry.startTime; })
    .observe({ type: 'largest-contentful-paint', buffered: true });
};

async function open(browser, device) {
  const { cpu, network, title, ...options } = DEVICES[device];
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await page.addInitScript(WATCH);
  await cdp.send('Network.enable');
  await cdp.send('Performance.enable');
  if (network) await cdp.send('Network.emulateNetworkConditions', network);
  if (cpu) await cdp.send('Emulation.setCPUThrottlingRate', { rate: cpu });
  return { context, page, cdp };
}

// Bytes over the wire by kind of file.
function meter(cdp) {
  const bytes = {};
  const kinds = new Map();
  const kind = (url) => {
    const extension = new URL(url).pathname.split('.').pop();
    return ({ css: 'css', js: 'js', mjs: 'js', wasm: 'wasm', geojson: 'data', json: 'data', bin: 'data' })[extension] ?? 'html';
  };
  cdp.on('Network.responseReceived', ({ requestId, response }) => {
    if (!response.url.startsWith('data:') && !response.url.startsWith('blob:')) kinds.set(requestId, kind(response.url));
  });
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const name = kinds.get(requestId);
    if (name) bytes[name] = (bytes[name] ?? 0) + encodedDataLength / 1000;
  });
  return bytes;
}

// A function, because a text would have to be evaluated in the page, which its policy forbids.
const INTERACTIVE = () => {
  const { atlas, map } = document.documentElement.dataset;
  return atlas === 'ready' || map === 'complete';
};

// Loading: bytes, paints, the complete map, blocking time, memory.
async function load(contestant, { page, cdp }) {
  const bytes = meter(cdp);
  await page.goto(contestant.url, { waitUntil: 'commit' });
  await page.waitForFunction(INTERACTIVE, undefined, { timeout: 60_000, polling: 50 });
  const wire = { ...bytes };
  const timing = await page.evaluate(() => {
    const mark = performance.getEntriesByName('atlas:drawn')[0] ?? performance.getEntriesByName('map:complete')[0];
    const fcp = performance.getEntriesByName('first-contentful-paint')[0]?.startTime;
    const still = document.documentElement.dataset.atlas !== undefined;
    // The prerendered map is complete when the text that follows it in the page is seen, which is the largest that is
    // painted; the others when everything is drawn.
    const { lcp } = globalThis.seen;
    return { fcp, lcp, visible: still ? lcp : mark.startTime, interactive: mark.startTime, blocking: globalThis.seen.tasks };
  });
  await page.waitForTimeout(400);
  const memory = await page.evaluate(async () => {
    const measured = await performance.measureUserAgentSpecificMemory?.();
    return measured && measured.bytes / 1e6;
  }).catch(() => null);
  const heap = (await cdp.send('Runtime.getHeapUsage')).usedSize / 1e6;
  wire.all = Object.values(wire).reduce((sum, some) => sum + some, 0);
  return { wire, ...timing, memory: memory ?? heap };
}

async function where(page, at, id) {
  return page.evaluate(([at, id]) => {
    if (globalThis.project) return globalThis.project(at);
    if (document.documentElement.dataset.atlas === 'ready') {
      return new Promise((done) => {
        const hear = ({ data }) => {
          if (data?.type !== 'projected') return;
          removeEventListener('message', hear);
          done(data.points[0]);
        };
        addEventListener('message', hear);
        postMessage({ atlas: 1, type: 'project', points: [at] }, '*');
      });
    }
    // What is not painted yet cannot be clicked.
    if (performance.getEntriesByName('first-contentful-paint').length === 0) return null;
    const shown = [...document.querySelectorAll(`svg a[data-feature="${id}"] *`)].find((one) => one.getBoundingClientRect().width > 0);
    if (!shown) return null;
    const { x, y, width, height } = shown.getBoundingClientRect();
    return [x + width / 2, y + height / 2];
  }, [at, id]).catch(() => null);
}

async function press(cdp, [x, y]) {
  await cdp.send('Input.dispatchMouseEvent', { type: 'mousePressed', x, y, button: 'left', buttons: 1, clickCount: 1 });
  await cdp.send('Input.dispatchMouseEvent', { type: 'mouseReleased', x, y, button: 'left', buttons: 0, clickCount: 1 });
}

const answered = (id) => `(document.querySelector('[data-panel]')?.dataset.selected === '${id}') && performance.getEntriesByName('first-contentful-paint').length > 0`;

// The first click that is answered: a reader clicks as soon as the place is seen, and again while nothing happens.
// A click that opens a page is not repeated: it is under way.
async function firstClick(contestant, { page, cdp }) {
  const began = Date.now();
  let leaving = false;
  page.on('request', (request) => { leaving ||= request.isNavigationRequest() && !request.url().endsWith(contestant.url.slice(-8)); });
  await page.goto(contestant.url, { waitUntil: 'commit' });
  while (Date.now() - began < 60_000) {
    if (await page.evaluate(answered(FIRST.id)).catch(() => false)) return { firstClick: Date.now() - began };
    const point = leaving ? null : await where(page, FIRST.at, FIRST.id);
    if (point && !leaving) await press(cdp, point).catch(() => undefined);
    await new Promise((done) => setTimeout(done, 50));
  }
  return { firstClick: null };
}

// Notes frames in the page while something is done, and how busy the main thread is.
async function during(page, cdp, act) {
  const busy = async () => {
    const { metrics } = await cdp.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
  };
  await page.evaluate(() => {
    const times = [];
    globalThis.times = times;
    const note = (time) => { times.push(time); if (globalThis.times === times) requestAnimationFrame(note); };
    requestAnimationFrame(note);
  });
  const before = await busy();
  await act();
  const used = (await busy()) - before;
  const times = await page.evaluate(() => { const { times } = globalThis; globalThis.times = null; return times; });
  return { ...frames(times), busy: used / Math.max(1, times.length) };
}

async function middle(page) {
  return page.evaluate(() => {
    const { x, y, width, height } = (document.querySelector('.viewport') ?? document.querySelector('#map')).getBoundingClientRect();
    return [x + width / 2, y + height / 2, width, height];
  });
}

async function drag(page, cdp, share, milliseconds) {
  const [x, y, width, height] = await middle(page);
  const mouse = (type, at) => cdp.send('Input.dispatchMouseEvent', { type, x: at[0], y: at[1], button: 'left', buttons: type === 'mouseReleased' ? 0 : 1, clickCount: 1 });
  await mouse('mousePressed', [x, y]);
  const began = Date.now();
  for (let now = 0; now < milliseconds; now = Date.now() - began) {
    const turn = (now / 1000) * 2 * Math.PI * 0.8;
    await mouse('mouseMoved', [x + Math.sin(turn) * width * share, y + Math.sin(turn * 0.7) * height * share]);
    await new Promise((done) => setTimeout(done, 8));
  }
  await mouse('mouseReleased', [x, y]);
}

async function wheel(page, cdp, turns) {
  const [x, y] = await middle(page);
  for (const deltaY of turns) {
    await cdp.send('Input.dispatchMouseEvent', { type: 'mouseWheel', x, y, deltaX: 0, deltaY });
    await new Promise((done) => setTimeout(done, 40));
  }
  await new Promise((done) => setTimeout(done, 500));
}

// From the press to the frame in which the panel tells of the place.
async function clicks(page, cdp) {
  const latencies = [];
  for (let round = 0; round < 3; round += 1) {
    for (const [id, at] of OTHERS) {
      const point = await where(page, at, id);
      if (!point) continue;
      const told = page.evaluate((id) => new Promise((done) => {
        let pressed = 0;
        addEventListener('pointerup', ({ timeStamp }) => { pressed = timeStamp; }, { capture: true, once: true });
        const look = () => {
          if (pressed && document.querySelector('[data-panel]').dataset.selected === id) {
            const channel = new MessageChannel();
            channel.port1.onmessage = () => done(performance.now() - pressed);
            channel.port2.postMessage(0);
          } else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
        setTimeout(() => done(null), 3000);
      }), id);
      await press(cdp, point);
      const latency = await told;
      if (latency !== null) latencies.push(latency);
      await page.waitForTimeout(900);
    }
  }
  return { clickP50: percentile(latencies, 0.5), clickP95: percentile(latencies, 0.95), clicksTold: latencies.length };
}

// One round with one contestant on one device: three fresh visits.
export async function round(browser, contestant, device) {
  const result = {};
  const visit = async (act) => {
    const tab = await open(browser, device);
    try { Object.assign(result, await act(tab)); } finally { await tab.context.close(); }
  };
  await visit((tab) => load(contestant, tab));
  await visit((tab) => firstClick(contestant, tab));
  await visit(async ({ page, cdp }) => {
    await page.goto(contestant.url, { waitUntil: 'commit' });
    await page.waitForFunction(INTERACTIVE, undefined, { timeout: 60_000, polling: 50 });
    await page.waitForTimeout(600);
    const told = await clicks(page, cdp);
    await page.keyboard.press('Escape');
    await page.waitForTimeout(900);
    const panning = await during(page, cdp, () => drag(page, cdp, 0.3, 2500));
    await page.waitForTimeout(600);
    const zooming = await during(page, cdp, () => wheel(page, cdp, [...Array(12).fill(-120), ...Array(12).fill(120)]));
    return { ...told, drag: panning, zoom: zooming };
  });
  return result;
}
