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
 * | map-tools/play.js | time that goes on by itself |
 * | map-tools/sort.js | the tables sorted by their columns |
 * | map-tools/reading.js | from mention to mention in the text |
 * | map-tools/menu.js | what can be taken away |
 * | map-tools/drawing.js | the picture as an SVG file |
 * | map-tools/paint.js | the picture as a PNG file |
 * | map-tools/data.js | the map as JSON, CSV and GraphML |
 * | map-tools/words.js | what it says |
 * | map-tools/style.js | how it looks |
 */
import { adopt } from './adopt.js';
import { listen } from './map-tools/hands.js';
import { menu } from './map-tools/menu.js';
import { play } from './map-tools/play.js';
import { reading } from './map-tools/reading.js';
import { screen } from './map-tools/screen.js';
import { sort } from './map-tools/sort.js';
import { STYLE } from './map-tools/style.js';
import { wordsOf } from './map-tools/words.js';
import { views } from './map-tools/view.js';

/** What belongs to each map; it goes with the map. */
const known = new WeakMap();

const begin = (map, locate) => {
  adopt(map.getRootNode(), STYLE);
  const view = views(map);
  listen(map, view);
  const words = () => wordsOf(map);
  map.querySelector('[data-tool=in]')?.setAttribute('title', words().nearer);
  return {
    read: reading(map, words),
    in: () => view.zoom(1.5),
    out: () => view.zoom(1 / 1.5),
    fit: () => view.fit(),
    full: screen(map),
    play: play(map, words),
    sort: sort(map),
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
  if (type != 'click') return;
  const tools = known.get(map);
  const button = target.closest('[data-tool]');
  if (button) tools[button.dataset.tool](button);
  const mention = target.closest('[data-mention]');
  if (mention) tools.read(mention.dataset.mention);
};
