import { geoConicConformal, geoContains, geoPath, geoDistance } from 'd3-geo';
import { quadtree } from 'd3-quadtree';
import { pointer, select as pick } from 'd3-selection';
import { zoom as zoomBehaviour, zoomIdentity } from 'd3-zoom';
import { COLOURS, VIEW, complete, data, inOrder, isArea, isPoint, select } from './common.js';

const { ground, places } = await data();
const canvas = document.createElement('canvas');
const box = document.getElementById('map').getBoundingClientRect();
const ratio = Math.min(devicePixelRatio, 2);
[canvas.width, canvas.height] = [box.width * ratio, box.height * ratio];
Object.assign(canvas.style, { width: `${box.width}px`, height: `${box.height}px` });
document.getElementById('map').append(canvas);
const context = canvas.getContext('2d');
context.scale(ratio, ratio);

// d3-geo takes the other winding than RFC 7946 asks for.
for (const { geometry } of [...ground.features, ...places.features.filter((place) => !place.properties.wide)]) {
  if (geometry.type === 'Polygon') geometry.coordinates.forEach((ring) => ring.reverse());
  if (geometry.type === 'MultiPolygon') geometry.coordinates.flat().forEach((ring) => ring.reverse());
}
const corners = { type: 'MultiPoint', coordinates: [[VIEW.west, VIEW.south], [VIEW.east, VIEW.north], [VIEW.west, VIEW.north], [VIEW.east, VIEW.south]] };
const projection = geoConicConformal().parallels([18, 53]).rotate([-52, 0]).fitSize([box.width, box.height], corners);
const [scale, [left, top]] = [projection.scale(), projection.translate()];
const path = geoPath(projection, context);
const layers = (name) => ({ type: 'FeatureCollection', features: ground.features.filter((one) => one.properties.layer === name) });
const parties = { type: 'FeatureCollection', features: ground.features.filter((one) => /RUS|IRN/.test(one.properties.area ?? '')) };
const [lakes, rivers, borders, disputed, seas] = ['lake', 'river', 'border', 'disputed', 'sea'].map(layers);
const ordered = inOrder(places.features);
let tree;

function paint(object, { fill, stroke, width = 1, dash = [] }) {
  context.beginPath();
  path(object);
  if (fill) { context.fillStyle = fill; context.fill(); }
  if (stroke) { context.strokeStyle = stroke; context.lineWidth = width; context.setLineDash(dash); context.stroke(); }
}

function draw() {
  context.fillStyle = COLOURS.land;
  context.fillRect(0, 0, box.width, box.height);
  paint(parties, { fill: COLOURS.party });
  paint(lakes, { fill: COLOURS.sea, stroke: COLOURS.river });
  paint(rivers, { stroke: COLOURS.river });
  paint(borders, { stroke: COLOURS.border, dash: [7, 3, 1, 3] });
  paint(disputed, { stroke: COLOURS.border, dash: [3, 3] });
  paint(seas, { fill: COLOURS.sea, stroke: COLOURS.coast });
  const points = [];
  for (const place of ordered) {
    const colour = COLOURS[place.properties.layer];
    if (isPoint(place)) {
      const [x, y] = projection(place.geometry.coordinates);
      points.push({ x, y, place });
      context.beginPath();
      context.arc(x, y, 3.5, 0, 7);
      context.fillStyle = '#fff';
      context.fill();
      context.setLineDash([]);
      context.strokeStyle = colour;
      context.lineWidth = 1.5;
      context.stroke();
      if (place.properties.rank <= 2) {
        context.fillStyle = '#22262b';
        context.fillText(place.properties.name.en, x + 7, y + 4);
      }
    } else if (!isArea(place)) {
      paint(place, { stroke: colour, width: 2 });
    } else if (!place.properties.wide) {
      paint(place, { fill: `${colour}29`, stroke: colour });
    }
  }
  tree = quadtree(points, (one) => one.x, (one) => one.y);
}

let scheduled = false;
const zoom = zoomBehaviour().scaleExtent([0.5, 200]).on('zoom', ({ transform }) => {
  projection.scale(scale * transform.k).translate([left * transform.k + transform.x, top * transform.k + transform.y]);
  if (!scheduled) {
    scheduled = true;
    requestAnimationFrame(() => { scheduled = false; draw(); });
  }
});
const lines = ordered.filter((place) => !isPoint(place) && !isArea(place));
const nearLine = (place, at) => {
  const pieces = place.geometry.type === 'LineString' ? [place.geometry.coordinates] : place.geometry.coordinates;
  const slop = 6 / projection.scale();
  return pieces.some((piece) => piece.some((one) => geoDistance(one, at) < slop));
};
pick(canvas).call(zoom).call(zoom.transform, zoomIdentity).on('click', (event) => {
  const [x, y] = pointer(event);
  const near = tree.find(x, y, 8);
  if (near) return select(near.place);
  const at = projection.invert([x, y]);
  const hit = lines.find((place) => nearLine(place, at)) ?? [...ordered].reverse().find((place) => isArea(place) && geoContains(place, at));
  if (hit) select(hit);
});
draw();
complete((at) => {
  const [x, y] = projection(at);
  return [box.x + x, box.y + y];
});
