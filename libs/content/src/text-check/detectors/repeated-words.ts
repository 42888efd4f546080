import type { Detector, RawHit } from './detector';
import { places } from './scan';

/** Small words that are never written twice, with the words beside them that make two of them right. */
const SMALL: Readonly<Record<string, readonly [after: string, before: string]>> = {
  的: ['目标有', '士确放话'],
  了: ['为不罢除末完甚', '解结然却断无'],
  和: ['共缓温中饱调平谐柔总随祥暖融求附', '平谐睦气美解田顺县蔼龙服林合政硕'],
  是: ['于但还就都凡若要实国', '非否以'],
  在: ['存现正潜内外实所自旨好常', '建校押岗线职编册场家乎意世位途野逃地座读任产库'],
  与: ['参赠给授付', '会此其否人日众'],
  为: ['行作认成因以有无难称人较极更尤改变分视定列', '民何了此人数首期害'],
  及: ['以普涉波触遍顾危惠提谈论', '时其格第早至物待'],
  对: ['针相面应反核比成配校绝结派一', '方外象策应手照比立接标口内付等虾联话抗'],
  将: ['即大中少上名武干健小麻', '军要来领士近帅会乐就相'],
  由: ['理自事缘因', '于来此衷'],
  从: ['服听盲顺无遵随跟自', '事而业此来未不前容严重政教军属'],
  把: ['一火', '握手控关脉'],
  并: ['合兼吞裁归', '且不购网发入举行案联轨列存重'],
  向: ['方导面动走倾定取意转去所朝指', '来往上前导下外阳心'],
}; // prettier-ignore
const DOUBLED = new RegExp(`([${Object.keys(SMALL).join('')}])\\1`, 'g');
const WORDS =
  /(我们|他们|你们|进行|加强|关于|以及|同时|但是|因此|因为|如果|通过|根据|按照|为了|开展|坚持|其中|已经|应当|必须|需要|进一步|积极|认真|切实|不断|完善|提高|对于|由于|并且|而且|或者|虽然|所以|着力|大力|深入|扎实)\1/g;
const PHRASE = /([\u4e00-\u9fff]{4,16})\1/g;

/** 重复字词：typed or pasted twice. */
export const repeatedWords: Detector = {
  code: 'repeatedWords',
  kind: 'wording',
  severity: 'warn',
  name: '重复字词',
  detect: (text) => {
    const hits = [
      ...places(text, PHRASE).filter(({ match }) => !/^(.{1,3})\1+$/.test(match[1] ?? '')),
      ...places(text, WORDS),
      ...places(text, DOUBLED).filter(({ start, match }) => isSlip(text, start, match[1] ?? '')),
    ].map(({ start, end, match }): RawHit => ({
      start,
      end,
      suggest: match[1] ?? null,
      reason: `“${match[1]}”重复，请删去一个。`,
    }));
    const sorted = hits.toSorted((a, b) => a.start - b.start || b.end - a.end);
    return sorted.filter((hit, at) => !sorted.slice(0, at).some((earlier) => earlier.end > hit.start));
  },
};

function isSlip(text: string, start: number, char: string): boolean {
  const [after, before] = SMALL[char] ?? ['', ''];
  const [left, right] = [text[start - 1] ?? '', text[start + 2] ?? ''];
  if (left === char || right === char) return false;
  return !(left && after.includes(left)) && !(right && before.includes(right));
}
