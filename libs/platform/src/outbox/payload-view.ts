const SECRET = /password|passwd|token|secret|hash|credential|cookie|authorization/i;
const HIDDEN = '［已隐藏］';
const MAX_TEXT = 200;
const MAX_ITEMS = 20;
const MAX_DEPTH = 4;

/** A payload as the console may show it: secrets hidden, long parts cut. */
export function payloadView(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return cut(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= MAX_DEPTH) return '…';
  if (Array.isArray(value)) return value.slice(0, MAX_ITEMS).map((item) => payloadView(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([field, part]) => [
      field,
      SECRET.test(field) ? HIDDEN : payloadView(part, depth + 1),
    ]),
  );
}

function cut(text: string): string {
  const signs = [...text];
  return signs.length <= MAX_TEXT ? text : `${signs.slice(0, MAX_TEXT).join('')}…`;
}
