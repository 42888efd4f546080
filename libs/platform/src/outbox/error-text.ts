import { DomainError } from '@zhanqun/kernel';

const MAX_LENGTH = 1000;

/** What went wrong, short enough for a list and without parts that a database would refuse. */
export function errorText(error: unknown): string {
  const texts: string[] = [];
  for (let part: unknown = error; part !== undefined && texts.length < 4; part = causeOf(part))
    texts.push(oneText(part));
  const text = texts
    .join(' ← ')
    .toWellFormed()
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000b-\u001f]/g, ' ');
  const signs = [...text];
  return signs.length <= MAX_LENGTH ? text : `${signs.slice(0, MAX_LENGTH - 1).join('')}…`;
}

function oneText(error: unknown): string {
  if (error instanceof DomainError) return `${error.message}（${error.code}）`;
  if (typeof error === 'object' && error !== null && 'message' in error)
    return String(error.message) || '未知错误';
  return String(error);
}

function causeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'cause' in error ? error.cause : undefined;
}
