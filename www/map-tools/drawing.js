/**
 * The picture as a file of its own: as it looks now, all of it, with its colours and
 * lines written into it, so that it looks the same without our style sheets.
 */
const SVG = 'http://www.w3.org/2000/svg';

/** Where and what: taken over as it is. */
const GEOMETRY = ['d', 'x', 'y', 'width', 'height', 'cx', 'cy', 'r', 'rx', 'transform'];

/** The words that only a text has. */
const OF_TEXT = ['font-family', 'font-size', 'font-weight', 'direction', 'text-anchor'];

const LINES = ['stroke-width', 'stroke-dasharray', 'stroke-linecap', 'stroke-linejoin'];

/** How something looks that says nothing of it. */
const USUAL = {
  'stroke-dasharray': 'none',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  'stroke-width': '1px',
};

/**
 * Colours as every program reads them, "#rrggbb": browsers write some as
 * "color(srgb …)" or "oklch(…)".
 */
const colours = () => {
  const known = new Map();
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  return (css) => {
    if (!known.has(css)) {
      context.clearRect(0, 0, 1, 1);
      context.fillStyle = css;
      context.fillRect(0, 0, 1, 1);
      const [r, g, b] = context.getImageData(0, 0, 1, 1).data;
      const hex = (part) => part.toString(16).padStart(2, '0');
      known.set(css, `#${hex(r)}${hex(g)}${hex(b)}`);
    }
    return known.get(css);
  };
};

/** The picture `svg` of `map`, in the article of `host`: as a tree and as text. */
export const drawing = (svg, map, host) => {
  const plain = document.implementation.createDocument(SVG, 'svg');
  const colour = colours();
  const make = (name, parent) => parent.appendChild(plain.createElementNS(SVG, name));

  /** Copies what is seen of `from`, and of what is in it, into `parent`. */
  const copy = (from, parent) => {
    if (from.nodeType == Node.TEXT_NODE) return parent.append(from.data);
    const name = from.localName;
    if (name == 'title') {
      make(name, parent).textContent = from.textContent;
      return;
    }
    const style = getComputedStyle(from);
    if (style.display == 'none' || style.visibility == 'hidden') return;
    const [fill, stroke] = [style.fill, style.stroke];
    const isShape = !['svg', 'g', 'text', 'tspan'].includes(name);
    if (isShape && fill == 'none' && stroke == 'none') return;

    const to = make(name, parent);
    for (const key of GEOMETRY) {
      if (from.hasAttribute(key)) to.setAttribute(key, from.getAttribute(key));
    }
    if (style.opacity != 1) to.setAttribute('opacity', style.opacity);
    if (isShape || name == 'text') {
      to.setAttribute('fill', fill == 'none' ? fill : colour(fill));
      if (stroke != 'none') {
        to.setAttribute('stroke', colour(stroke));
        for (const key of LINES) {
          const value = style.getPropertyValue(key);
          if (value != USUAL[key]) to.setAttribute(key, value.replaceAll('px', ''));
        }
        if (style.vectorEffect != 'none') to.setAttribute('vector-effect', style.vectorEffect);
      }
    }
    if (name == 'text') {
      for (const key of OF_TEXT) to.setAttribute(key, style.getPropertyValue(key));
      to.setAttribute('font-size', parseFloat(style.fontSize));
      // The halo is under the letters.
      to.setAttribute('paint-order', 'stroke');
    }
    if (name == 'tspan' && from.getAttribute('font-size') == '0') to.setAttribute('font-size', 0);
    from.childNodes.forEach((child) => copy(child, to));
  };

  const [width, height] = ['width', 'height'].map((side) => +svg.getAttribute(side));
  const root = plain.documentElement;
  root.setAttribute('viewBox', `0 0 ${width} ${height}`);
  root.setAttribute('width', width);
  root.setAttribute('height', height);
  const title = host.shadowRoot.querySelector('[part~=title]') ?? map.querySelector('h2');
  make('title', root).textContent = title.textContent;
  const ground = make('rect', root);
  ground.setAttribute('width', width);
  ground.setAttribute('height', height);
  ground.setAttribute('fill', colour(getComputedStyle(svg).backgroundColor));
  svg.childNodes.forEach((child) => copy(child, root));
  const text = new XMLSerializer().serializeToString(plain);
  return { root, width, height, text: `<?xml version="1.0" encoding="UTF-8"?>\n${text}\n` };
};
