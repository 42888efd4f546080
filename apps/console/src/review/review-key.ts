export type ReviewKey =
  | 'pass'
  | 'sendBack'
  | 'edit'
  | 'claim'
  | 'remark'
  | 'next'
  | 'previous'
  | 'preview'
  | 'changes'
  | 'split'
  | 'print'
  | 'help';

/** One table for the keys and for the help that lists them. A, R and D are those of the first edition. */
export const REVIEW_KEYS: readonly { keys: readonly string[]; key: ReviewKey; words: string }[] = [
  { keys: ['p', 'a'], key: 'pass', words: '通过' },
  { keys: ['b', 'r'], key: 'sendBack', words: '退回（作者或前面的环节）' },
  { keys: ['e'], key: 'edit', words: '修改后通过' },
  { keys: ['c'], key: 'claim', words: '我来审' },
  { keys: ['m'], key: 'remark', words: '对选中的文字写批注' },
  { keys: ['j'], key: 'next', words: '下一篇待审' },
  { keys: ['k'], key: 'previous', words: '上一篇待审' },
  { keys: ['1'], key: 'preview', words: '看网页效果' },
  { keys: ['2', 'd'], key: 'changes', words: '看逐词对照' },
  { keys: ['3'], key: 'split', words: '看左右对照' },
  { keys: ['f'], key: 'print', words: '打开审批单' },
  { keys: ['?'], key: 'help', words: '打开本说明' },
];

/** Single letters act only while nobody is typing. */
export function reviewKey(event: KeyboardEvent): ReviewKey | null {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return null;
  const target = event.target as HTMLElement;
  if (target.closest('input, textarea, select, [contenteditable="true"], [role="dialog"]')) return null;
  const pressed = event.key.toLowerCase();
  return REVIEW_KEYS.find(({ keys }) => keys.includes(pressed))?.key ?? null;
}
