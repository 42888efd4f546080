import { isDay } from '@zhanqun/kernel';
import { findDay } from '../found-date';

/**
 * A date as old systems write it: `2019-05-01 08:00:00`, `2019/5/1 8:00`, `2019年5月1日`, `20190501`,
 * seconds since 1970, the number of days that Excel counts, or the form of mails. Answers
 * `2019-05-01` or `2019-05-01 08:00:00` in Shanghai time, `''` for anything else.
 */
export function moment(text: string): string {
  const given = text.trim();
  if (given === '') return '';
  if (/^\d{8}$/.test(given)) {
    const day = `${given.slice(0, 4)}-${given.slice(4, 6)}-${given.slice(6)}`;
    return isDay(day) ? day : '';
  }
  if (/^\d{10}$/.test(given)) return shanghai(Number(given) * 1000);
  if (/^\d{13}$/.test(given)) return shanghai(Number(given));
  if (/^\d{5}(?:\.\d+)?$/.test(given)) return ofExcel(Number(given));
  if (/T.*(?:Z|[+-]\d{2}:?\d{2})$|\s(?:GMT|UTC|[+-]\d{4})$/.test(given)) {
    const at = Date.parse(given);
    return Number.isNaN(at) ? '' : shanghai(at);
  }
  const day = findDay(given);
  if (day === null) return '';
  const clock = /(?:^|[\sT日])(\d{1,2}):(\d{2})(?::(\d{2}))?/.exec(given);
  if (!clock) return day;
  const [, hour = '', minute = '', second = '00'] = clock;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return day;
  return `${day} ${hour.padStart(2, '0')}:${minute}:${second}`;
}

/** As an instant; days begin at nine in the morning, when offices open. */
export function instantOf(said: string): Date | null {
  if (said === '') return null;
  const [day = '', clock = '09:00:00'] = said.split(' ');
  const at = new Date(`${day}T${clock}+08:00`);
  return Number.isNaN(at.getTime()) ? null : at;
}

function shanghai(at: number): string {
  const moved = new Date(at + 8 * 3_600_000);
  return Number.isNaN(moved.getTime()) ? '' : moved.toISOString().slice(0, 19).replace('T', ' ');
}

/** Days since 30 December 1899. */
function ofExcel(days: number): string {
  const at = new Date(Date.UTC(1899, 11, 30) + Math.round(days * 86_400) * 1000);
  const text = at.toISOString().slice(0, 19).replace('T', ' ');
  return text.endsWith('00:00:00') ? text.slice(0, 10) : text;
}
