import { createHash } from 'node:crypto';
import type { AuditEntry } from './audit-entry.entity';

/** What the first entry of a chain names as its predecessor. */
export const CHAIN_START = '0'.repeat(64);

const LINKED = [
  'chain',
  'seq',
  'siteId',
  'at',
  'accountId',
  'actorName',
  'address',
  'action',
  'subject',
  'subjectId',
  'outcome',
  'summary',
  'detail',
  'traceId',
  'previousHash',
] as const satisfies readonly (keyof AuditEntry)[];

export type LinkedFacts = Pick<AuditEntry, (typeof LINKED)[number]>;

/** The hash of an entry: SHA-256 over its facts as JSON with sorted keys, its predecessor's hash included. */
export function linkHash(entry: LinkedFacts): string {
  const facts = LINKED.map((field) => [field, entry[field]] as const);
  return createHash('sha256')
    .update(canonicalJson(Object.fromEntries(facts)))
    .digest('hex');
}

/** JSON that does not depend on the order in which keys were set. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    isPlainObject(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

const SECRET = /passw|pwd|secret|token|cookie|authorization|credential|captcha|hash$|密码|口令|验证码/i;
const HIDDEN = '〔已隐去〕';

/** Detail as it is stored: plain JSON, well-formed text, nothing secret under any key at any depth. */
export function withoutSecrets(detail: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const text = JSON.stringify(detail, (key, value: unknown) => {
    if (key !== '' && SECRET.test(key) && value !== null && typeof value !== 'boolean') return HIDDEN;
    return typeof value === 'string' ? value.toWellFormed() : value;
  });
  return JSON.parse(text) as Record<string, unknown>;
}

/** Cut to what the column holds, counted as the database counts: in characters, not in UTF-16 units. */
export function fitting(text: string, length: number): string {
  const wellFormed = text.toWellFormed();
  if (wellFormed.length <= length) return wellFormed;
  const characters = Array.from(wellFormed);
  return characters.length <= length ? wellFormed : `${characters.slice(0, length - 1).join('')}…`;
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
