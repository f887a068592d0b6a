/**
 * The element <article-widget>, and the one script tag that brings it.
 *
 * A classic script that is also a module without exports. As a script it puts
 * an element right after its tag, with the attribute NAME for each data-NAME of
 * the tag; a tag without any data-NAME only makes the element known. What the
 * reader sees before the WebAssembly has arrived, and when it can't, is here.
 *
 * Attributes: src, map-src, map, backend, backend-url, thread, lang, theme,
 *   loading.
 * Properties: state ("loading", "ready" or "error").
 * Methods: reload(), a promise of the state that comes of it; selectActor(id),
 *   a promise of whether there is such an actor (null: select none).
 * Events, bubbling and composed: article-ready {id, title, lang},
 *   article-error {code, message, url}; the code is policy, module, timeout,
 *   network, not-found, protected, not-json, no-article, too-long,
 *   wrong-document, no-source or broken (see broken.js).
 * Children: <script type="application/json"> (the document itself) or an
 *   <article>, which stays as it is.
 * Parts of this file: loading, error, button.
 */
(() => {
  // A server that renders pages has no elements.
  if (typeof customElements == 'undefined') return;
  const NAME = 'article-widget';

  const WORDS = {
    fr: {
      loading: 'Chargement en cours',
      slow: 'C’est plus long que d’habitude.',
      policy: 'La sécurité de cette page bloque ce contenu.',
      module: 'Le programme d’affichage est introuvable.',
      timeout: 'L’article n’est pas arrivé à temps.',
      retry: 'Réessayer',
      read: 'Lire l’article',
    },
    en: {
      loading: 'Loading',
      slow: 'This takes longer than usual.',
      policy: 'The security of this page blocks this content.',
      module: 'The display module is missing.',
      timeout: 'The article did not arrive in time.',
      retry: 'Try again',
      read: 'Read the article',
    },
    ar: {
      loading: 'جارٍ التحميل',
      slow: 'يستغرق وقتًا أطول من المعتاد.',
      policy: 'أمان الصفحة يمنع هذا المحتوى.',
      module: 'وحدة العرض غير موجودة.',
      timeout: 'لم يصل المقال في وقته.',
      retry: 'إعادة المحاولة',
      read: 'قراءة المقال',
    },
    ha: {
      loading: 'Ana lodawa',
      slow: 'Yana ɗaukar lokaci da yawa.',
      policy: 'Tsaron wannan shafi ya hana wannan bayani.',
      module: 'Ba a sami manhajar ba.',
      timeout: 'Labarin bai iso ba.',
      retry: 'Sake gwadawa',
      read: 'Karanta labarin',
    },
  };

  // The status stands in the kicker's place, and bars where title and text will
  // be (see article.css). A viewport's height is kept, so that what follows the
  // element is not seen to jump.
  const STYLE = `:host{display:block}
[hidden]{display:none!important}
.box{max-inline-size:38em;margin:auto;font-size:1.125em}
[part=loading]{min-block-size:100svh}
slot:not([hidden])+[part=loading]{visibility:hidden}
.box p{margin-block:0 .5em}
.box button{margin-inline-end:1em;padding:.5em 1em;border:1px solid;background:0 0;font:inherit}
.box *{color:inherit}
.bars{block-size:30em;opacity:.14;background:linear-gradient(currentColor 0 0)0 0/100% 4.7em,repeating-linear-gradient(currentColor 0 .9em,#0000 0 1.7em)0 6.5em;background-repeat:no-repeat}
.ink{position:absolute;transition:color 1ms;outline-color:color-mix(in oklch,currentColor,currentColor)}`;

  /** Lets the browser do what else it has to, and paint. */
  const breathe = () => new Promise((go) => setTimeout(go));

  const make = (name, parent, properties) =>
    parent.appendChild(Object.assign(document.createElement(name), properties));

  const whenParsed = (act, options) =>
    document.readyState == 'loading'
      ? document.addEventListener('DOMContentLoaded', act, options)
      : act();

  const define = () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);

    // The WebAssembly, once for all elements: where its files are, how it is had, the
    // wait for it, what it brings, and how often it did not come.
    let locate, getModule, module, exports, failures = 0;

    /** What an element does, kept out of the page's reach. */
    const control = (host) => {
      const attribute = (name) => host.getAttribute(name);
      const root = host.attachShadow({ mode: 'open' });
      root.adoptedStyleSheets = [sheet];
      const slot = make('slot', root);
      const box = make('div', root, { className: 'box' });
      const status = make('p', box, { tabIndex: -1, role: 'status' });
      // The bars, or the ways on from an error.
      const rest = make('div', box);
      // Has the text colour that the page gives, and tells when that changes.
      const ink = make('b', root, { className: 'ink' });

      let state = 'loading';
      let words;
      let effort; // An AbortController, from the first load to the removal.
      let outcome; // The promise of the state that this effort leads to.
      let source; // The child that holds the article.
      let isInPage; // Whether that child is the article itself.
      let view; // The article as shown: a handle of the WebAssembly.
      let mapped; // The promise of the map of map-src.
      let mount; // Where it is shown.

      /**
       * The answer to a request; without a status when there is none. What is not of
       * our formats, or WordPress's, is put into ours by a module of its own.
       */
      const get = (url) =>
        fetch(url, { signal: effort.signal })
          .then(async (answer) => {
            answer = { status: answer.status, url: answer.url, text: await answer.text() };
            return /^[^{[]|"(bodies|nodes|_type)"/.test(answer.text)
              ? (await import(locate('companion.js'))).default(answer, locate)
              : answer;
          })
          .catch(() => ({ text: '' }));

      /**
       * Has the article shown as its attributes say. Where it lacks the words for
       * that, it gives the address of those that it wants.
       */
      const present = async (words) => {
        const text = (await words)?.text;
        await breathe();
        const url = view?.update(text);
        if (url) await present(get(url));
      };

      const showMap = async ({ status, text }, signal) => {
        await breathe();
        if (signal.aborted) return;
        view.setMap(status, text);
        await present();
      };

      const tell = (name, detail) =>
        host.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));

      const find = () =>
        attribute('src')
          ? null
          : host.querySelector(':scope>[type="application/json"],:scope>article');

      const look = () => {
        source = find();
        isInPage = source?.localName == 'article';
      };

      /** Shows the box with a sentence, and gives it; a code other than "loading" is an error's. */
      const show = (code, sentence) => {
        const tag = (host.closest('[lang]') || document.documentElement).lang;
        const primary = tag.split('-')[0].toLowerCase();
        const lang = WORDS[primary] ? primary : 'fr';
        words = WORDS[lang];
        sentence ||= words[code];
        const isLoading = code == 'loading';
        state = isLoading ? code : 'error';
        slot.hidden = !isInPage;
        // An article in the page is never covered; below it, space is kept.
        box.hidden = false;
        Object.assign(box, { part: state, lang, dir: lang == 'ar' ? 'rtl' : 'ltr' });
        status.textContent = sentence;
        Object.assign(rest, {
          textContent: '',
          className: isLoading ? 'bars' : '',
          ariaBusy: isLoading,
        });
        return sentence;
      };

      /** Dark is what has light ink, unless the page says otherwise. */
      const paint = () => {
        const theme = attribute('theme');
        // By its mix, every colour is written as "oklch(LIGHTNESS …".
        const lightness = parseFloat(getComputedStyle(ink).outlineColor.slice(6));
        const isDark = theme == 'dark' || (theme != 'light' && lightness > 0.6);
        if (mount) mount.className = 'widget ' + (isDark ? 'dark' : 'light');
      };

      const clear = () => {
        view?.destroy();
        view = null;
        mount?.remove();
      };

      /** Leaves nothing behind: no request, no timer, no listener. */
      const stop = () => {
        effort?.abort();
        effort = null;
        clear();
      };

      const run = async (mine) => {
        const { signal } = mine;
        const timers = new Set();
        const after = (ms, act) => timers.add(setTimeout(act, ms));
        let answer, watch;

        const load = async () => {
          // What else this task says of the element counts too.
          await 0;
          if (!attribute('src')) {
            await new Promise((go) => whenParsed(go, { signal }));
            look();
          }
          if (attribute('loading') == 'lazy') {
            await new Promise((go) => {
              watch = new IntersectionObserver(
                (entries) => entries.pop().isIntersecting && go(),
                { rootMargin: '100%' },
              );
              watch.observe(host);
            });
          }
          const page = isInPage
            ? await (await import(locate('in-page.js'))).default(source, signal, (n) => view.follow(n))
            : null;
          signal.throwIfAborted();
          // A live region is heard when it changes, not when it appears.
          after(99, () => (status.textContent += ''));
          after(8e3, () => status.append('. ', words.slow));
          after(3e4, () => mine.abort({ code: 'timeout' }));

          answer = attribute('src')
            ? get(attribute('src'))
            : { status: 200, text: source?.textContent || '' };
          // The picture on top is a round trip away.
          answer.then?.(({ text, url }) => {
            const { src, srcset } = JSON.parse(text).image;
            srcset || (new Image().src = new URL(src, url));
          }).catch(() => {});
          isInPage ||
            import(locate('first-view.js'))
              .then((module) => module.default(answer, rest, signal))
              .catch(() => {});
          const map = attribute('map-src') && get(attribute('map-src'));
          // Most articles are in the language of their page.
          const itsWords = get(locate(`languages/${box.lang}.json`));
          try {
            // Where the page's policy says no, validate() still says yes, and
            // WebKit's Module does too.
            new WebAssembly.Instance(
              new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)),
            );
          } catch {
            throw { code: 'policy' };
          }
          exports = await (module ??= getModule(failures));
          answer = await answer;
          await breathe();
          signal.throwIfAborted();

          mount = make('div', root);
          paint();
          view = exports.mount(host, mount, locate, page, answer.status, answer.text.slice(0, 1e6), answer.url);
          await present(itsWords);
          signal.throwIfAborted();
          state = 'ready';
          if (root.activeElement) {
            // Who waited for the article is led to it.
            mount.tabIndex = -1;
            mount.focus();
          }
          box.hidden = true;
          tell('article-ready', view.detail());
          mapped = map && map.then((map) => showMap(map, signal));
        };

        const fail = async (error) => {
          const { code = 'module' } = error;
          if (!error.code) console.error(error);
          if (!exports) {
            // The browser remembers a module that failed: the next try asks anew.
            module = null;
            failures++;
          }
          clear();
          const message = show(code, error.code && error.message);
          make('button', rest, {
            part: 'button',
            textContent: words.retry,
            onclick: () => {
              reload();
              status.focus();
            },
          });
          const src = attribute('src');
          const link = make('a', rest, { href: src, textContent: words.read, hidden: true });
          const url = src && link.href;
          tell('article-error', { code, message, url });

          // The way to the article without us: the address that it gives itself, a
          // page that we were given, or a link that the page has put inside.
          answer = await answer;
          if (effort != mine) return;
          mine.abort();
          let way = host.querySelector(':scope>a')?.href;
          try {
            const found = JSON.parse(answer.text);
            way = found.url || found.link || way;
          } catch {
            way = answer.way || way;
          }
          link.href = way;
          link.hidden = !way || !/^http/.test(link.protocol);
        };

        look();
        show('loading');
        try {
          await Promise.race([
            // The one way out of every wait.
            new Promise((_, reject) => (signal.onabort = () => reject(signal.reason))),
            load(),
          ]);
        } catch (error) {
          // Whoever removes or replaces an article knows that it won't come.
          if (effort == mine) fail(error);
        }
        timers.forEach(clearTimeout);
        watch?.disconnect();
        return state;
      };

      const reload = () => {
        stop();
        return (outcome = run((effort = new AbortController())));
      };

      ink.ontransitionend = paint;
      // A child that comes or changes later takes effect.
      slot.onslotchange = () => effort && find() != source && reload();

      return {
        reload,
        stop,
        state: () => view?.state || state,
        // A moved element keeps its state.
        start: () => effort || reload(),
        change: (name) => {
          if (name == 'theme') paint();
          else if (view && !name.endsWith('src')) present();
          else if (effort) reload();
        },
        async select(id) {
          await outcome;
          await mapped;
          return !!view?.selectActor(id);
        },
      };
    };

    class ArticleWidget extends HTMLElement {
      static observedAttributes =
        'src map-src map backend backend-url thread lang theme'.split(' ');

      /**
       * Says where the other files are, `where(name)`, and how the module is had:
       * by `get(failures)`.
       */
      static provide(where, get) {
        locate = where;
        getModule ??= get;
      }

      #control = control(this);

      /** "loading", "ready" or "error". */
      get state() {
        return this.#control.state();
      }

      /** Loads everything anew. */
      reload() {
        return this.#control.reload();
      }

      /** Selects an actor as soon as there is one to select; null selects none. */
      selectActor(id) {
        return this.#control.select(id);
      }

      connectedCallback() {
        this.#control.start();
      }

      async disconnectedCallback() {
        await 0;
        this.isConnected || this.#control.stop();
      }

      attributeChangedCallback(name, before, now) {
        if (before != now) this.#control.change(name);
      }
    }
    customElements.define(NAME, ArticleWidget);
    return ArticleWidget;
  };

  const Widget = !customElements.get(NAME) && define();
  const tag = document.currentScript;
  // As a module: article-widget.js does the rest.
  if (!tag) return;

  const at = (name) => new URL(name, tag.src).href;
  if (Widget) {
    Widget.provide(at, async (failures) => {
      // At once with the module, which would ask for it a round trip later.
      const wasm = fetch(at('article-widget_bg.wasm'));
      wasm.catch(() => {});
      const exports = await import(at('article-widget.js' + (failures ? '?' + failures : '')));
      await exports.default({ module_or_path: wasm });
      return exports;
    });
  }

  const element = document.createElement(NAME);
  for (const { name, value } of tag.attributes) {
    if (name.startsWith('data-')) element.setAttribute(name.slice(5), value);
  }
  if (!element.attributes.length) return;
  if (tag.parentNode == document.head) whenParsed(() => document.body.append(element));
  else tag.after(element);
})();
