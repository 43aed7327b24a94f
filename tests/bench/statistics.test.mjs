import assert from 'node:assert/strict';
import test from 'node:test';
import { VSYNC, frames, medians, percentile } from './statistics.mjs';

test('percentiles come from the sorted values', () => {
  assert.equal(percentile([5, 1, 3, 2, 4], 0.5), 3);
  assert.equal(percentile([1, 2, 3, NaN, undefined], 0.95), 3);
  assert.equal(percentile([], 0.5), null);
});

test('a frame that comes three vsyncs late has dropped two', () => {
  const { dropped, longest } = frames([0, 1, 2, 5, 6].map((at) => at * VSYNC));
  assert.equal(dropped, 2 / 6);
  assert.ok(Math.abs(longest - 3 * VSYNC) < 1e-9);
});

test('medians go down into objects', () => {
  assert.deepEqual(medians([{ a: 1, b: { c: 3 } }, { a: 3, b: { c: 5 } }, { a: 2, b: { c: 4 } }]), { a: 2, b: { c: 4 } });
});
