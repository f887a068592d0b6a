/**
 * The configurator: what is chosen is shown live, by the very element that
 * ships, and written as a tag to copy. What is chosen also stands in the page's
 * address, so that a choice can be sent to somebody.
 */
const form = document.getElementById('choices');
const live = document.getElementById('live');
const tag = document.getElementById('tag');
const check = document.getElementById('check');
const copy = document.getElementById('copy');
const folder = new URL('.', document.querySelector('script[src$="embed.js"]').src).href;

/** In the order in which they are written. */
const ATTRIBUTES = ['src', 'map-src', 'map', 'backend', 'backend-url', 'thread', 'lang', 'theme', 'loading'];
const DEFAULT_ACCENT = form.accent.defaultValue;

/** Comment servers: the names of their presets, and what they are called. */
const presets = await (await fetch(new URL('presets.json', import.meta.url))).json();
for (const [name, label] of Object.entries(presets)) form.backend.add(new Option(label, name));
form.backend.add(new Option('another, by a description of yours', 'own'));
form.backend.value = 'local';

/** The attributes that are chosen, as pairs; what is the default is left out. */
const chosen = () => {
  const values = new FormData(form);
  const own = values.get('backend') == 'own';
  if (own) values.set('backend', values.get('own'));
  const hasServer = own || !['', 'local'].includes(values.get('backend'));
  return ATTRIBUTES.map((name) => [name, (values.get(name) ?? '').trim()]).filter(
    ([name, value]) => value && (hasServer || !['backend-url', 'thread'].includes(name)),
  );
};

const quoted = (value) => `"${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')}"`;

/** An address as it can be used from any page. */
const absolute = (name, value) =>
  /(^|-)(src|url)$/.test(name) || (name == 'backend' && /[./]/.test(value))
    ? new URL(value, location.href).href
    : value;

const written = (pairs, prefix = '') =>
  pairs.map(([name, value]) => `\n  ${prefix}${name}=${quoted(absolute(name, value))}`).join('');

const accentRule = () =>
  form.accent.value == DEFAULT_ACCENT
    ? ''
    : `\n\n/* in your style sheet */\narticle-widget { --article-widget-accent: ${form.accent.value} }`;

/** Has the article asked for while the script is still on its way. */
const hint = (pairs) => {
  const { src, loading } = Object.fromEntries(pairs);
  return src && loading != 'lazy'
    ? `<link rel="preload" as="fetch" crossorigin href=${quoted(absolute('src', src))}>\n`
    : '';
};

const WRITE = {
  script: (pairs) => hint(pairs) + `<script async src=${quoted(folder + 'embed.js')}${written(pairs, 'data-')}></script>`,
  element: (pairs) =>
    `<script type="module" src=${quoted(folder + 'article-widget.js')}></script>\n` +
    `<article-widget${written(pairs)}></article-widget>`,
  npm: (pairs) =>
    `npm install article-widget\n\nimport 'article-widget';\n\n<article-widget${written(pairs)}></article-widget>`,
};

const say = (kind, words) => {
  check.dataset.kind = kind;
  check.textContent = words;
};

/** Shows the element as chosen, anew only if it isn't there yet. */
const show = (pairs) => {
  let element = live.querySelector('article-widget');
  if (!element) live.append((element = document.createElement('article-widget')));
  const wanted = new Map(pairs);
  for (const name of ATTRIBUTES) {
    const value = wanted.get(name) ?? null;
    if (element.getAttribute(name) == value) continue;
    if (value === null) element.removeAttribute(name);
    else element.setAttribute(name, value);
    say('wait', 'Checking…');
  }
  element.style.setProperty('--article-widget-accent', form.accent.value);
};

const update = () => {
  const backend = form.backend.value;
  for (const label of form.querySelectorAll('[data-for]')) {
    label.hidden = label.dataset.for == 'own' ? backend != 'own' : ['', 'local'].includes(backend);
  }
  let pairs;
  try {
    pairs = chosen();
    tag.textContent = WRITE[form.elements.form.value](pairs) + accentRule();
  } catch {
    // A half-typed address: what is shown stays.
    return say('error', 'This is not an address yet.');
  }
  show(pairs);
  history.replaceState(null, '', '?' + new URLSearchParams(new FormData(form)));
};

document.addEventListener('article-ready', ({ detail }) => say('good', `Checked: “${detail.title}” loads.`));
document.addEventListener('article-error', ({ detail }) => say('error', detail.message));

let timer;
form.addEventListener('input', (event) => {
  clearTimeout(timer);
  // Who types an address is not interrupted after each letter.
  timer = setTimeout(update, event.target.matches('input:not([type])') ? 400 : 0);
});
form.addEventListener('submit', (event) => event.preventDefault());
for (const radio of document.getElementsByName('form')) radio.addEventListener('change', update);

copy.addEventListener('click', async () => {
  try {
    await navigator.clipboard.writeText(tag.textContent);
    copy.textContent = 'Copied';
  } catch {
    getSelection().selectAllChildren(tag);
    copy.textContent = 'Selected: copy it with your keyboard';
  }
});

for (const [name, value] of new URLSearchParams(location.search)) {
  const field = form.elements[name];
  if (field) field.value = value;
}
update();
