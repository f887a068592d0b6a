/** From one mention of the selected actor in the text to the next, and back. */

const SVG = 'http://www.w3.org/2000/svg';

const ICONS = { back: 'M13 2L5 8L13 14ZM2 2h2v12h-2z', on: 'M3 2L11 8L3 14ZM12 2h2v12h-2z' };

const button = (way, name) => {
  const made = document.createElement('button');
  Object.assign(made, { type: 'button', className: 'map-step', title: name, ariaLabel: name });
  made.part = 'button';
  made.dataset.way = way;
  const icon = document.createElementNS(SVG, 'svg');
  const path = icon.appendChild(document.createElementNS(SVG, 'path'));
  const attributes = { width: 16, height: 16, viewBox: '0 0 16 16', 'aria-hidden': true };
  Object.entries(attributes).forEach(([key, value]) => icon.setAttribute(key, value));
  path.setAttribute('d', ICONS[way]);
  made.append(icon);
  return made;
};

/**
 * Puts the two ways into the panel of `map`, whenever there are several mentions. Gives
 * the way to tell that one is being read, by its number.
 */
export const reading = (map, words) => {
  /** The mention that was read last, by its number in the text. */
  let last;

  const show = () => {
    const place = map.querySelector('.map-reading>div');
    if (!place) return;
    const links = [...map.querySelectorAll('.map-mentions a')];
    const count = links.length;
    if (count < 2) return place.childNodes.length && place.replaceChildren();
    if (!place.firstChild) {
      place.append(button('back', words().back), button('on', words().on));
    }
    const at = links.findIndex((link) => link.dataset.mention == last);
    links.forEach((link, index) => {
      if (index == at) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    });
    const [back, on] = place.children;
    // A press on them does what a press on that mention does.
    back.dataset.mention = links[at > 0 ? at - 1 : count - 1].dataset.mention;
    on.dataset.mention = links[(at + 1) % count].dataset.mention;
  };

  new MutationObserver(show).observe(map, { subtree: true, childList: true });
  show();
  return (number) => {
    last = number;
    show();
  };
};
