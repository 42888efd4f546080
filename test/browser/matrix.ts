import { AT_ONCE, COLOUR_RULES, SEEN_RULES } from './modes';

/**
 * Runs in the page, once after it came: of rows that are alike four are enough, and of a header and footer
 * that were looked at on another page nothing but the landmarks.
 */
export const thinned = (isFrameSeen: boolean): string => `(() => {
  const most = (root, count) => document.querySelectorAll(root + ' :is(li, tr, dl > div):nth-child(n + ' + (count + 1) + ')').forEach((one) => one.remove());
  most('main', 4);
  ${AT_ONCE}
  if (${isFrameSeen}) document.querySelectorAll(':is(.site-header, .site-footer) :is(li, p, svg, img)').forEach((one) => one.remove());
})()`;

/** Runs in the page: what is round the content, but for the addresses in it, and what dresses it. */
export const FRAME = `[...document.querySelectorAll('.site-header, .site-footer, link[rel=stylesheet]')]
  .map((one) => one.outerHTML.replaceAll(/ (href|value)="[^"]*"/g, (same) => (same.includes('/css/') ? same : ''))).join('')`;

/** Runs in the page: changes the theme's files for those of another, whose document is the same but for them. */
export const wear = (from: string, to: string): string => `(async () => {
  const all = [...document.querySelectorAll('[href^="${from}"], [src^="${from}"]')].filter((one) => one.tagName !== 'SCRIPT');
  await Promise.all(all.map((one) => new Promise((done) => {
    const name = one.hasAttribute('src') ? 'src' : 'href';
    if (one.matches('link[rel=stylesheet], img')) { one.onload = done; one.onerror = done; } else done();
    if (one.loading === 'lazy') done();
    one.setAttribute(name, one.getAttribute(name).replace('${from}', '${to}'));
  })));
})()`;

/** What was found in one of the modes. */
export interface Asked {
  readonly mode: string;
  readonly faults: readonly string[];
}

/**
 * Runs in the page: shows it in each mode and asks axe. A page that looks as it did before in that mode and
 * at that width, in every colour, size and place, is not asked about again; one that only has other colours
 * is asked about colours.
 */
export const askedIn = (modes: readonly string[]): string => `(async () => {
  const known = (window.looks ??= new Set());
  const asked = [];
  for (const mode of ${JSON.stringify(modes)}) {
    document.documentElement.setAttribute('data-access', mode);
    const [places, colours] = [[innerWidth, mode], []];
    for (const one of document.body.querySelectorAll('*')) {
      const style = getComputedStyle(one);
      const { x, y, width, height } = one.getBoundingClientRect();
      places.push(x, y, width, height, style.display, style.visibility, style.overflow, style.opacity);
      colours.push(style.color, style.backgroundColor, style.backgroundImage.replace(/url[^)]*/, ''), style.fontSize, style.fontWeight,
        style.textDecorationLine, style.textShadow);
    }
    const [place, look] = [places.join(), places.concat(colours).join()];
    const rules = known.has(look) ? [] : known.has(place) ? ${JSON.stringify(COLOUR_RULES)} : ${JSON.stringify(SEEN_RULES)};
    known.add(place).add(look);
    const { violations } = rules.length === 0 ? { violations: [] } :
      await axe.run(document, { iframes: false, preload: false, resultTypes: ['violations'], runOnly: rules });
    asked.push({ mode, faults: violations.flatMap(({ id, nodes }) => nodes.slice(0, 2).map(({ html, failureSummary }) =>
      id + '：' + html.slice(0, 160) + ' —— ' + (failureSummary.split('\\n')[1] ?? '').trim())) });
  }
  return asked;
})()`;
