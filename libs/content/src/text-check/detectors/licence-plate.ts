import type { Detector } from './detector';
import { isLabelled, places, plainDigits } from './scan';

const PLATE =
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z]\s?[·•.-]?\s?(?:[DABCEFGHJK][A-HJ-NP-Z0-9]\d{4}|\d{5}[DABCEFGHJK]|[A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9挂学警港澳])(?![0-9A-Za-z号])/g;
const OTHER_LABEL = /文号|字号|备案|许可|编号|标准|DB\d*/;

/** 机动车号牌。 */
export const licencePlate: Detector = {
  code: 'licencePlate',
  kind: 'personal',
  severity: 'hint',
  name: '机动车号牌',
  detect: (text) => {
    const plain = plainDigits(text);
    return places(plain, PLATE)
      .filter(({ match }) => (match[0].match(/\d/g)?.length ?? 0) >= 3)
      .filter(({ start }) => !isLabelled(plain, start, OTHER_LABEL, 10))
      .map(({ start, end }) => ({
        start,
        end,
        suggest: null,
        reason: '这是机动车号牌。个人车辆的号牌请隐去后几位；依法公告的可保留。',
      }));
  },
};
