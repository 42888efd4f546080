import { AT_ONCE, SEEN_RULES } from './modes';

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

/** What a page shows in one mode, as far as a rule about styles can see it; and what axe says of it. */
export interface Seen {
  readonly look: string;
  readonly faults: readonly string[];
}

/**
 * Runs in the page: shows it in that mode at once and asks axe, unless it then looks as it did before
 * (`known`: looks that were asked about), in every colour, size and place.
 */
export const askedIn = (mode: string, known: readonly string[]): string => `(async () => {
  document.documentElement.setAttribute('data-access', ${JSON.stringify(mode)});
  let look = 0;
  for (const one of document.body.querySelectorAll('*')) {
    const style = getComputedStyle(one);
    const { x, y, width, height } = one.getBoundingClientRect();
    const words = [style.color, style.backgroundColor, style.backgroundImage.replace(/url[^)]*/, ''), style.opacity, style.fontSize, style.fontWeight,
      style.visibility, style.textDecorationLine, style.textShadow, style.overflow, x, y, width, height].join();
    for (let at = 0; at < words.length; at += 1) look = (Math.imul(look, 31) + words.charCodeAt(at)) | 0;
  }
  look = String(look);
  if (${JSON.stringify(known)}.includes(look)) return { look, faults: [] };
  const { violations } = await axe.run(document, { iframes: false, preload: false, resultTypes: ['violations'], runOnly: ${JSON.stringify(SEEN_RULES)} });
  return { look, faults: violations.flatMap(({ id, nodes }) => nodes.slice(0, 2).map(({ html, failureSummary }) =>
    id + '：' + html.slice(0, 160) + ' —— ' + (failureSummary.split('\\n')[1] ?? '').trim())) };
})()`;
