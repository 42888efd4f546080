import type { Detector } from './detector';
import { places, plainDigits } from './scan';

/** With a colon only where a word before says it is a time: 30:70 may be a share, 98:76 a score. */
const COLON =
  /(?<=(?:上午|下午|晚上|早上|凌晨|中午|傍晚|[早晚午日]|时间(?:为|是)?[:：]?|(?:星期|周)[一二三四五六日天]|\d{1,2}[:：]\d{2}\s?[-—–~～至到]{1,2})[）)]?\s?)(\d{1,2})[:：](\d{2})(?![\d:：])/g;
const WORDS = /(?<![\d.])(\d{1,2})\s?时\s?(\d{1,2})\s?分(?![之钟米])/g;
const HOUR = /(?<=[午晚晨日上])(\d{2})[时点](?!\d)/g;

/** 时刻：hours past 24 and minutes past 59. */
export const clockTime: Detector = {
  code: 'clockTime',
  kind: 'date',
  severity: 'warn',
  name: '时刻',
  detect: (text) => {
    const plain = plainDigits(text);
    return [...places(plain, COLON), ...places(plain, WORDS), ...places(plain, HOUR)]
      .filter(({ match }) => !isTime(Number(match[1]), Number(match[2] ?? 0)))
      .toSorted((a, b) => a.start - b.start)
      .map(({ start, end, match }) => ({
        start,
        end,
        suggest: null,
        reason: `时刻“${match[0]}”不存在：小时为 0 至 24，分钟为 0 至 59，请核对。`,
      }));
  },
};

function isTime(hour: number, minute: number): boolean {
  return (hour < 24 && minute < 60) || (hour === 24 && minute === 0);
}
