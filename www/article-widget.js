/**
 * The module: `import 'article-widget'` makes the element known, and gives it
 * the WebAssembly that lies beside this file. On a server it does nothing.
 */
import './embed.js';
import init, { mount } from 'article-widget-glue';

globalThis.customElements
  ?.get('article-widget')
  .provide?.((name) => new URL(name, import.meta.url).href, async () => {
    await init();
    return { mount };
  });

export { init as default, mount };
