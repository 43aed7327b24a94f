import Map from 'ol/Map.js';
import View from 'ol/View.js';
import VectorLayer from 'ol/layer/Vector.js';
import VectorImageLayer from 'ol/layer/VectorImage.js';
import VectorSource from 'ol/source/Vector.js';
import GeoJSON from 'ol/format/GeoJSON.js';
import { Circle, Fill, Stroke, Style, Text } from 'ol/style.js';
import { fromLonLat, transformExtent } from 'ol/proj.js';
import 'ol/ol.css';
import { COLOURS, VIEW, complete, data, inOrder, isArea, isPoint, select } from './common.js';

const { ground, places } = await data();
const format = new GeoJSON({ featureProjection: 'EPSG:3857' });
const fill = (color) => new Fill({ color });
const line = (color, width, lineDash) => new Stroke({ color, width, lineDash });
const styles = {
  country: (area) => (/RUS|IRN/.test(area) ? new Style({ fill: fill(COLOURS.party), zIndex: 0 }) : null),
  lake: () => new Style({ fill: fill(COLOURS.sea), stroke: line(COLOURS.river, 0.6), zIndex: 1 }),
  river: () => new Style({ stroke: line(COLOURS.river, 0.8), zIndex: 1 }),
  border: () => new Style({ stroke: line(COLOURS.border, 1, [7, 3, 1, 3]), zIndex: 2 }),
  disputed: () => new Style({ stroke: line(COLOURS.border, 1, [3, 3]), zIndex: 2 }),
  sea: () => new Style({ fill: fill(COLOURS.sea), stroke: line(COLOURS.coast, 1), zIndex: 3 }),
};
const land = new VectorImageLayer({
  imageRatio: 1.5,
  background: COLOURS.land,
  source: new VectorSource({ features: format.readFeatures(ground) }),
  style: (one) => styles[one.get('layer')]?.(one.get('area') ?? ''),
});
const byId = new globalThis.Map(places.features.map((place) => [place.id, place]));
const placeStyle = (place) => {
  const colour = COLOURS[place.properties.layer];
  if (isPoint(place)) {
    const text = place.properties.rank <= 2
      ? new Text({ text: place.properties.name.en, offsetX: 8, textAlign: 'left', fill: fill('#22262b'), stroke: line('#fff', 3) })
      : undefined;
    return new Style({ image: new Circle({ radius: 3.5, fill: fill('#fff'), stroke: line(colour, 1.5) }), text, zIndex: 3 });
  }
  if (!isArea(place)) return new Style({ stroke: line(colour, 2), zIndex: 2 });
  const tint = place.properties.wide ? 'rgba(0,0,0,0.001)' : `${colour}29`;
  return new Style({ fill: fill(tint), stroke: place.properties.wide ? undefined : line(colour, 1), zIndex: place.properties.wide ? 0 : 1 });
};
const prepared = new globalThis.Map(places.features.map((place) => [place.id, placeStyle(place)]));
const layer = new VectorLayer({
  declutter: true,
  source: new VectorSource({ features: format.readFeatures({ type: 'FeatureCollection', features: inOrder(places.features) }) }),
  style: (one) => prepared.get(one.getId()),
});
const map = new Map({ target: 'map', layers: [land, layer], view: new View(), controls: [] });
map.getView().fit(transformExtent([VIEW.west, VIEW.south, VIEW.east, VIEW.north], 'EPSG:4326', 'EPSG:3857'));
map.on('click', (event) => {
  const found = map.getFeaturesAtPixel(event.pixel, { hitTolerance: 4, layerFilter: (one) => one === layer });
  if (found[0]) select(byId.get(found[0].getId()));
});
map.once('rendercomplete', () => {
  complete((at) => {
    const [x, y] = map.getPixelFromCoordinate(fromLonLat(at));
    const box = map.getTargetElement().getBoundingClientRect();
    return [box.x + x, box.y + y];
  });
});
