/** Time that goes on by itself, from change to change. */

/** How long each change is shown. */
const PLAY_MS = 2200;

/** How long a step takes to be drawn, at most. */
const DRAWN_MS = 100;

const ICONS = { play: 'M4 2L14 8L4 14Z', pause: 'M4 2h3v12h-3zM9 2h3v12h-3z' };

/** The way to begin and to stop in `map`; to be called with the button. */
export const play = (map, words) => {
  let timer, label;

  const moment = () => map.querySelector('#map-moment')?.getAttribute('aria-valuetext');
  const step = (name) => map.querySelector(`[data-step=${name}]`)?.click();
  const show = () => {
    const button = map.querySelector('[data-tool=play]');
    if (!button) return;
    label ??= button.title;
    button.title = timer ? words().pause : label;
    button.setAttribute('aria-label', button.title);
    button.querySelector('path').setAttribute('d', timer ? ICONS.pause : ICONS.play);
  };
  const stop = () => {
    clearTimeout(timer);
    timer = null;
    show();
  };

  const go = () => {
    if (!map.isConnected) return;
    const before = moment();
    step('next');
    const look = () => {
      if (moment() == before) return stop();
      timer = setTimeout(go, PLAY_MS - DRAWN_MS);
    };
    timer = setTimeout(look, DRAWN_MS);
  };

  // Whoever goes through time by hand goes on by hand.
  const byHand = ({ isTrusted, target }) => {
    if (timer && isTrusted && target.closest('[data-step],#map-moment')) stop();
  };
  ['click', 'input', 'keydown'].forEach((kind) => map.addEventListener(kind, byHand));

  return async () => {
    if (timer) return stop();
    const before = moment();
    go();
    show();
    await new Promise((end) => setTimeout(end, DRAWN_MS));
    if (timer || moment() != before) return;
    // At the end it begins anew.
    step('all');
    go();
    show();
  };
};
