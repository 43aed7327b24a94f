import L from 'leaflet';
import 'leaflet/dist/leaflet.css';
import { COLOURS, VIEW, complete, data, inOrder, isPoint, select } from './common.js';

export async function start(renderer) {
  const map = L.map('map', { renderer, zoomSnap: 0, preferCanvas: true, attributionControl: false });
  map.fitBounds([[VIEW.south, VIEW.west], [VIEW.north, VIEW.east]]);
  const { ground, places } = await data();
  const styles = {
    country: (area) => ({ stroke: false, fillOpacity: 1, fillColor: /RUS|IRN/.test(area) ? COLOURS.party : COLOURS.land }),
    sea: () => ({ color: COLOURS.coast, weight: 1, fillColor: COLOURS.sea, fillOpacity: 1 }),
    lake: () => ({ color: COLOURS.river, weight: 0.6, fillColor: COLOURS.sea, fillOpacity: 1 }),
    border: () => ({ color: COLOURS.border, weight: 1, dashArray: '7 3 1 3' }),
    disputed: () => ({ color: COLOURS.border, weight: 1, dashArray: '3 3' }),
    river: () => ({ color: COLOURS.river, weight: 0.8 }),
  };
  const shown = ground.features.filter((one) => styles[one.properties.layer]);
  L.geoJSON(shown, {
    interactive: false,
    style: (one) => ({ fill: false, ...styles[one.properties.layer](one.properties.area ?? '') , ...(one.geometry.type.endsWith('Polygon') ? { fill: true } : {}) }),
  }).addTo(map);
  L.geoJSON(inOrder(places.features), {
    style: (place) => ({
      color: COLOURS[place.properties.layer], weight: place.properties.wide ? 0 : 2, fillOpacity: place.properties.wide ? 0 : 0.16,
    }),
    pointToLayer: (place, at) =>
      L.circleMarker(at, { radius: 3.5, weight: 1.5, color: COLOURS[place.properties.layer], fillColor: '#fff', fillOpacity: 1 }),
    onEachFeature: (place, layer) => {
      layer.on('click', () => select(place));
      if (isPoint(place) && place.properties.rank <= 2) {
        layer.bindTooltip(place.properties.name.en, { permanent: true, direction: 'right', className: 'label' });
      }
    },
  }).addTo(map);
  complete(([lon, lat]) => {
    const { x, y } = map.latLngToContainerPoint([lat, lon]);
    const box = map.getContainer().getBoundingClientRect();
    return [box.x + x, box.y + y];
  });
}
