import { defineError } from '@zhanqun/kernel';

export const LONGEST_TEXT = 200_000;

export const textTooLong = defineError<{ length: number }>(
  'content.check.textTooLong',
  'tooLarge',
  ({ length }) => `一次最多检查 ${LONGEST_TEXT / 10_000} 万字，现有 ${length} 字，请分段检查`,
);

export const checkedTooOften = defineError<{ seconds: number }>(
  'content.check.tooOften',
  'tooMany',
  ({ seconds }) => `检查得过于频繁，请 ${seconds} 秒后再试`,
);

export const hitsUnsettled = defineError<{
  hits: { field: string; text: string; reason: string; severity: string; key: string }[];
}>('content.check.unsettled', 'conflict', ({ hits }) => {
  const stopped = hits.filter(({ severity }) => severity === 'block');
  const some = (stopped.length > 0 ? stopped : hits).slice(0, 3).map(({ text }) => `“${shortened(text)}”`);
  return stopped.length > 0
    ? `内容检查发现 ${stopped.length} 处禁止发布的问题：${some.join('、')}。请修改；确属误报的，由站点管理员写明理由后放行`
    : `内容检查还有 ${hits.length} 处问题未处理：${some.join('、')}。请修改，或逐条写明保留的理由`;
});

export const wordsRefused = defineError<{ hits: { field: string; text: string; reason: string }[] }>(
  'content.check.wordsRefused',
  'conflict',
  ({ hits }) =>
    `内容检查发现 ${hits.length} 处禁止发布的文字：${hits
      .slice(0, 3)
      .map(({ field, text }) => `${field}里的“${shortened(text)}”`)
      .join('、')}。请修改后再发布`,
);

export const dismissalReasonMissing = defineError(
  'content.check.dismissalReasonMissing',
  'invalid',
  () => '请写明保留的理由（1 至 500 字），审核人会看到',
);

export const blockNotYours = defineError(
  'content.check.blockNotYours',
  'forbidden',
  () => '禁止发布的问题须修改；确属误报的，请站点管理员写明理由后放行',
);

export const tooManyDismissals = defineError<{ most: number }>(
  'content.check.tooManyDismissals',
  'conflict',
  ({ most }) => `一篇稿件最多保留 ${most} 处检查提示，请修改稿件`,
);

export const dismissalMissing = defineError(
  'content.checkDismissal.notFound',
  'notFound',
  () => '此处没有保留说明，可能已被取消，请刷新',
);

const shortened = (text: string): string =>
  [...text].length > 15 ? `${[...text].slice(0, 15).join('')}…` : text;

export const findingNotFound = defineError(
  'content.checkFinding.notFound',
  'notFound',
  () => '复查结果不存在，可能已被处理，请刷新',
);

export const ignoringNeedsReason = defineError(
  'content.check.ignoringNeedsReason',
  'invalid',
  () => '忽略时须写明理由（1 至 500 字）',
);
