const OFFSET_MS = 8 * 60 * 60 * 1000;

/** `2026-03-05 14:30` in Shanghai, whatever the zone of the machine. */
export function minute(iso: string | null | undefined): string {
  if (!iso) return '';
  return new Date(Date.parse(iso) + OFFSET_MS).toISOString().slice(0, 16).replace('T', ' ');
}

export function day(iso: string | null | undefined): string {
  return iso && iso.length > 10 ? minute(iso).slice(0, 10) : (iso ?? '');
}

/** How long something has been waiting, in the office's words. */
export function age(iso: string, now: number = Date.now()): string {
  const minutes = Math.max(0, Math.floor((now - Date.parse(iso)) / 60_000));
  if (minutes < 1) return '刚刚';
  if (minutes < 60) return `${minutes} 分钟前`;
  if (minutes < 24 * 60) return `${Math.floor(minutes / 60)} 小时前`;
  return `${Math.floor(minutes / 1440)} 天前`;
}

export function dueWords(workingDaysLeft: number): string {
  if (workingDaysLeft < 0) return `已逾期 ${-workingDaysLeft} 个工作日`;
  if (workingDaysLeft === 0) return '今天到期';
  return `还剩 ${workingDaysLeft} 个工作日`;
}

export function bytes(count: number): string {
  if (count < 1024) return `${count} 字节`;
  if (count < 1024 * 1024) return `${Math.round(count / 1024)} KB`;
  return `${(count / 1024 / 1024).toFixed(1)} MB`;
}
