// Makes a bigger atlas: the content folder with thousands of places more, always the same for the same numbers.
//
//   node generate.mjs --features 1000 --vertices 100000 --out DIR [--content ../../geodata]
//
// Six of ten new places are points, two and a half winding lines, one and a half areas, spread over the region of the
// atlas. Lines and areas share the vertices. Nothing is said of them; they are there to be drawn, found and clicked.

import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const WEST = 24, EAST = 86, SOUTH = 12, NORTH = 60;
const LAYERS = ['corridor', 'energy', 'security', 'cities', 'regions'];

// Mulberry32: a small generator of random numbers whose whole state is one integer.
function random(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const round = (value) => Math.round(value * 1e4) / 1e4;
const within = (value, least, most) => Math.min(most, Math.max(least, value));

function point(rand) {
  return { type: 'Point', coordinates: [round(WEST + rand() * (EAST - WEST)), round(SOUTH + rand() * (NORTH - SOUTH))] };
}

// A line that keeps its direction for a while, as railways and rivers do.
function line(rand, count) {
  let [lon, lat] = point(rand).coordinates;
  let heading = rand() * 2 * Math.PI;
  const step = 0.012 + rand() * 0.02;
  const coordinates = [];
  for (let at = 0; at < count; at += 1) {
    heading += (rand() - 0.5) * 0.7;
    lon += Math.cos(heading) * step;
    lat += Math.sin(heading) * step * 0.8;
    if (lon < WEST || lon > EAST || lat < SOUTH || lat > NORTH) heading += Math.PI * 0.8;
    coordinates.push([round(within(lon, WEST, EAST)), round(within(lat, SOUTH, NORTH))]);
  }
  return { type: 'LineString', coordinates: unlike(coordinates, step) };
}

// Neighbouring points that fall together are moved apart: a line must not stand still.
function unlike(coordinates, step) {
  return coordinates.map(([lon, lat], at) => {
    const before = coordinates[at - 1];
    return before && before[0] === lon && before[1] === lat ? [round(lon - step / 2), lat] : [lon, lat];
  });
}

// A star-shaped area about a point, anticlockwise.
function area(rand, count) {
  const [lon, lat] = point(rand).coordinates;
  const size = 0.15 + rand() * 0.5;
  const waves = [2, 3, 5, 9, 17].map((often) => [often, rand() * 6.283, (rand() * 0.3) / Math.sqrt(often)]);
  const ring = [];
  for (let at = 0; at < count; at += 1) {
    const angle = (at / count) * 2 * Math.PI;
    const radius = size * (1 + waves.reduce((sum, [often, phase, high]) => sum + high * Math.sin(often * angle + phase), 0));
    ring.push([round(lon + radius * Math.cos(angle)), round(lat + radius * 0.8 * Math.sin(angle))]);
  }
  ring.push(ring[0]);
  return { type: 'Polygon', coordinates: [ring] };
}

export function features(count, vertices) {
  const rand = random(count);
  const shapes = Math.max(1, Math.round(count * 0.4));
  const each = Math.max(8, Math.round(vertices / shapes));
  return Array.from({ length: count }, (_, at) => {
    const lot = at % 20;
    const [kind, geometry] =
      lot < 12 ? ['city', point(rand)] : lot < 17 ? ['railway', line(rand, each)] : ['province', area(rand, each)];
    const far = rand();
    return {
      type: 'Feature',
      id: `generated-${at + 1}`,
      geometry,
      properties: {
        kind,
        layer: LAYERS[at % LAYERS.length],
        rank: far < 0.02 ? 3 : far < 0.15 ? 4 : 5,
        name: Object.fromEntries(['en', 'fa', 'ru', 'az', 'hy'].map((lang) => [lang, `${kind} ${at + 1}`])),
        summary: { text: { en: `Generated ${kind} number ${at + 1}.` }, confidence: 'unverified' },
        part_of: 'iran',
        quality: 'schematic',
        provenance: { text: { en: 'Generated at random for the benchmark.' }, confidence: 'unverified' },
        licence: 'CC0 1.0',
      },
    };
  });
}

function main() {
  const here = dirname(fileURLToPath(import.meta.url));
  const { values } = parseArgs({
    options: {
      features: { type: 'string' },
      vertices: { type: 'string' },
      out: { type: 'string' },
      content: { type: 'string', default: join(here, '../../geodata') },
    },
  });
  const count = Number(values.features);
  const vertices = Number(values.vertices ?? count * 100);
  if (!(count > 0 && vertices > 0 && values.out)) {
    console.error('usage: node generate.mjs --features N [--vertices N] --out DIR [--content DIR]');
    process.exit(2);
  }
  rmSync(values.out, { recursive: true, force: true });
  cpSync(values.content, values.out, { recursive: true });
  mkdirSync(join(values.out, 'features'), { recursive: true });
  const lines = features(count, vertices).map((feature) => JSON.stringify(feature));
  const text = `{"type": "FeatureCollection", "features": [\n${lines.join(',\n')}\n]}\n`;
  writeFileSync(join(values.out, 'features', 'generated.geojson'), text);
  console.log(`${count} places with ${vertices} vertices more in ${values.out}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
