/**
 * What becomes of an article whose WebAssembly has broken down: it stays, for
 * reading, and the reader is told. Nearly no page ever loads this.
 */

import { adopt } from './adopt.js';

const WORDS = {
  fr: ['Le programme s’est arrêté\u202f; l’article reste lisible.', 'Réessayer'],
  en: ['The program has stopped; the article can still be read.', 'Try again'],
  ar: ['توقّف البرنامج، ويبقى المقال قابلاً للقراءة.', 'إعادة المحاولة'],
  ha: ['Manhajar ta tsaya; har yanzu ana iya karanta labarin.', 'Sake gwadawa'],
};

/** In sight wherever in the article the reader is. */
const STYLE = `.broken{position:sticky;inset-block-end:0;z-index:1;padding:.75rem 1rem;border:1px solid var(--error);background:var(--surface);color:var(--ink)}
.broken p{margin-block:0 .5rem}`;

const make = (name, parent, properties) =>
  parent.appendChild(Object.assign(document.createElement(name), properties));

/** In `place` stands what was shown, in the shadow root of `host`; `page` is its way to the page. */
export default (host, place, page) => {
  // Whoever removed or reloaded it meanwhile knows.
  if (!place.isConnected) return;
  page?.clear();
  // What answers no more is not offered; what was typed can be copied.
  place.querySelectorAll('[part~=map]').forEach((map) => (map.inert = true));
  place.querySelectorAll('button,input,select').forEach((control) => (control.disabled = true));
  place.querySelectorAll('textarea').forEach((text) => (text.readOnly = true));

  const root = host.shadowRoot;
  adopt(root, STYLE);

  const spoken = place.querySelector('[lang]')?.lang.split('-')[0];
  const lang = WORDS[spoken] ? spoken : 'fr';
  const [message, retry] = WORDS[lang];
  const box = make('div', place, { className: 'broken', lang, dir: lang == 'ar' ? 'rtl' : 'ltr' });
  box.part = 'error';
  const status = make('p', box, { role: 'status' });
  // A live region is heard when it changes, not when it appears.
  setTimeout(() => (status.textContent = message), 99);
  const button = make('button', box, {
    className: 'button',
    type: 'button',
    textContent: retry,
    onclick: () => {
      host.reload();
      root.querySelector('[role=status]').focus();
    },
  });
  button.part = 'button';
  const src = host.getAttribute('src');
  const detail = { code: 'broken', message, url: src && new URL(src, document.baseURI).href };
  host.dispatchEvent(new CustomEvent('article-error', { detail, bubbles: true, composed: true }));
};
