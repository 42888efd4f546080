import { fileNameRefused } from './storage.errors';

const SEGMENT = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,119}$/;
/** Device names of Windows, with any extension: a backup copied there must stay readable. */
const RESERVED = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i;
const MAX_DEPTH = 8;

/**
 * The path segments of a file name such as `2026/03/a1b2c3.png`. Only plain ASCII segments: names that
 * people gave their files are stored as facts of the asset and never become paths.
 */
export function fileSegments(name: string): string[] {
  const segments = name.split('/');
  const isPlain = (segment: string): boolean =>
    SEGMENT.test(segment) && !RESERVED.test(segment) && !segment.endsWith('.') && !segment.includes('..');
  if (segments.length > MAX_DEPTH || !segments.every(isPlain))
    throw fileNameRefused({ name: name.slice(0, 200) });
  return segments;
}
