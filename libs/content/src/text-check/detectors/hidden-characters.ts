import type { Detector, RawHit } from './detector';
import { places } from './scan';

/** Characters that nobody sees. A joiner inside an emoji is left alone. */
const HIDDEN =
  /(?:[\u00ad\u180e\u200b\u200c\u200e\u200f\u2060-\u2064\ufeff\u202a-\u202e\u2066-\u2069]|(?<!\p{Extended_Pictographic}\ufe0f?)\u200d|[\u{e0000}-\u{e007f}]|[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f])+/gu;
const TURNING = /[\u202a-\u202e\u2066-\u2069]/;
const GARBLED = /\ufffd+|(?:锟斤拷)+|烫{3,}|屯{3,}|(?:Ã[\u0080-\u00bf]|â€[\u0080-\u00bf™œ]|ï»¿){1,}/g;

/** 隐藏字符、乱码：zero-width characters hide words from readers and from checks, overrides turn them round. */
export const hiddenCharacters: Detector = {
  code: 'hiddenCharacters',
  kind: 'spam',
  severity: 'warn',
  name: '隐藏字符和乱码',
  detect: (text) => {
    const hidden = places(text, HIDDEN).map(({ start, end, match }): RawHit =>
      TURNING.test(match[0])
        ? {
            start,
            end,
            suggest: '',
            reason: '这里有改变文字方向的隐藏字符，会使显示的内容与实际不同，请删除。',
            severity: 'block',
          }
        : { start, end, suggest: '', reason: '这里有看不见的字符，多由复制粘贴带入，请删除。' },
    );
    const garbled = places(text, GARBLED).map(({ start, end }): RawHit => ({
      start,
      end,
      suggest: null,
      reason: '这里是乱码，多由编码转换错误造成，请对照原文补正。',
    }));
    return [...hidden, ...garbled].toSorted((a, b) => a.start - b.start);
  },
};
