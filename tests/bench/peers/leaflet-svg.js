import L from 'leaflet';
import { start } from './leaflet.js';

start(L.svg());
