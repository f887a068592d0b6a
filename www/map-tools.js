/**
 * What a reader does with the map beyond choosing in it: coming nearer, pulling at
 * it, the full screen, and taking it away. It comes when someone first reaches for a
 * map (`src/browser/companion.rs`), and takes nothing from those who only read.
 *
 * | module | holds |
 * | --- | --- |
 * | map-tools/camera.js | which part of a picture is looked at: arithmetic alone |
 * | map-tools/view.js | the camera of each view, on its picture |
 * | map-tools/hands.js | wheel, mouse, fingers and keys |
 * | map-tools/screen.js | the full screen |
 * | map-tools/menu.js | what can be taken away |
 * | map-tools/drawing.js | the picture as an SVG file |
 * | map-tools/paint.js | the picture as a PNG file |
 * | map-tools/data.js | the map as JSON, CSV and GraphML |
 * | map-tools/words.js | what it says |
 * | map-tools/style.js | how it looks |
 */
import { listen } from './map-tools/hands.js';
import { menu } from './map-tools/menu.js';
import { screen } from './map-tools/screen.js';
import { adopt } from './map-tools/style.js';
import { views } from './map-tools/view.js';

/** What belongs to each map; it goes with the map. */
const known = new WeakMap();

const begin = (map, locate) => {
  adopt(map.getRootNode());
  const view = views(map);
  listen(map, view);
  return {
    in: () => view.zoom(1.5),
    out: () => view.zoom(1 / 1.5),
    fit: () => view.fit(),
    full: screen(map),
    take: menu(map, locate),
  };
};

/**
 * An event has happened in `map`, a section, to `target`; `locate` gives the address
 * of a file.
 */
export default (map, locate, type, target) => {
  if (!map.isConnected) return;
  if (!known.has(map)) known.set(map, begin(map, locate));
  const button = type == 'click' && target.closest('[data-tool]');
  if (button) known.get(map)[button.dataset.tool](button);
};
