import type { Detector } from './detector';
import { isCreditCode } from './credit-code';
import { isIdentityNumber } from './identity-number';
import { isInAddress, isLabelled, places, plainDigits } from './scan';

const CANDIDATE =
  /(?<![0-9A-Za-z.])(?:\d{4}([ -])\d{4}\1\d{4}\1\d{3,4}(?:\1\d{1,3})?|\d{15,19})(?![0-9A-Za-z]|\.\d)/g;
/** First digits and lengths: UnionPay, the older cards of the great banks, Visa, Mastercard, JCB, American Express. */
const CARD =
  /^(?:62\d{14,17}|955(?:88|99)\d{11,14}|436742\d{10,13}|60(?:1382|1428|3367)\d{10,13}|4\d{15}|5[1-5]\d{14}|35[2-8]\d{13}|3[47]\d{13})$/;
const OTHER_LABEL =
  /(?:信用代码|身份证|文号|编号|单号|流水号|序列号|编码|代码|IMEI|条码)[号码]?\s*[:：为是]?\s*$/i;

/** 银行卡号：known first digits, right length and right check digit (Luhn). */
export const bankCard: Detector = {
  code: 'bankCard',
  kind: 'personal',
  severity: 'block',
  name: '银行卡号',
  detect: (text) => {
    const plain = plainDigits(text);
    return places(plain, CANDIDATE)
      .filter(({ match }) => isCard(match[0].replace(/[ -]/g, '')))
      .filter(({ start, end }) => !isInAddress(plain, start, end))
      .filter(({ start }) => !isLabelled(plain, start, OTHER_LABEL, 14))
      .map(({ start, end }) => ({
        start,
        end,
        suggest: null,
        reason: '这是银行卡号。个人卡号请删除，公示资金发放的只留后四位。',
      }));
  },
};

function isCard(number: string): boolean {
  return CARD.test(number) && hasCheckDigit(number) && !isIdentityNumber(number) && !isCreditCode(number);
}

function hasCheckDigit(number: string): boolean {
  let sum = 0;
  for (let at = number.length - 1, isSecond = false; at >= 0; at--, isSecond = !isSecond) {
    const digit = Number(number[at]) * (isSecond ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 === 0;
}
