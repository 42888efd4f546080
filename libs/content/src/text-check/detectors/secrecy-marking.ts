import type { Detector, RawHit } from './detector';
import { places } from './scan';

interface Marking {
  readonly pattern: RegExp;
  readonly reason: string;
  readonly severity?: RawHit['severity'];
}

const SECRET = '这是国家秘密标志。涉密文件、资料一律不得上网，请立即停止编辑，并向本单位保密组织报告。';
const INTERNAL = '这是内部资料的标志，不得公开发布。请核对文件的公开属性。';
const CLOSED = '文件注明不公开或依申请公开，不能主动公开。请核对公开属性。';

const MARKINGS: readonly Marking[] = [
  {
    pattern:
      /(?:绝密|机密|秘密)[级件]?\s*[★☆✭✩⭐*＊]\s*(?:\d{1,3}\s*(?:年|个?月|天)|[一二三四五六七八九十]{1,3}\s*(?:年|个?月)|长期|启用前|解密前)?/g,
    reason: SECRET,
  },
  {
    pattern: /密\s{0,4}级(?:和保密期限)?\s*[:：]\s*(?:绝密|机密|秘密)[^\n，。；]{0,8}/g,
    reason: SECRET,
  },
  {
    pattern:
      /^[ 　\t【（(［[]*(?:绝\s{0,2}密|机\s{0,2}密|秘\s{0,2}密)[级件]?[ 　\t]*(?:[·:：]?\s*\d{1,2}\s*年|长期)?[】）)］\]]*[ 　\t]*$/gm,
    reason: SECRET,
  },
  {
    pattern:
      /内部(?:资料|文件|材料|刊物|文稿|情况|参考|使用|传阅)[，,、。！! 　]{0,3}(?:(?:请)?注意保(?:存|管|密)|妥善保(?:存|管)|(?:不得|请勿|严禁|切勿|禁止|不要)(?:外传|外泄|扩散|翻印|复印|转发|公开|上网))/g,
    reason: INTERNAL,
  },
  {
    pattern:
      /(?:仅供内部(?:参考|使用|传阅|掌握)|仅限内部(?:使用|传阅|参考)|(?:阅后|会后)(?:收回|退回|销毁)|(?:此件|本件|本文件|请)?(?:严禁|请勿|不得|切勿)(?:上网|外传|翻印外传|上传互联网|在互联网(?:上)?(?:发布|传播)|对外(?:公开|传播|扩散)))(?=[。！!，,）)】\s]|$)/gm,
    reason: INTERNAL,
    severity: 'warn',
  },
  {
    pattern: /^[ 　\t【（(［[]*(?:内部(?:资料|文件|材料|传阅|使用)|工作秘密|注意保密)[】）)］\]]*[ 　\t]*$/gm,
    reason: INTERNAL,
  },
  {
    pattern:
      /(?:公开(?:属性|方式|形式|类别|类型|选项|情况)|信息公开(?:选项|类别))\s*[:：]\s*(?:不予公开|不公开|不宜公开|依申请公开|删减后公开|内部)/g,
    reason: CLOSED,
  },
  {
    pattern: /[（(【［[]\s*(?:不予公开|不公开|不宜公开|不对外公开|依申请公开|不公开发布)\s*[）)】］\]]/g,
    reason: CLOSED,
    severity: 'warn',
  },
  {
    pattern:
      /[（(【［[]?\s?(?:此|本)(?:件|文)(?:不予公开|不公开|不宜公开|不对外公开|依申请公开)(?:发布)?\s?[）)】］\]]?/g,
    reason: CLOSED,
  },
  {
    pattern: /^[ 　\t]*[（(【［[]?(?:不予公开|依申请公开|不宜公开)[）)】］\]]?[ 　\t。]*$/gm,
    reason: CLOSED,
  },
];

/** 涉密、内部、不公开的标志 on a document (保守国家秘密法, 党政机关公文格式). Words about secrecy in a sentence stay. */
export const secrecyMarking: Detector = {
  code: 'secrecyMarking',
  kind: 'secrecy',
  severity: 'block',
  name: '涉密和不公开标志',
  detect: (text) => {
    const hits = MARKINGS.flatMap(({ pattern, reason, severity }) =>
      places(text, pattern).map(({ start, end, match }): RawHit => {
        const from = start + (/^\s*/.exec(match[0])?.[0].length ?? 0);
        const to = end - (/\s*$/.exec(match[0])?.[0].length ?? 0);
        return { start: from, end: to, suggest: null, reason, ...(severity && { severity }) };
      }),
    );
    const sorted = hits.toSorted((a, b) => a.start - b.start || b.end - a.end || weight(a) - weight(b));
    return sorted.filter((hit, at) => !sorted.slice(0, at).some((earlier) => earlier.end > hit.start));
  },
};

function weight({ severity }: RawHit): number {
  return severity === undefined ? 0 : 1;
}
