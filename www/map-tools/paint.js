/**
 * The picture as PNG, twice as large. It is painted by hand, line by line: as an
 * image, an SVG file would need a policy that lets pictures come from `blob:`.
 */
const SCALE = 2;

const numbers = (text) => (text ?? '').split(/[^-\d.e]+/).filter(Boolean).map(Number);

/** The outline of a shape. */
const outline = (node) => {
  const at = (name) => +node.getAttribute(name);
  if (node.localName == 'path') return new Path2D(node.getAttribute('d'));
  const path = new Path2D();
  if (node.localName == 'circle') path.arc(at('cx'), at('cy'), at('r'), 0, 2 * Math.PI);
  else path.rect(at('x'), at('y'), at('width'), at('height'));
  return path;
};

/** Paints a node of a drawing; `opacity` is that of what it is in. */
const put = (context, node, opacity) => {
  const { localName } = node;
  if (localName == 'title') return;
  const say = (name, otherwise) => node.getAttribute(name) ?? otherwise;
  context.save();
  opacity *= say('opacity', 1);
  context.globalAlpha = opacity;
  if (localName == 'svg') {
    context.beginPath();
    context.rect(0, 0, say('width', 0), say('height', 0));
    context.clip();
  }
  if (localName == 'svg' || localName == 'g') {
    for (const child of node.children) put(context, child, opacity);
    context.restore();
    return;
  }

  context.fillStyle = say('fill', '#000');
  context.strokeStyle = say('stroke', 'none');
  context.lineWidth = say('stroke-width', 1);
  context.lineCap = say('stroke-linecap', 'butt');
  context.lineJoin = say('stroke-linejoin', 'miter');
  const dashes = say('stroke-dasharray');
  if (dashes) context.setLineDash(numbers(dashes));
  const [isFilled, isLined] = ['fill', 'stroke'].map((key) => say(key, 'none') != 'none');

  if (localName == 'text') {
    context.font = `${say('font-weight')} ${say('font-size')}px ${say('font-family')}`;
    context.direction = say('direction');
    context.textAlign = { middle: 'center' }[say('text-anchor')] ?? say('text-anchor');
    for (const line of node.children) {
      if (!line.hasAttribute('x')) continue;
      const where = ['x', 'y'].map((name) => +line.getAttribute(name));
      if (isLined) context.strokeText(line.textContent, ...where);
      context.fillText(line.textContent, ...where);
    }
  } else {
    let path = outline(node);
    const matrix = numbers(say('transform'));
    if (matrix.length == 6) {
      // So that the line is as wide as it says.
      const placed = new Path2D();
      placed.addPath(path, new DOMMatrix(matrix));
      path = placed;
    }
    if (isFilled) context.fill(path);
    if (isLined) context.stroke(path);
  }
  context.restore();
};

/** A drawing (see drawing.js) as a blob. */
export const paint = ({ root, width, height }) => {
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * SCALE);
  canvas.height = Math.round(height * SCALE);
  const context = canvas.getContext('2d');
  context.scale(SCALE, SCALE);
  put(context, root, 1);
  return new Promise((go, fail) =>
    canvas.toBlob((blob) => (blob ? go(blob) : fail(new Error('no room for a picture'))), 'image/png'),
  );
};
