/** The list of what can be taken away. */
import { fileOf } from './data.js';
import { drawing } from './drawing.js';
import { paint } from './paint.js';
import { wordsOf } from './words.js';

const make = (name, parent, properties) =>
  parent.appendChild(Object.assign(document.createElement(name), properties));

/** Has the browser keep a file. */
const keep = (blob, name) => {
  const link = make('a', document.createDocumentFragment(), {
    href: URL.createObjectURL(blob),
    download: name,
  });
  link.click();
  // Not before the browser has begun to read it.
  setTimeout(() => URL.revokeObjectURL(link.href), 40_000);
};

/** What the article's file is called, without its ending. */
const nameOf = (host) => {
  const path = host.getAttribute('map-src') || host.getAttribute('src') || '';
  const file = path.split(/[?#]/)[0].split('/').pop().replace(/\.\w+$/, '');
  return file || 'map';
};

/** The list of `map`, to be opened and closed with its button. */
export const menu = (map, locate) => {
  const { host } = map.getRootNode();
  let button, told;
  const box = () => map.querySelector('.map-take');
  const buttons = () => [...box().querySelectorAll('button')];

  const close = () => {
    box().replaceChildren();
    button.setAttribute('aria-expanded', 'false');
  };

  const copy = async () => {
    const words = wordsOf(map);
    try {
      await navigator.clipboard.writeText(location.href);
      told.textContent = words.copied;
    } catch {
      // A page or a browser that does not allow that: there is another way.
      const label = make('label', box(), { textContent: words.copy });
      const field = make('input', label, { readOnly: true, value: location.href });
      field.select();
    }
  };

  const take = async (kind) => {
    told.textContent = '';
    if (kind == 'link') return copy();
    try {
      const svg = map.querySelector('.map-network');
      const drawn = kind == 'svg' || kind == 'png' ? drawing(svg, map, host) : null;
      const file = kind == 'svg'
        ? new Blob([drawn.text], { type: 'image/svg+xml' })
        : drawn ? await paint(drawn) : await fileOf(host, locate, kind);
      keep(file, `${nameOf(host)}.${kind}`);
      close();
      button.focus();
    } catch (error) {
      console.error(error);
      told.textContent = wordsOf(map).failed;
    }
  };

  map.addEventListener('keydown', (event) => {
    const { key, target } = event;
    if (!target.closest('.map-tools') || !box().firstChild) return;
    const all = buttons();
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    if (key == 'Escape') {
      close();
      button.focus();
    } else if (step) {
      const at = all.indexOf(target);
      all[(at + (at < 0 && step < 0 ? 0 : step) + all.length) % all.length].focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }, true);
  map.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget && box()?.firstChild && !relatedTarget.closest('.map-tools')) close();
  });

  return (from) => {
    button = from;
    if (box().firstChild) return close();
    button.setAttribute('aria-expanded', 'true');
    const words = wordsOf(map);
    const kinds = ['json', 'csv', 'graphml', 'link'];
    if (map.querySelector('.map-network')) kinds.unshift('svg', 'png');
    for (const kind of kinds) {
      const item = make('button', box(), { type: 'button', textContent: words[kind] });
      item.part = 'button';
      item.dataset.take = kind;
      item.onclick = () => take(kind);
    }
    told = make('p', box(), { role: 'status' });
    buttons()[0].focus();
  };
};
