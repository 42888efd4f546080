import type { Detector, RawHit } from './detector';
import { places } from './scan';

const FULL: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！' };
const HALF = /(?<=[\u4e00-\u9fff”》）])[,;:?!](?=[\u4e00-\u9fff“《（]|[ 　]*(?:\n|$))/g;

/** 半角标点 between Chinese characters or at the end of a Chinese line. */
export const halfWidthMark: Detector = {
  code: 'halfWidthMark',
  kind: 'bracket',
  severity: 'hint',
  name: '半角标点',
  detect: (text) =>
    places(text, HALF).map(({ start, end, match }) => ({
      start,
      end,
      suggest: FULL[match[0]] ?? null,
      reason: `中文里应使用全角标点“${FULL[match[0]]}”。`,
    })),
};

const RUN = /[，、；：。]{2,}|[，、；：。][,;](?!\d)|[！]{2,}|[？]{2,}|……{1}(?:…{2,})|—{5,}/g;

/** 重复标点：two stops in a row; …… and —— are one mark of two places. */
export const repeatedMark: Detector = {
  code: 'repeatedMark',
  kind: 'bracket',
  severity: 'warn',
  name: '重复标点',
  detect: (text) =>
    places(text, RUN).map(({ start, end, match }): RawHit => {
      const run = match[0];
      const suggest = oneMark(run);
      const isLoud = /^[！？—…]/.test(run);
      return {
        start,
        end,
        suggest,
        reason: `标点重复：“${run}”，请保留“${suggest}”。`,
        ...(isLoud && { severity: 'hint' as const }),
      };
    }),
};

function oneMark(run: string): string {
  if (/^。{3,}$/.test(run) || run.startsWith('…')) return '……';
  if (run.startsWith('—')) return '——';
  return ['。', '！', '？', '；', '：', '，'].find((mark) => run.includes(mark)) ?? run[0] ?? '';
}
