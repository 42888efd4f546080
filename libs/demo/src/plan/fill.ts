import { addDays, shanghaiDay } from '@zhanqun/kernel';
import type { Chance } from './chance';

/** What a text of the county may speak of by name. */
export type Words = Readonly<Record<string, string>>;

const BLANK = /\{([^{}]+)\}/g;
const RANGE = /^(?:(\w+):)?(\d+)~(\d+)$/;

/**
 * Fills the blanks of a text for one article: `{village}` a word, `{12~48}` a number, `{n:12~48}` a number
 * that `{n}` repeats, `{甲|乙|丙}` one of several, `{+3}` and `{-2}` the day so many days later or earlier.
 */
export class Filler {
  private readonly known: Record<string, string>;

  constructor(
    private readonly chance: Chance,
    words: Words,
    private readonly at: Date,
  ) {
    this.known = { ...words, ...wordsOfDay(shanghaiDay(at)) };
  }

  fill(text: string): string {
    return text.replace(BLANK, (_, blank: string) => this.answer(blank));
  }

  private answer(blank: string): string {
    const range = RANGE.exec(blank);
    if (range) {
      const [, name, least, most] = range;
      const value = String(this.chance.whole(Number(least), Number(most)));
      if (name) this.known[name] = value;
      return value;
    }
    if (blank.includes('|')) return this.fill(this.chance.pick(blank.split('|')));
    if (/^[+-]\d+$/.test(blank)) return monthDay(addDays(shanghaiDay(this.at), Number(blank)));
    const word = this.known[blank];
    if (word === undefined) throw new Error(`no word for the blank {${blank}}`);
    return word;
  }
}

const SEASONS = ['冬', '冬', '春', '春', '春', '夏', '夏', '夏', '秋', '秋', '秋', '冬'] as const;

function wordsOfDay(day: string): Words {
  const [year, month] = day.split('-').map(Number) as [number, number];
  return {
    today: monthDay(day),
    year: String(year),
    lastYear: String(year - 1),
    nextYear: String(year + 1),
    month: String(month),
    quarter: ['一', '二', '三', '四'][Math.floor((month - 1) / 3)] as string,
    season: SEASONS[month - 1] as string,
    halfYear: month <= 6 ? '上半年' : '下半年',
  };
}

/** `3月5日`. */
export function monthDay(day: string): string {
  const [, month, date] = day.split('-').map(Number) as [number, number, number];
  return `${month}月${date}日`;
}

/** `2026年3月5日`. */
export const longDay = (day: string): string => `${day.slice(0, 4)}年${monthDay(day)}`;
