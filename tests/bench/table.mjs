// The results as Markdown: one table for each device and size, ours first, with the ratio to the best peer.

const MEASURES = [
  ['wire.all', 'bytes to interactive, KB', 0.6],
  ['wire.html', '· HTML'], ['wire.css', '· CSS'], ['wire.js', '· JavaScript'], ['wire.wasm', '· wasm'], ['wire.data', '· data'],
  ['fcp', 'first contentful paint, ms'],
  ['lcp', 'largest contentful paint, ms'],
  ['visible', 'map visible, complete, ms', { phone: 0.3, desktop: 0.5 }],
  ['interactive', 'interactive map complete, ms', { x100: 0.5 }],
  ['firstClick', 'first answered click, ms', 0.5],
  ['blocking', 'blocking time on load, ms', 0.5],
  ['drag.p50', 'drag: frame p50, ms'], ['drag.p95', 'drag: frame p95, ms'], ['drag.longest', 'drag: longest frame, ms'],
  ['drag.dropped', 'drag: frames dropped', 'none'],
  ['drag.busy', 'drag: main thread a frame, ms', 1],
  ['zoom.p95', 'wheel: frame p95, ms'], ['zoom.longest', 'wheel: longest frame, ms', { limit: 50 }],
  ['zoom.dropped', 'wheel: frames dropped', 0.5],
  ['zoom.busy', 'wheel: main thread a frame, ms'],
  ['clickP50', 'click to painted panel p50, ms'], ['clickP95', 'click to painted panel p95, ms', 1],
  ['memory', 'page memory, MB', 1],
];

const find = (result, path) => path.split('.').reduce((value, key) => value?.[key], result) ?? null;

function show(path, value) {
  if (value === null) return '–';
  if (path.endsWith('dropped')) return `${(value * 100).toFixed(1)} %`;
  return value >= 100 ? Math.round(value).toString() : value.toFixed(1);
}

// What the target says of the ratio and of our own value.
function verdict(target, ratio, ours, device, size) {
  if (target === undefined || ours === null) return '';
  if (target === 'none') return ours === 0 ? 'none · met' : 'none · **missed**';
  if (typeof target === 'object') {
    if (target.limit) return `≤ ${target.limit} · ${ours <= target.limit ? 'met' : '**missed**'}`;
    const wanted = target[device] ?? target[size];
    return wanted === undefined ? '' : verdict(wanted, ratio, ours, device, size);
  }
  return `≤ ${target} · ${ratio !== null && ratio <= target ? 'met' : '**missed**'}`;
}

export function table(results, contestants, device, size) {
  const shown = contestants.filter(({ name }) => results[name]);
  const rows = MEASURES.map(([path, title, target]) => {
    const values = shown.map(({ name }) => find(results[name], path));
    const peers = values.slice(1).filter((value) => value !== null);
    const best = peers.length > 0 ? Math.min(...peers) : null;
    const ratio = values[0] === null || best === null ? null : best > 0 ? values[0] / best : values[0] === 0 ? 1 : Infinity;
    const told = ratio === null ? '–' : Number.isFinite(ratio) ? ratio.toFixed(2) : '∞';
    return [title, ...values.map((value) => show(path, value)), told, verdict(target, ratio, values[0], device, size)];
  });
  const head = ['measure', ...shown.map(({ title }) => title), 'ratio to best', 'target'];
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, at) => (at === 0 ? '---' : '--:'))), ...rows.map(line)].join('\n');
}
