/** The map as data: as it was found, in one of the formats that others read. */

const TYPES = { json: 'application/json', csv: 'text/csv', graphml: 'application/graphml+xml' };

/**
 * Where the map may be, the best place first: what the element names, or what stands
 * in it. It was fetched before, so that the browser has it as a rule.
 */
const places = function* (host) {
  for (const name of ['map-src', 'src']) {
    const url = host.getAttribute(name);
    if (url) yield fetch(url).then((answer) => answer.text());
  }
  const inside = host.querySelector(':scope>[type="application/json"]');
  if (inside) yield inside.textContent;
};

/** The map of `host` as a blob. */
export const fileOf = async (host, locate, kind) => {
  const { take } = await import(locate('companion.js'));
  for (const place of places(host)) {
    let text = await take(locate, kind, await place);
    // For people to read.
    if (text && kind == 'json') text = JSON.stringify(JSON.parse(text), null, 2);
    if (text) return new Blob([text], { type: TYPES[kind] });
  }
  throw new Error('there is no map');
};
