// Medians, percentiles and what frames tell.

export const VSYNC = 1000 / 60;

export function percentile(values, share) {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  return sorted.length > 0 ? sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] : null;
}

export const median = (values) => percentile(values, 0.5);

// Of the times of successive frames in milliseconds: percentiles of their distances and the share of frames missed.
export function frames(times) {
  const distances = times.slice(1).map((time, at) => time - times[at]);
  const missed = distances.reduce((sum, distance) => sum + (distance > 1.5 * VSYNC ? Math.round(distance / VSYNC) - 1 : 0), 0);
  return {
    p50: median(distances), p95: percentile(distances, 0.95), longest: percentile(distances, 1),
    dropped: missed / Math.max(1, distances.length + missed),
  };
}

// The median of each number in objects of the same shape; what is not a number everywhere is left out.
export function medians(rounds) {
  const result = {};
  for (const key of new Set(rounds.flatMap(Object.keys))) {
    const values = rounds.map((round) => round[key]);
    const inner = values.filter((value) => value && typeof value === 'object');
    result[key] = inner.length > 0 ? medians(inner) : median(values);
  }
  return result;
}
