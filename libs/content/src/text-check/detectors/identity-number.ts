import type { Detector, RawHit } from './detector';
import { isCreditCode } from './credit-code';
import { isInAddress, isLabelled, isRealDay, places, plainDigits } from './scan';

/** Eighteen places, perhaps in groups, or fifteen of the first generation; never a part of a longer number. */
const CANDIDATE = /(?<![0-9A-Za-z])(?:\d{6} ?\d{8} ?\d{3}[\dXx]|\d{15})(?![0-9A-Za-z])/g;
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(
    ' ',
  ),
);
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECKS = '10X98765432';
const LABEL = /身份|证件号|公民|IDCARD|ID/i;
const OTHER_LABEL =
  /信用代码|组织机构代码|账号|账户|卡号|单号|流水号|注册号|登记号|许可证号|项目编[码号]|合同编?号/;

/** 居民身份证号码：region, birthday and check digit all right (GB 11643). */
export const identityNumber: Detector = {
  code: 'identityNumber',
  kind: 'personal',
  severity: 'block',
  name: '居民身份证号码',
  detect: (text) => {
    const plain = plainDigits(text);
    return places(plain, CANDIDATE).flatMap(({ start, end, match }) => {
      if (isInAddress(plain, start, end)) return [];
      const number = match[0].replaceAll(' ', '').toUpperCase();
      const hit = number.length === 18 ? eighteen(number, plain, start) : fifteen(number, plain, start);
      return hit ? [{ start, end, suggest: null, ...hit }] : [];
    });
  },
};

type Verdict = Pick<RawHit, 'reason' | 'severity'> | null;

function eighteen(number: string, text: string, start: number): Verdict {
  if (isIdentityNumber(number)) {
    if (isCreditCode(number) && isLabelled(text, start, OTHER_LABEL)) return null;
    return { reason: '这是居民身份证号码，属于个人隐私。请删除，确需公示的隐去出生日期和后四位。' };
  }
  if (!isPlaceAndBirthday(number.slice(0, 6), number.slice(6, 14))) return null;
  if (!isLabelled(text, start, LABEL) || isLabelled(text, start, OTHER_LABEL)) return null;
  return {
    reason: '疑似居民身份证号码（校验位不符，可能有一位写错）。请核对并删除或隐去中间各位。',
    severity: 'warn',
  };
}

function fifteen(number: string, text: string, start: number): Verdict {
  if (!isPlaceAndBirthday(number.slice(0, 6), `19${number.slice(6, 12)}`)) return null;
  if (isLabelled(text, start, OTHER_LABEL)) return null;
  const reason = '疑似 15 位的居民身份证号码，属于个人隐私。请核对，确是的请删除或隐去中间各位。';
  return isLabelled(text, start, LABEL) ? { reason } : { reason, severity: 'warn' };
}

export function isIdentityNumber(number: string): boolean {
  if (!/^\d{17}[\dX]$/.test(number)) return false;
  if (!isPlaceAndBirthday(number.slice(0, 6), number.slice(6, 14))) return false;
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(number[at]), 0);
  return CHECKS[sum % 11] === number[17];
}

function isPlaceAndBirthday(place: string, day: string): boolean {
  if (!PROVINCES.has(place.slice(0, 2)) || place.slice(2, 4) === '00' || place.slice(4) === '00')
    return false;
  const [year, month, date] = [day.slice(0, 4), day.slice(4, 6), day.slice(6)].map(Number);
  return year! >= 1900 && year! < 2100 && isRealDay(year, month!, date!);
}
