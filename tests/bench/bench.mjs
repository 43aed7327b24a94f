// The side-by-side benchmark. See README.md for how to run it and how to read it.

import { chromium } from 'playwright-core';
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { PEERS, buildPeers } from './peers.mjs';
import { DEVICES, round } from './scenarios.mjs';
import { serve } from './server.mjs';
import { medians } from './statistics.mjs';
import { table } from './table.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../..');
const work = join(root, 'target', 'bench');

const SIZES = {
  atlas: { title: 'the atlas as it is', rounds: 3 },
  x10: { title: 'ten times the data', features: 1_000, vertices: 100_000, rounds: 1 },
  x100: { title: 'a hundred times the data', features: 10_000, vertices: 1_000_000, rounds: 1 },
  // Only when asked for: its site takes most of an hour and 25 GB, and some of the peers cannot hold it.
  x1000: { title: 'a thousand times the places', features: 100_000, vertices: 2_000_000, rounds: 1, onDemand: true },
};

const { values: chosen } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    size: { type: 'string' }, device: { type: 'string' }, only: { type: 'string' }, rounds: { type: 'string' },
  },
});
const sizes = chosen.size ? chosen.size.split(',') : chosen.quick ? ['atlas'] : Object.keys(SIZES).filter((size) => !SIZES[size].onDemand);
const devices = chosen.device ? chosen.device.split(',') : Object.keys(DEVICES);
const roundsOf = (size) => Number(chosen.rounds ?? (chosen.quick ? 1 : SIZES[size].rounds));
// The atlas itself is always measured.
const names = chosen.only ? chosen.only.split(',').filter((name) => name !== 'atlas') : Object.keys(PEERS);

const atlas = (...args) => execFileSync(join(root, 'target/release/treaty-atlas'), args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], maxBuffer: 1e9 });

// The atlas and the data of a size, built unless they are there already and newer than the program.
function prepare(size) {
  const folder = join(work, size);
  const site = join(folder, 'site');
  const { features, vertices } = SIZES[size];
  const program = statSync(join(root, 'target/release/treaty-atlas')).mtimeMs;
  const fresh = existsSync(join(site, 'index.html')) && statSync(join(site, 'index.html')).mtimeMs > program;
  if (!fresh) {
    let content = join(root, 'geodata');
    if (features) {
      content = join(folder, 'content');
      execFileSync('node', [join(here, 'generate.mjs'), '--features', features, '--vertices', vertices, '--out', content]);
    }
    atlas('build', '--content', content, '--out', site);
  }
  // Beside the peers' pages, where they look for it.
  const data = join(work, 'peers', 'data');
  mkdirSync(data, { recursive: true });
  cpSync(join(site, 'data/atlas.geojson'), join(data, 'atlas.geojson'));
  cpSync(join(work, 'basemap.geojson'), join(data, 'basemap.geojson'));
  return { site, data };
}

async function measure(browser, size, contestants) {
  const results = Object.fromEntries(devices.map((device) => [device, {}]));
  for (const device of devices) {
    const told = Object.fromEntries(contestants.map(({ name }) => [name, []]));
    for (let at = 0; at < roundsOf(size); at += 1) {
      // Another one begins each round.
      const order = contestants.map((_, place) => contestants[(place + at) % contestants.length]);
      for (const contestant of order) {
        const began = Date.now();
        try {
          told[contestant.name].push(await round(browser, contestant, device));
        } catch (error) {
          console.error(`${size} ${device} ${contestant.name}: ${String(error).split('\n')[0]}`);
        }
        console.error(`${size} ${device} round ${at + 1} ${contestant.name}: ${((Date.now() - began) / 1000).toFixed(0)} s`);
      }
    }
    for (const { name } of contestants) if (told[name].length > 0) results[device][name] = medians(told[name]);
  }
  return results;
}

// All that was asked for; a part of it is only printed.
const whole = !chosen.only && !chosen.size && !chosen.device && !chosen.quick;
const sections = [];
mkdirSync(work, { recursive: true });
rmSync(join(work, 'peers'), { recursive: true, force: true });
await buildPeers(join(work, 'peers'));
const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--enable-unsafe-swiftshader', '--enable-blink-features=ForceEagerMeasureMemory'];
const browser = await chromium.launch({ executablePath, args });
const machine = `${cpus().length} cores (${cpus()[0].model.trim()}), no GPU: WebGL and canvas are rendered in software`;
const versions = [`Chromium ${browser.version()}`, ...Object.values(PEERS).map(({ title, version }) => `${title} ${version}`)];
const intro = readFileSync(join(here, 'results.head.md'), 'utf8');
const facts = `Run of ${new Date().toISOString().slice(0, 10)}, medians of the rounds. Machine: ${machine}. ${versions.join(', ')}.`;
for (const size of sizes) {
  const prepared = prepare(size);
  const server = await serve({ atlas: prepared.site, peers: join(work, 'peers') });
  const ours = { name: 'atlas', title: 'Treaty Atlas', url: `${server.base}atlas/` };
  const peers = names.map((name) => ({ name, title: PEERS[name].title, url: `${server.base}peers/${name}/` }));
  server.warm([join(prepared.data, 'atlas.geojson'), join(prepared.data, 'basemap.geojson')]);
  const results = await measure(browser, size, [ours, ...peers]);
  server.stop();
  for (const device of devices) {
    const count = roundsOf(size);
    const title = `${DEVICES[device].title}, ${SIZES[size].title} (${count} round${count === 1 ? '' : 's'})`;
    const text = table(results[device], [ours, ...peers], device, size);
    console.log(`\n## ${title}\n\n${text}`);
    sections.push(`## ${title}\n\n${text}`);
  }
  // After each size, so that a run that is cut short leaves what it has.
  if (whole) writeFileSync(join(here, 'RESULTS.md'), `${intro}\n${facts}\n\n${sections.join('\n\n')}\n`);
}
await browser.close();
