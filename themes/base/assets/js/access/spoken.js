/* 页面上该念的是什么：段落、列表项、表格单元，连同图片的替代文字；拼音和看不见的不念。 */
const PARTS = 'h1, h2, h3, h4, h5, h6, p, li, dt, dd, th, td, figcaption, caption, summary, blockquote, img[alt]';
const SILENT = 'rt, rp, script, style, svg, noscript, [hidden], [aria-hidden="true"], [data-tools]';

const isSeen = (element) => element.getClientRects().length > 0 && !element.closest(SILENT);

function textOf(element, belongs) {
  if (element.matches('img')) return element.alt ? `图片：${element.alt}` : '';
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let words = '';
  while (walker.nextNode()) {
    const { parentElement, data } = walker.currentNode;
    if (!parentElement.closest(SILENT) && belongs(parentElement)) words += data;
  }
  return words;
}

/** 指到的一处全部的文字；只有图标的按钮念它的名称。 */
export function wordsOf(element) {
  if (element.matches('input, textarea, select'))
    return element.getAttribute('aria-label') ?? element.labels?.[0]?.textContent ?? '';
  return textOf(element, () => true).trim() || element.getAttribute('aria-label') || '';
}

/** `[{ element, words }]` 按页面顺序；套在里面的各念各的，不念两遍。 */
export const partsOf = (root) =>
  [...root.querySelectorAll(PARTS)]
    .filter(isSeen)
    .map((element) => ({ element, words: textOf(element, (parent) => parent.closest(PARTS) === element) }))
    .filter(({ words }) => words.trim() !== '');

/** 指到的东西属于哪一处。 */
export const partAt = (target) =>
  target instanceof Element
    ? target.closest(`a, button, input, textarea, select, ${PARTS}`)
    : null;
