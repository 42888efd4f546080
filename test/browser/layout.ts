/** What runs in a page and tells what its layout does to people, as a list of faults. */

/** The words that an element itself says, where they stand; nothing that is hidden on purpose. */
const SAID = `const said = (root) => [...root.querySelectorAll('*')].filter((one) =>
  [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()) &&
  one.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
  !one.closest('.visually-hidden, .skip-links, dialog:not([open]), option, svg, [aria-hidden="true"]'));
const named = (one) => one.tagName.toLowerCase() + (one.className ? '.' + one.className : '') + ' “' + one.textContent.trim().slice(0, 24) + '”';`;

/** Words that a box hides without saying so by an ellipsis or a clamp; what scrolls is not hidden. */
export const CUT = `(() => {
  ${SAID}
  const hides = (one, axis) => /hidden|clip/.test(getComputedStyle(one)['overflow' + axis]);
  const isMeant = (one) => {
    const { textOverflow, webkitLineClamp } = getComputedStyle(one);
    return textOverflow === 'ellipsis' || webkitLineClamp !== 'none' || one.matches('.slides-strip, .slides-strip *');
  };
  const faults = [];
  for (const one of said(document.body)) {
    const range = document.createRange();
    range.selectNodeContents(one);
    const words = range.getBoundingClientRect();
    for (let box = one; box && box !== document.body; box = box.parentElement) {
      if (isMeant(box)) break;
      const { left, right, top, bottom } = box.getBoundingClientRect();
      const isAway = right - left < 2 || bottom - top < 2;
      if (isAway && hides(box, 'X')) break;
      if ((hides(box, 'X') && (words.right > right + 2 || words.left < left - 2)) ||
          (hides(box, 'Y') && (words.bottom > bottom + 4 || words.top < top - 4))) {
        faults.push('cut off: ' + named(one) + ' in ' + box.tagName.toLowerCase() + '.' + box.className);
        break;
      }
      if (/auto|scroll/.test(getComputedStyle(box).overflowX)) break;
    }
  }
  return faults.slice(0, 5);
})()`;

/** Words that stand on other words. */
export const OVERLAPPING = `(() => {
  ${SAID}
  const lines = said(document.body).flatMap((one) => {
    const range = document.createRange();
    let clip = one;
    while (clip && !/hidden|clip/.test(getComputedStyle(clip).overflowY)) clip = clip.parentElement;
    const shown = clip ? clip.getBoundingClientRect() : { top: -Infinity, bottom: Infinity, left: -Infinity, right: Infinity };
    return [...one.childNodes].filter((node) => node.nodeType === 3 && node.data.trim()).flatMap((node) => {
      range.selectNodeContents(node);
      // A clamped title goes on below its box and one with an ellipsis beside it, where nobody sees them.
      return [...range.getClientRects()].filter((box) => box.top < shown.bottom - 6 && box.bottom > shown.top + 6).map(({ top, bottom, height, left, right }) => (
        { one, box: { top, bottom, height, left: Math.max(left, shown.left), right: Math.min(right, shown.right) } }));
    });
  }).sort((a, b) => a.box.top - b.box.top);
  const faults = new Set();
  lines.forEach(({ one, box }, at) => {
    for (let next = at + 1; next < lines.length && lines[next].box.top < box.bottom; next += 1) {
      const other = lines[next];
      const high = Math.min(box.bottom, other.box.bottom) - other.box.top;
      const wide = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
      const line = Math.min(box.height, other.box.height);
      if (other.one !== one && high > line * 0.45 && wide > 4) faults.add('overlap: ' + named(one) + ' and ' + named(other.one));
    }
  });
  return [...faults].slice(0, 5);
})()`;

/** How far things moved while the page came, as Chromium counts it; all that moved before load included. */
export const SHIFT = `new Promise((done) => {
  let sum = 0;
  const moved = [];
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources } of list.getEntries()) {
      if (hadRecentInput) continue;
      sum += value;
      for (const { node } of sources) if (node?.className) moved.push(node.className);
    }
  }).observe({ type: 'layout-shift', buffered: true });
  requestAnimationFrame(() => requestAnimationFrame(() =>
    done(sum < 0.1 ? [] : ['layout shift ' + sum.toFixed(3) + ': ' + moved.slice(0, 4).join(', ')])));
})`;

/** WCAG 2.1, 1.4.12: the spacing that every reader may set. */
export const SPACED = `(() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-bottom: 2em !important; }');
  document.adoptedStyleSheets = [sheet];
})()`;

/** Pictures below the fold load for the photograph too. */
export const ALL_PICTURES = `Promise.all([...document.images].map((one) => { one.loading = 'eager'; return one.decode().catch(() => {}); })).then(() => {})`;
