/**
 * What can be read of an article document before the WebAssembly is here: its
 * title, its standfirst and its picture, in the place that they will have.
 */

// As in article.css. A page's policy lets scripts style elements one by one.
const STYLES = {
  h1: 'margin:.15em 0 .45em;font-size:clamp(1.6em,1.1em + 2.4vw,2.2em);font-weight:700;line-height:1.15;text-wrap:balance',
  p: 'margin:0 0 5.6em;font-size:1.1em;font-weight:500;line-height:1.5;text-wrap:pretty',
  // A hair larger than in the end: of two paints of one picture the browser counts
  // the first as the largest, unless the second is larger.
  img: 'display:block;inline-size:calc(100% + 2px);block-size:auto;margin:0 -1px',
};

/** A text of the document without its tags; empty where there is more to be understood. */
const plain = (html) => {
  const text = String(html ?? '').replace(/<\/?[a-z][^<>]*>/gi, '');
  return /[<&]/.test(text) ? '' : text;
};

/**
 * Puts it where the bars are (`place`, an element of the loading state), once the
 * `answer` to the request for the article has come; not if something else is
 * shown by then.
 */
export default async (answer, place, signal) => {
  const { status, text, url } = await answer;
  const { title, standfirst, image, lang } = JSON.parse(text);
  // The answer of a server that has no article may have a title, too (RFC 9457).
  if (!(status < 300) || typeof title != 'string') return;
  if (signal.aborted || place.className != 'bars') return;

  const make = (name, properties) => {
    const element = document.createElement(name);
    element.style.cssText = STYLES[name];
    return Object.assign(element, properties);
  };
  const words = () => [
    make('h1', { textContent: plain(title) }),
    make('p', { textContent: plain(standfirst) }),
  ];
  const view = document.createElement('div');
  view.dir = 'auto';
  if (lang) view.lang = lang;

  // The picture is a round trip away: it is asked for before anything is drawn.
  // Where there are several, the view chooses.
  if (image?.src && !image.srcset) {
    const { src, width, height, alt = '' } = image;
    const address = new URL(src, url || document.baseURI);
    // With words of its own: Chromium (156) dates the paint of a picture that comes
    // alone by some later frame.
    const onload = ({ target }) => view.replaceChildren(...words(), target);
    if (/^http/.test(address.protocol)) {
      make('img', { width, height, alt, onload, src: address.href });
    }
  }

  view.append(...words());
  place.className = '';
  place.replaceChildren(view);
  place.getRootNode().host.addEventListener('article-ready', () => view.remove(), { once: true });
};
