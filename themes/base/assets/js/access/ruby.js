/* 一段文字加拼音以后由哪些小段组成：不碰页面，可以单独检验。 */
const HAN = /\p{Script=Han}/u;

export const hasHan = (text) => HAN.test(text);

/**
 * `[{ text, pinyin }]`，连起来就是原文；没有读音的（标点、数字、字母）连成一段，`pinyin` 为空。
 * `readings` 给出逐字读音：`[{ origin, pinyin, isZh }]`。
 */
export function piecesOf(text, readings) {
  const pieces = [];
  let at = 0;
  const plain = (to) => {
    if (to > at) pieces.push({ text: text.slice(at, to), pinyin: '' });
  };
  for (const { origin, pinyin, isZh } of readings) {
    if (!isZh || !hasHan(origin)) continue;
    const found = text.indexOf(origin, at);
    if (found < 0) continue;
    plain(found);
    pieces.push({ text: origin, pinyin });
    at = found + origin.length;
  }
  plain(text.length);
  return pieces;
}
