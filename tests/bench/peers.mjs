// Builds the pages of the peers: minimal, minified, with only the modules that each uses.

import { build } from 'esbuild';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const version = (name) => JSON.parse(readFileSync(join(here, 'node_modules', name, 'package.json'))).version;

export const PEERS = {
  'leaflet-canvas': { title: 'Leaflet, canvas', version: version('leaflet') },
  'leaflet-svg': { title: 'Leaflet, SVG', version: version('leaflet') },
  maplibre: { title: 'MapLibre GL JS', version: version('maplibre-gl') },
  openlayers: { title: 'OpenLayers', version: version('ol') },
  d3: { title: 'd3-geo', version: version('d3-geo') },
};

const page = (title) => `<!doctype html><html lang="en"><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title>
<link rel="stylesheet" href="main.css"><style>
*{box-sizing:border-box}body{margin:0;font:16px/1.5 Georgia,serif;display:grid;grid-template-columns:1fr 400px;height:100vh}
#map{min-width:0;min-height:0;background:#f4f1ea}main{padding:24px;overflow:auto}
.label{background:none;border:0;box-shadow:none;padding:0 4px}.label::before{display:none}
@media(max-width:700px){body{grid-template-columns:1fr;grid-template-rows:60vh 1fr}}
</style><body><div id="map"></div><main data-panel><h1>Treaty Atlas</h1><p>Choose a place on the map.</p></main>
<script type="module" src="main.js"></script></body></html>`;

// Writes each peer's page into a folder of its own.
export async function buildPeers(out) {
  for (const [name, { title }] of Object.entries(PEERS)) {
    const folder = join(out, name);
    mkdirSync(folder, { recursive: true });
    await build({
      entryPoints: [join(here, 'peers', `${name}.js`)],
      outfile: join(folder, 'main.js'),
      bundle: true, minify: true, format: 'esm', target: 'es2022', logLevel: 'error', legalComments: 'none',
      loader: { '.png': 'dataurl' },
    });
    // Served for every peer, so that no page waits for an answer of 404.
    try { readFileSync(join(folder, 'main.css')); } catch { writeFileSync(join(folder, 'main.css'), ''); }
    writeFileSync(join(folder, 'index.html'), page(title));
  }
  const worker = join(here, 'node_modules/maplibre-gl/dist');
  for (const file of ['maplibre-gl-worker.mjs', 'maplibre-gl-shared.mjs']) {
    cpSync(join(worker, file), join(out, 'maplibre', file === 'maplibre-gl-worker.mjs' ? 'maplibre-worker.js' : file));
  }
}
