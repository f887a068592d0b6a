/** The camera of each view, and the picture that is seen through it. */
import { WHOLE, moved, onTheWay, toward, under } from './camera.js';

const MIDDLE = { x: 0.5, y: 0.5 };

/** How long the picture is on its way after a button or a key. */
const WAY_MS = 180;

const round = (value) => Math.round(value * 100) / 100;

const isStill = () => matchMedia('(prefers-reduced-motion:reduce)').matches;

/** The cameras of a map. What changes the picture, in whatever way, is seen through them. */
export const views = (map) => {
  const cameras = {};
  let frame, selected;

  const name = () => map.querySelector('.map-view[aria-pressed=true]')?.dataset.view;
  const picture = () => map.querySelector('.map-network');
  const camera = () => cameras[name()] ?? WHOLE;
  const size = (svg) => ['width', 'height'].map((side) => +svg.getAttribute(side));

  const show = () => {
    const svg = picture();
    if (!svg) return;
    const { scale, x, y } = camera();
    const [width, height] = size(svg);
    const box = [x * width, y * height, width / scale, height / scale].map(round).join(' ');
    if (svg.getAttribute('viewBox') != box) svg.setAttribute('viewBox', box);
    if (svg.hasAttribute('data-near') != scale > 1) svg.toggleAttribute('data-near');
  };

  /** At once, under a hand that moves. */
  const set = (to) => {
    cancelAnimationFrame(frame);
    cameras[name()] = to;
    show();
  };

  /** By itself, for eyes to follow, where motion is welcome. */
  const go = (to) => {
    if (isStill()) return set(to);
    const [of, from, begin] = [name(), camera(), performance.now()];
    cancelAnimationFrame(frame);
    const step = (now) => {
      const t = Math.max(0, Math.min(1, (now - begin) / WAY_MS));
      cameras[of] = t < 1 ? onTheWay(from, to, t * (2 - t)) : to;
      show();
      if (t < 1 && map.isConnected) frame = requestAnimationFrame(step);
    };
    step(begin);
  };

  /** Where an actor is, in parts of the picture. */
  const place = (actor) => {
    const [width, height] = size(picture());
    const at = (name) => +actor.querySelector('circle').getAttribute(name);
    return { x: at('cx') / width, y: at('cy') / height };
  };

  const reveal = (actor) => {
    const to = toward(camera(), place(actor));
    if (to != camera()) go(to);
  };

  /** On a phone the panel is a sheet at the lower edge: whom it covers comes out from under it. */
  const uncover = (actor) => {
    const panel = map.querySelector('#actor-panel')?.getBoundingClientRect();
    const box = actor.getBoundingClientRect();
    const isCovered = panel && box.bottom > panel.top && box.top < panel.bottom
      && box.right > panel.left && box.left < panel.right;
    if (isCovered) {
      actor.scrollIntoView({ block: 'center', behavior: isStill() ? 'instant' : 'smooth' });
    }
  };

  const changed = () => {
    show();
    const actor = map.querySelector('.map-actor.selected');
    if (actor && actor.id != selected) {
      reveal(actor);
      uncover(actor);
    }
    selected = actor?.id;
  };
  changed();
  const watch = { subtree: true, childList: true, attributeFilter: ['viewBox', 'class'] };
  new MutationObserver(changed).observe(map, watch);

  return {
    picture,
    place,
    reveal,
    camera,
    isNetwork: () => name() == 'network',
    /** Where in the window a place of the screen is, in parts of it. */
    at: ({ clientX, clientY }) => {
      const svg = picture();
      const box = svg.getBoundingClientRect();
      const [width, height] = size(svg);
      // On the full screen there is room beside it.
      const px = Math.min(box.width / width, box.height / height);
      return {
        x: (clientX - box.x - box.width / 2) / (width * px) + 0.5,
        y: (clientY - box.y - box.height / 2) / (height * px) + 0.5,
      };
    },
    pull: (from, to, factor) => set(moved(camera(), from, to, factor)),
    zoom: (factor) => go(moved(camera(), MIDDLE, MIDDLE, factor)),
    fit: () => go(WHOLE),
    /** Has the network lay an actor at a place of the window. */
    pullActor: (actor, at) => {
      const share = (value) => Math.round(Math.max(0, Math.min(1, value)) * 1e4);
      const { x, y } = under(camera(), at);
      Object.assign(actor.dataset, { x: share(x), y: share(y) });
      actor.dispatchEvent(new Event('input', { bubbles: true }));
    },
  };
};
