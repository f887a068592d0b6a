/**
 * The module: `import 'article-widget'` makes the element known, and gives it
 * the WebAssembly that lies beside this file. On a server it does nothing.
 *
 * Each article has an instance of the WebAssembly for itself. One that breaks
 * down leaves the others alone, and one that is no longer needed is garbage,
 * with its memory.
 */
import './embed.js';
import glue from 'article-widget-glue';

/** The compiled WebAssembly, its first instance while nobody has it, and its last. */
let compiled, spare, last;

/** An instance that is yet to be begun, with what is to be done when it breaks down. */
const prepare = () => {
  const tellers = new Map();
  return { ...glue(() => tellers.forEach((tell) => tell())), tellers };
};

/** Fetches and compiles the WebAssembly, or compiles what it is given. */
const init = async ({ module_or_path } = {}) => {
  const answer = await (module_or_path ?? fetch(new URL('article-widget_bg.wasm', import.meta.url)));
  if (!answer.ok) throw new Error(`${answer.status} ${answer.url}`);
  const first = prepare();
  // A server that sends WebAssembly as something else is no reason to fail.
  const { module, instance } =
    answer.headers.get('content-type') == 'application/wasm'
      ? await WebAssembly.instantiateStreaming(answer, first.imports)
      : await WebAssembly.instantiate(await answer.arrayBuffer(), first.imports);
  compiled = module;
  first.begin(instance);
  spare = first;
};

/** An instance for one more article. */
const next = () => {
  let instance = spare;
  spare = null;
  if (!instance) {
    try {
      instance = prepare();
      instance.begin(new WebAssembly.Instance(compiled, instance.imports));
    } catch {
      // There is no room for another, or an old browser wants to be waited for.
      return last.deref();
    }
  }
  last = new WeakRef(instance);
  return instance;
};

/** See `mount` in `src/lib.rs`. */
const mount = (host, place, locate, page, ...answer) => {
  const { mount, tellers } = next();
  const view = mount(host, place, locate, page, ...answer);
  // Where an instance is shared, it may outlive an article.
  tellers.forEach((_, place) => place.isConnected || tellers.delete(place));
  tellers.set(place, async () => {
    view.state = 'error';
    place.onsubmit = () => false;
    (await import(locate('broken.js'))).default(host, place, page);
  });
  return view;
};

globalThis.customElements
  ?.get('article-widget')
  .provide?.((name) => new URL(name, import.meta.url).href, async () => {
    await init();
    return { mount };
  });

export { init as default, mount };
