export const UNITS = [
  { value: 'day', label: '按日' },
  { value: 'month', label: '按月' },
  { value: 'hour', label: '按小时' },
] as const;

export const FORMATS = [
  { value: 'xlsx', label: 'Excel' },
  { value: 'csv', label: 'CSV' },
] as const;

export const number = (value: number): string => value.toLocaleString('zh-CN');

/** 环比: what changed against the period before, in words that need no colour. */
export function changeWords(now: number, before: number): string {
  if (before === 0) return now === 0 ? '与上期持平' : '上期无访问';
  const percent = Math.round(((now - before) / before) * 1000) / 10;
  if (percent === 0) return '与上期持平';
  return percent > 0 ? `比上期增 ${percent}%` : `比上期减 ${-percent}%`;
}

export const pointName = (key: string): string => (key.length === 2 ? `${key} 时` : key);
