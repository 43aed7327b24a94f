// Serves folders with everything compressed by brotli at its best, as a good host would, and nothing cached.

import { createServer } from 'node:http';
import { readFileSync, existsSync, statSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.mjs': 'text/javascript',
  '.json': 'application/json', '.geojson': 'application/geo+json', '.wasm': 'application/wasm', '.svg': 'image/svg+xml',
};

// `mounts` maps the first part of a path to a folder. Answers with the address and a way to stop.
export async function serve(mounts) {
  const kept = new Map();
  const compressed = (file) => {
    if (!kept.has(file)) {
      const ready = `${file}.br`;
      const best = { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 } };
      kept.set(file, existsSync(ready) ? readFileSync(ready) : brotliCompressSync(readFileSync(file), best));
    }
    return kept.get(file);
  };
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    const [, mount, ...rest] = normalize(path).split('/');
    let file = mounts[mount] && join(mounts[mount], ...rest);
    if (file && existsSync(file) && statSync(file).isDirectory()) file = join(file, 'index.html');
    if (!file || !existsSync(file)) {
      response.writeHead(404, { 'content-type': 'text/plain' });
      response.end('not here');
      return;
    }
    const body = compressed(file);
    response.writeHead(200, {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      'content-encoding': 'br', 'content-length': body.length, 'cache-control': 'max-age=600',
      // Lets the browser tell how much memory a page takes.
      'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp',
    });
    response.end(body);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    base: `http://127.0.0.1:${server.address().port}/`,
    // Compresses ahead, so that no contestant waits for it.
    warm: (files) => files.forEach(compressed),
    stop: () => server.close(),
  };
}
