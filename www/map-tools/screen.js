/** The full screen; where the browser or the page does not lend it, all of the page. */

/** The way there and back for `map`; to be called with the button. */
export const screen = (map) => {
  const root = map.getRootNode();
  const isOn = () => root.fullscreenElement == map || map.hasAttribute('data-full');
  const tell = () =>
    map.querySelector('[data-tool=full]')?.setAttribute('aria-pressed', `${isOn()}`);
  const leave = () => {
    map.removeAttribute('data-full');
    tell();
  };
  map.addEventListener('fullscreenchange', tell);
  // On the full screen, Escape is the browser's.
  map.addEventListener('keydown', (event) => {
    if (event.key != 'Escape' || !map.hasAttribute('data-full')) return;
    event.stopPropagation();
    leave();
  }, true);
  return async () => {
    if (map.hasAttribute('data-full')) return leave();
    if (root.fullscreenElement) return document.exitFullscreen();
    try {
      await map.requestFullscreen();
    } catch {
      map.setAttribute('data-full', '');
      tell();
    }
  };
};
