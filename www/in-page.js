/**
 * An article that stands in the page: read where it is, and marked without a
 * change to it. Only pages with such an article load this.
 *
 * Mentions of actors are marked by CSS Custom Highlights. Their names are for
 * the page's own `::highlight()`, which comes before ours. Where a browser has
 * no highlights, a mention can be followed without being marked.
 */
const NAMES = ['article-widget-mention', 'article-widget-selected'];

// Not every browser underlines them.
const STYLE = `@layer article-widget{
::highlight(${NAMES[0]}){background-color:color-mix(in srgb,var(--article-widget-accent,#0b6285) 9%,transparent);text-decoration:underline dotted}
::highlight(${NAMES[1]}){background-color:color-mix(in srgb,var(--article-widget-accent,#0b6285) 35%,transparent)}
}`;

/** What begins a line of text. */
const LINES =
  'p,li,dt,dd,td,th,caption,figcaption,blockquote,pre,h1,h2,h3,h4,h5,h6,' +
  'div,section,header,footer,aside,article';

/** Where no names are looked for, and what acts by itself when it is pressed. */
const CLOSED =
  'a,button,label,summary,input,select,textarea,code,pre,kbd,samp,script,style,' +
  'h1,h2,h3,h4,h5,h6,[contenteditable]';

/** A link to an actor. */
const LINK = 'a[href^="#actor-"]';

/** How long the page may take before we begin all the same. */
const PATIENCE_MS = 5e3;

/** The page comes first, then what is added to it. */
const untilIdle = (signal) =>
  new Promise((go) => {
    const idle = () => (globalThis.requestIdleCallback ?? setTimeout)(go);
    if (document.readyState == 'complete') idle();
    else addEventListener('load', idle, { once: true, signal });
    setTimeout(go, PATIENCE_MS);
  });

const idOf = (link) => {
  const id = link.getAttribute('href').slice('#actor-'.length);
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
};

/**
 * Waits until the page has time, and gives what the WebAssembly does in it.
 * `follow` is called with the number of a mention that the reader presses.
 */
export default async (article, signal, follow) => {
  await untilIdle(signal);
  const root = article.getRootNode();
  const highlights = globalThis.Highlight && CSS.highlights;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  let nodes = [];
  let ranges = [];
  let listening;

  /** The highlight of this name, for all articles of the page. */
  const highlight = (name) => {
    if (!highlights.has(name)) highlights.set(name, new Highlight());
    return highlights.get(name);
  };

  /** The mention that a press means, if it means one. */
  const pressed = ({ target, clientX, clientY }) => {
    const link = target.closest(LINK);
    if (link) return ranges.findIndex((range) => link.contains(range.startContainer));
    // Whoever marks words to copy them does not follow them.
    if (target.closest(CLOSED) || !getSelection().isCollapsed) return -1;
    return ranges.findIndex((range) =>
      [...range.getClientRects()].some(
        ({ left, right, top, bottom }) =>
          left <= clientX && clientX <= right && top <= clientY && clientY <= bottom,
      ),
    );
  };

  const press = (event) => {
    // Opening in a new tab stays the browser's business.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const number = pressed(event);
    if (number < 0) return;
    event.preventDefault();
    follow(number);
  };

  const clear = () => {
    listening?.abort();
    root.adoptedStyleSheets = [...root.adoptedStyleSheets].filter((other) => other != sheet);
    for (const name of NAMES) {
      const marks = highlights?.get(name);
      ranges.forEach((range) => marks?.delete(range));
      if (!marks?.size) highlights?.delete(name);
    }
    ranges = [];
  };

  return {
    /** The pieces of the text: [text, whether a line begins, what may be found]. */
    read() {
      const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
      const pieces = [];
      let lastLine, lastLink;
      nodes = [];
      while (walker.nextNode()) {
        const node = walker.currentNode;
        const parent = node.parentElement;
        const line = parent.closest(LINES);
        const link = parent.closest(LINK);
        // What is parted inside one link is one mention.
        const mention = link && link != lastLink ? idOf(link) : null;
        pieces.push([node.data, line != lastLine, mention ?? !parent.closest(CLOSED)]);
        nodes.push(node);
        lastLine = line;
        lastLink = link;
      }
      return pieces;
    },

    /** Marks what was found: a piece, a start and an end each, in one row. */
    mark(spots) {
      clear();
      for (let at = 0; at < spots.length; at += 3) {
        const [piece, start, end] = spots.subarray(at, at + 3);
        const range = new Range();
        const node = nodes[piece];
        // In a page that has changed in between, a place may be past the end.
        range.setStart(node, Math.min(start, node.length));
        range.setEnd(node, Math.min(end, node.length));
        if (highlights) highlight(NAMES[0]).add(range);
        ranges.push(range);
      }
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
      listening = new AbortController();
      article.addEventListener('click', press, { signal: listening.signal });
    },

    /** Marks the mentions of these numbers, and no others, as selected. */
    select(numbers) {
      if (!highlights) return;
      const selected = highlight(NAMES[1]);
      ranges.forEach((range) => selected.delete(range));
      numbers.forEach((number) => selected.add(ranges[number]));
    },

    /**
     * Leads the reader to a mention. What holds it takes the focus for a moment,
     * so that who goes on by keyboard goes on from there.
     */
    lead(number) {
      const range = ranges[number];
      const holder = range.startContainer.parentElement;
      const target = holder.closest(LINK) ?? holder;
      target.focus({ preventScroll: true });
      if (root.activeElement != target) {
        target.tabIndex = -1;
        target.focus({ preventScroll: true });
        target.removeAttribute('tabindex');
      }
      const { startContainer, startOffset, endContainer, endOffset } = range;
      getSelection().setBaseAndExtent(startContainer, startOffset, endContainer, endOffset);
      const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
      target.scrollIntoView({ block: 'center', behavior: still ? 'instant' : 'smooth' });
    },

    clear,
  };
};
