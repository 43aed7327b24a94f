// What every peer does the same way: data, colours, the panel, the marks that the benchmark reads.

export const VIEW = { west: 28, south: 17, east: 76, north: 60 };

export const COLOURS = {
  land: '#f4f1ea', sea: '#dbe6ea', party: '#ece4d3', coast: '#8aa4ae', border: '#b5a994', river: '#9fbcc8',
  corridor: '#7a1f2b', energy: '#9a5b00', syunik: '#4b6a2f', caspian: '#1d5f83', security: '#7b3f61', cities: '#22262b',
  regions: '#5d5a52', states: '#5d5a52',
};

export async function data() {
  const [ground, places] = await Promise.all(
    ['../data/basemap.geojson', '../data/atlas.geojson'].map((path) => fetch(path).then((answer) => answer.json())),
  );
  const areas = new Map(ground.features.filter((one) => one.properties.area).map((one) => [one.properties.area, one]));
  // A place without a geometry of its own takes its area from the basemap, as in the atlas.
  for (const place of places.features) {
    const parts = (place.properties.basemap ?? []).map((area) => areas.get(area)).filter(Boolean);
    if (!place.geometry && parts.length > 0) {
      place.geometry = { type: 'MultiPolygon', coordinates: parts.flatMap((part) => part.geometry.coordinates) };
      place.properties.wide = true;
    }
  }
  return { ground, places: { ...places, features: places.features.filter((place) => place.geometry) } };
}

export function isArea(place) {
  return place.geometry.type.endsWith('Polygon');
}

export function isPoint(place) {
  return place.geometry.type === 'Point';
}

// Smaller things later, and so on top: areas, lines, points.
export function inOrder(places) {
  const rank = (place) => (isPoint(place) ? 2 : isArea(place) ? (place.properties.wide ? 0 : 0.5) : 1);
  return [...places].sort((one, other) => rank(one) - rank(other));
}

export function select(place) {
  const panel = document.querySelector('[data-panel]');
  const { name, summary } = place.properties;
  const heading = document.createElement('h1');
  heading.textContent = name.en;
  const text = document.createElement('p');
  text.textContent = summary.en ?? summary;
  panel.replaceChildren(heading, text);
  panel.dataset.selected = place.id;
}

// Called when everything has been drawn once; `project` turns [lon, lat] into CSS pixels of the window.
export function complete(project) {
  window.project = project;
  requestAnimationFrame(() => setTimeout(() => {
    performance.mark('map:complete');
    document.documentElement.dataset.map = 'complete';
  }));
}
