/** Styles that come later than the others. */

const sheets = {};

/** Gives a shadow tree a style sheet, once. */
export const adopt = (root, text) => {
  const sheet = (sheets[text] ??= new CSSStyleSheet());
  if (!sheet.cssRules.length) sheet.replaceSync(text);
  if (![...root.adoptedStyleSheets].includes(sheet)) {
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  }
};
