/**
 * Companion modules: WebAssembly that only those pages load that need it
 * (src/companions). Only those load this, too.
 */

import { adopt } from './adopt.js';

/** How the world looks: countries, and leads to where actors really are. */
const STYLE = `
.map-land{fill:var(--tint);stroke:var(--quiet);stroke-width:.5px;stroke-linejoin:round;stroke-linecap:round}
.map-land.state{fill:color-mix(in srgb,var(--state) 35%,var(--surface));cursor:pointer}
.map-land.state.far{opacity:1;fill:color-mix(in srgb,var(--state) 12%,var(--surface))}
.map-land.selected{stroke:var(--accent);stroke-width:2px}
.map-lead{fill:none;stroke:var(--quiet);stroke-width:1px}
.map-place{fill:var(--ink)}
@media(forced-colors:active){.map-land{forced-color-adjust:none}}`;

/** What was fetched in this page, by its address. */
const kept = {};

/** What `make` makes of a file, which is fetched once; what has failed is fetched anew. */
const made = (url, make) =>
  (kept[url] ??= (async () => {
    try {
      const file = await fetch(url);
      if (!file.ok) throw new Error(`${file.status} ${url}`);
      return await make(await file.arrayBuffer());
    } catch (error) {
      delete kept[url];
      throw error;
    }
  })());

/**
 * Has a companion do a job with inputs, texts or bytes; gives its answer. Each
 * time by a new instance: one that breaks down leaves nothing behind. What a
 * server calls the file does not matter, since it is compiled as a whole.
 */
const run = async (url, job, ...inputs) => {
  const compiled = made(url, (bytes) => WebAssembly.compile(bytes));
  const [module, ...given] = await Promise.all([compiled, ...inputs]);
  const { memory, reserve, [job]: start } = (await WebAssembly.instantiate(module)).exports;
  for (const input of given) {
    const bytes = typeof input == 'string' ? new TextEncoder().encode(input) : input;
    const address = reserve(bytes.length);
    new Uint8Array(memory.buffer, address).set(bytes);
  }
  const address = start();
  const answer = new Uint8Array(memory.buffer, address);
  return new TextDecoder().decode(answer.subarray(0, answer.indexOf(0)));
};

/** The world view that is asked for in `root`, drawn; empty where it can't be. */
export const world = async (root, locate, request) => {
  adopt(root, STYLE);
  const map = locate('world.bin');
  try {
    const bytes = made(map, (buffer) => new Uint8Array(buffer));
    const drawing = await run(locate('world.wasm'), 'draw', request, bytes);
    // A broken file is no use a second time.
    if (!drawing) delete kept[map];
    return drawing;
  } catch (error) {
    console.error(error);
    return '';
  }
};

/** A first actor map for an article in any format: a status and what was found. */
export const draft = (locate, text) => run(locate('draft.wasm'), 'draft', text);

/**
 * What is wrong with the description of a comment server, after 422; nothing after
 * 200. Empty where it can't be known.
 */
export const check = async (locate, description, address) => {
  try {
    return await run(locate('descriptions.wasm'), 'check', description, address);
  } catch (error) {
    console.error(error);
    return '';
  }
};

/** The map in a text of whatever format, written as `kind`; empty where there is none. */
export const take = (locate, kind, text) => run(locate('formats.wasm'), 'take', kind, text);

/**
 * The answer of a server, with a document of ours in the place of one in a foreign
 * format. Where that can't be had, it stays as it is: the widget says so, and leads
 * to the page that it is (`way`).
 */
export default async (answer, locate) => {
  if (answer.status != 200) return answer;
  const way = /^\s*</.test(answer.text) && answer.url;
  try {
    const found = await run(locate('formats.wasm'), 'document', answer.text);
    return { ...answer, way, status: +found.slice(0, 3), text: found.slice(3) };
  } catch (error) {
    console.error(error);
    return { ...answer, way };
  }
};
