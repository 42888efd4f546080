import type { Detector, RawHit } from './detector';
import { isInAddress, isRealDay, places, plainDigits } from './scan';

const FULL = /(?<!\d)(\d{4})\s?年\s?(\d{1,2})\s?月(?:\s?(\d{1,2})\s?[日号])?(?!\d)/g;
const SHORT = /(?<![\d年]|年\s)(\d{1,2})\s?月\s?(\d{1,2})\s?日/g;
const NUMERIC = /(?<![\d\-/.])((?:19|20)\d{2})([-/.])(\d{1,2})\2(\d{1,2})(?![\d\-/]|\.\d)/g;
const TWO_DIGITS =
  /(?<![\d〇零一二三四五六七八九十百近满第约达共历经每了余多超长前后这整逾又过])(\d{2})年(\d{1,2})月(?=\d{1,2}日|份|底|初|末|中旬|上旬|下旬|起|至|以来|[，。、；）)])/g;
const WEEKDAY =
  /(?<!\d)(\d{4})年(\d{1,2})月(\d{1,2})日\s?[（(]?\s?(?:星期|周|礼拜)([一二三四五六日天])[）)]?/g;
const DAYS = ['日', '一', '二', '三', '四', '五', '六'] as const;
const HAN =
  /[一二三四五六七八九]\s?[0０OoО○〇零一二三四五六七八九]{3}年(?:[元一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十廿]{1,3}日)?)?/g;
const HAN_DIGITS = '〇一二三四五六七八九';

/** 日期：days that no calendar has, mixed and shortened years, weekdays that do not fit. */
export const calendarDay: Detector = {
  code: 'calendarDay',
  kind: 'date',
  severity: 'warn',
  name: '日期',
  detect: (text) => {
    const plain = plainDigits(text);
    return [
      ...full(plain),
      ...short(plain),
      ...numeric(plain),
      ...twoDigits(plain),
      ...weekdays(plain),
      ...han(text),
    ].toSorted((a, b) => a.start - b.start);
  },
};

function wrongDay(
  start: number,
  end: number,
  written: string,
  year: number | undefined,
  month: number,
): RawHit {
  const isMonth = month < 1 || month > 12;
  const why = isMonth
    ? '没有这个月份'
    : year && month === 2
      ? `${year} 年 2 月没有这一天`
      : `${month} 月没有这一天`;
  return { start, end, suggest: null, reason: `日期“${written}”不存在：${why}，请核对。` };
}

function full(text: string): RawHit[] {
  return places(text, FULL).flatMap(({ start, end, match }) => {
    const [year, month] = [Number(match[1]), Number(match[2])];
    if (isRealDay(year, month, match[3] === undefined ? 1 : Number(match[3]))) return [];
    return [wrongDay(start, end, match[0], year, month)];
  });
}

function short(text: string): RawHit[] {
  return places(text, SHORT).flatMap(({ start, end, match }) => {
    const month = Number(match[1]);
    return isRealDay(undefined, month, Number(match[2]))
      ? []
      : [wrongDay(start, end, match[0], undefined, month)];
  });
}

function numeric(text: string): RawHit[] {
  return places(text, NUMERIC).flatMap(({ start, end, match }) => {
    const [year, month] = [Number(match[1]), Number(match[3])];
    if (isRealDay(year, month, Number(match[4])) || isInAddress(text, start, end)) return [];
    return [wrongDay(start, end, match[0], year, month)];
  });
}

function twoDigits(text: string): RawHit[] {
  return places(text, TWO_DIGITS).flatMap(({ start, match }) => {
    if (Number(match[2]) < 1 || Number(match[2]) > 12) return [];
    const year = match[1] ?? '';
    return [
      {
        start,
        end: start + 3,
        suggest: `${Number(year) < 50 ? '20' : '19'}${year}年`,
        reason: '年份应写全四位数字，不能简写。',
        severity: 'hint',
      },
    ];
  });
}

function weekdays(text: string): RawHit[] {
  return places(text, WEEKDAY).flatMap(({ start, end, match }) => {
    const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
    if (!isRealDay(year, month, day)) return [];
    const right = DAYS[new Date(Date.UTC(year, month - 1, day)).getUTCDay()] ?? '';
    if (right === (match[4] === '天' ? '日' : match[4])) return [];
    return [{ start, end, suggest: null, reason: `日期与星期不符：这一天是星期${right}，请核对。` }];
  });
}

/** Years in Chinese figures: the nought is 〇 (U+3007), never a digit, a letter or a circle. */
function han(text: string): RawHit[] {
  return places(text, HAN).flatMap(({ start, end, match }): RawHit[] => {
    const year = match[0].slice(0, match[0].indexOf('年'));
    const hits: RawHit[] = [];
    if (/[0０OoО○零]/.test(year)) {
      hits.push({
        start,
        end: start + year.length,
        suggest: year.replace(/[0０OoО○零]/g, '〇'),
        reason: '汉字年份中的零应写作“〇”，不与阿拉伯数字、字母、圆圈混用。',
        ...(/^[^0０OoО○]+$/.test(year) && { severity: 'hint' as const }),
      });
    }
    const rest = /年(.+?)月(?:(.+)日)?$/.exec(match[0]);
    if (!rest) return hits;
    const number = Number([...year].map((char) => Math.max(0, HAN_DIGITS.indexOf(char))).join(''));
    const month = hanNumber(rest[1] ?? '');
    const day = rest[2] === undefined ? 1 : hanNumber(rest[2]);
    if (!isRealDay(number, month, day)) hits.push(wrongDay(start, end, match[0], number, month));
    return hits;
  });
}

function hanNumber(written: string): number {
  if (written === '元') return 1;
  const figures = written.replace('廿', '二十');
  const [tens, units] = figures.includes('十') ? figures.split('十') : ['零', figures];
  const ten = tens === '' ? 1 : Math.max(0, HAN_DIGITS.indexOf(tens ?? ''));
  return ten * 10 + (units ? HAN_DIGITS.indexOf(units) : 0);
}
