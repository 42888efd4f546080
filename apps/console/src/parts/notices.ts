import { reactive } from 'vue';

export interface Notice {
  id: number;
  tone: 'good' | 'bad';
  text: string;
  action?: { label: string; run: () => void };
}

export const notices = reactive<Notice[]>([]);
let last = 0;

function show(tone: Notice['tone'], text: string, action?: Notice['action']): void {
  const notice: Notice = { id: ++last, tone, text, ...(action ? { action } : {}) };
  notices.push(notice);
  window.setTimeout(() => dismiss(notice.id), tone === 'bad' || action ? 10_000 : 5_000);
}

/** Says what happened, and offers the next step or an undo. */
export const said = (text: string, action?: Notice['action']): void => show('good', text, action);
export const refused = (text: string): void => show('bad', text);

export function dismiss(id: number): void {
  const at = notices.findIndex((notice) => notice.id === id);
  if (at >= 0) notices.splice(at, 1);
}
