import * as maplibre from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import { COLOURS, VIEW, complete, data, inOrder, select } from './common.js';

maplibre.setWorkerUrl(new URL('maplibre-worker.js', import.meta.url).href);

const { ground, places } = await data();
const wanted = (layer) => ['==', ['get', 'layer'], layer];
const colour = ['match', ['get', 'layer'], ...Object.entries(COLOURS).flat(), '#000'];
const features = inOrder(places.features).map((place) => ({
  ...place, properties: { ...place.properties, slug: place.id, name: place.properties.name.en },
}));
const byId = new Map(places.features.map((place) => [place.id, place]));
const geometry = (type) => ['==', ['geometry-type'], type];
// No names: glyphs would have to be fetched from a server of fonts.
const map = new maplibre.Map({
  container: 'map',
  attributionControl: false,
  bounds: [VIEW.west, VIEW.south, VIEW.east, VIEW.north],
  fadeDuration: 0,
  style: {
    version: 8,
    sources: {
      ground: { type: 'geojson', data: ground },
      places: { type: 'geojson', data: { type: 'FeatureCollection', features } },
    },
    layers: [
      { id: 'land', type: 'background', paint: { 'background-color': COLOURS.land } },
      { id: 'parties', type: 'fill', source: 'ground', filter: ['in', ['get', 'area'], ['literal', ['country:RUS', 'country:IRN']]], paint: { 'fill-color': COLOURS.party } },
      { id: 'lakes', type: 'fill', source: 'ground', filter: wanted('lake'), paint: { 'fill-color': COLOURS.sea } },
      { id: 'rivers', type: 'line', source: 'ground', filter: wanted('river'), paint: { 'line-color': COLOURS.river, 'line-width': 0.8 } },
      { id: 'borders', type: 'line', source: 'ground', filter: wanted('border'), paint: { 'line-color': COLOURS.border, 'line-dasharray': [7, 3] } },
      { id: 'disputed', type: 'line', source: 'ground', filter: wanted('disputed'), paint: { 'line-color': COLOURS.border, 'line-dasharray': [3, 3] } },
      { id: 'seas', type: 'fill', source: 'ground', filter: wanted('sea'), paint: { 'fill-color': COLOURS.sea } },
      { id: 'coast', type: 'line', source: 'ground', filter: wanted('sea'), paint: { 'line-color': COLOURS.coast } },
      { id: 'areas', type: 'fill', source: 'places', filter: geometry('Polygon'), paint: { 'fill-color': colour, 'fill-opacity': ['case', ['has', 'wide'], 0, 0.16] } },
      { id: 'lines', type: 'line', source: 'places', filter: geometry('LineString'), paint: { 'line-color': colour, 'line-width': 2 } },
      { id: 'points', type: 'circle', source: 'places', filter: geometry('Point'), paint: { 'circle-radius': 3.5, 'circle-color': '#fff', 'circle-stroke-color': colour, 'circle-stroke-width': 1.5 } },
    ],
  },
});
map.on('click', (event) => {
  const { x, y } = event.point;
  const around = map.queryRenderedFeatures([[x - 4, y - 4], [x + 4, y + 4]], { layers: ['points', 'lines', 'areas'] });
  const place = around[0] && byId.get(around[0].properties.slug);
  if (place) select(place);
});
map.once('idle', () => {
  complete((at) => {
    const { x, y } = map.project(at);
    const box = map.getContainer().getBoundingClientRect();
    return [box.x + x, box.y + y];
  });
});
