import type { Detector, RawHit } from './detector';
import { isInAddress, isLabelled, places, plainDigits } from './scan';

/** Ordinary passports are told by their shape, the others only when a word before says what they are. */
const PASSPORT = /^(?:[EG]\d{8}|E[A-HJ-NP-Z]\d{7})$/;
const LABELLED = /^(?:[EGDSPKHM]\d{7,10}|[EDSP][A-HJ-NP-Z]\d{7}|[CWLT]\d{8}|[CW][A-HJ-NP-Z]\d{7})$/;
const CANDIDATE = /(?<![0-9A-Za-z\-/])[A-Z]{1,2}\d{7,10}(?![0-9A-Za-z\-/])/g;
const LABEL = /护照|通行证|回乡证|台胞证|旅行证|证件号|passport/i;
const OTHER_LABEL = /型号|编号|单号|批号|批次|图号|车次|准字|注册证|许可证|文号|学号|准考证|条码/;

/** 护照、港澳台通行证号码。 */
export const travelDocument: Detector = {
  code: 'travelDocument',
  kind: 'personal',
  severity: 'warn',
  name: '护照、通行证号码',
  detect: (text) => {
    const plain = plainDigits(text);
    return places(plain, CANDIDATE).flatMap(({ start, end, match }): RawHit[] => {
      if (isInAddress(plain, start, end)) return [];
      const number = match[0];
      if (LABELLED.test(number) && isLabelled(plain, start, LABEL))
        return [
          { start, end, suggest: null, reason: '这是护照或通行证号码，属于个人隐私。请删除或隐去中间各位。' },
        ];
      if (!PASSPORT.test(number) || isLabelled(plain, start, OTHER_LABEL)) return [];
      const reason = '疑似护照号码。请核对，确是个人证件的请删除。';
      return [{ start, end, suggest: null, reason, severity: 'hint' }];
    });
  },
};
