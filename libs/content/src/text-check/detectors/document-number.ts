import type { Detector, RawHit } from './detector';
import { places, plainDigits } from './scan';

/** A bracketed year and a number after a Chinese word: 湘政发[2020]5号. Case numbers of courts have a word between. */
const NUMBER =
  /(?<=([\u4e00-\u9fff])[ 　]?)([〔[(（【［{｛〈<「])\s?(\d{4}|\d{2})\s?(?:年\s?)?([〕\])）】］}｝〉>」])\s?(第)?\s?(\d{1,5})\s?号(?![楼院线店门卡铺床桌码房])/g;

/** 发文字号：year in full in 〔〕, number without 第 and without leading noughts (GB/T 9704). */
export const documentNumber: Detector = {
  code: 'documentNumber',
  kind: 'bracket',
  severity: 'warn',
  name: '发文字号格式',
  detect: (text) =>
    places(plainDigits(text), NUMBER).flatMap(({ start, end, match }): RawHit[] => {
      const [, before = '', open = '', year = '', close = '', ordinal, number = ''] = match;
      const isOrderOrNotice = /[令告]/.test(before);
      const faults = [
        open !== '〔' || close !== '〕' ? '年份用六角括号“〔〕”' : '',
        year.length === 2 ? '年份写全四位' : '',
        ordinal && !isOrderOrNotice ? '序号前不加“第”' : '',
        number.startsWith('0') ? '序号不编虚位（不写 01）' : '',
      ].filter(Boolean);
      if (faults.length === 0 || !Number(number)) return [];
      const fullYear = year.length === 4 ? year : `${Number(year) < 50 ? '20' : '19'}${year}`;
      const kept = ordinal && isOrderOrNotice ? ordinal : '';
      return [
        {
          start,
          end,
          suggest: `〔${fullYear}〕${kept}${Number(number)}号`,
          reason: `发文字号格式不规范：${faults.join('；')}。`,
        },
      ];
    }),
};
