import type { Detector } from './detector';
import { isInAddress, isLabelled, places, plainDigits } from './scan';

/** Number ranges that mobile networks were given; +86 and groups of 3-4-4 allowed. */
const MOBILE =
  /(?<![0-9A-Za-z.\-—_/])(?:(?:\+|00)?86[- ]?)?(?:1(?:3\d|4[014-9]|5[0-35-9]|6[2567]|7[0-8]|8\d|9[0-35-9]))([- ]?)\d{4}\1\d{4}(?![0-9A-Za-z_/]|[.,]\d|-\d)/g;
const AMOUNT = /^\s*(?:[元吨人户个件次亩]|[千万亿]|平方|立方|公[斤里顷]|千[克米瓦])/;
const OTHER_LABEL =
  /(?:文号|字号|编号|单号|账号|卡号|代码|编码|索引号|注册号|登记号|证号|学号|工号|条码|邮编|QQ|qq)[码]?\s*[:：为是]?\s*$/;

/** 手机号码：a person's, as a rule; landlines, 400 and 95 numbers are of the office and stay. */
export const mobilePhone: Detector = {
  code: 'mobilePhone',
  kind: 'personal',
  severity: 'warn',
  name: '手机号码',
  detect: (text) => {
    const plain = plainDigits(text);
    return places(plain, MOBILE)
      .filter(({ start, end }) => !isInAddress(plain, start, end))
      .filter(({ end }) => !AMOUNT.test(plain.slice(end, end + 6)))
      .filter(({ start }) => !isLabelled(plain, start, OTHER_LABEL, 12))
      .map(({ start, end }) => ({
        start,
        end,
        suggest: null,
        reason: '这是手机号码。个人号码请删除或隐去中间四位；公开联系方式请用单位的办公电话。',
      }));
  },
};
