/** How a reader may have chosen to see a page, as the words of `data-access` say it. */
export const CONTRASTS = ['contrast contrast-light', 'contrast contrast-dark', 'contrast contrast-yellow'];
export const ELDER = 'elder large';
export const SIMPLE = 'simple';

/**
 * Rules whose answer a style alone can change: a mode and a width are nothing else. All others ask about
 * the document, which is the same in every mode.
 */
export const SEEN_RULES = [
  'aria-hidden-focus',
  'button-name',
  'color-contrast',
  'empty-heading',
  'label',
  'link-in-text-block',
  'link-name',
  'scrollable-region-focusable',
  'summary-name',
  'target-size',
];

/** Those of them whose answer colours alone can change, where everything keeps its place. */
export const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** Runs in the page: nothing is on its way from one colour to another while it is looked at. */
export const AT_ONCE = `(() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('*, ::before, ::after { transition: none !important; animation: none !important; }');
  document.adoptedStyleSheets = [sheet];
})();`;

/** Runs in the page: shows it in that mode, at once and without motion. */
export const showAs = (words: string): string => `(() => {
  ${AT_ONCE}
  document.documentElement.setAttribute('data-access', ${JSON.stringify(words)});
})()`;

/**
 * Runs in the page: links and buttons smaller than 48 px, which the elder mode promises; those within
 * running text and doubles of others apart.
 */
export const SMALL_TARGETS = `[...document.querySelectorAll('a, button, summary, input:not([type=radio], [type=hidden]), select')]
  .filter((one) => one.getClientRects().length && !one.closest('p, td, [aria-hidden="true"], .article-body, .visually-hidden, .skip-links'))
  .filter((one) => { const { width, height } = one.getBoundingClientRect(); return width < 47.5 || height < 47.5; })
  .slice(0, 5).map((one) => 'smaller than 48 px: ' + one.outerHTML.slice(0, 160))`;
