export type Encoding = 'br' | 'gzip' | 'identity';

const known = new Map<string, Encoding>();
const LIMIT = 500;

/** The smallest form a client takes. Browsers send a handful of values, so answers are remembered. */
export function acceptedEncoding(header: string | undefined): Encoding {
  if (header === undefined || header === '') return 'identity';
  let encoding = known.get(header);
  if (encoding === undefined) {
    encoding = negotiate(header);
    if (known.size < LIMIT && header.length < 200) known.set(header, encoding);
  }
  return encoding;
}

function negotiate(header: string): Encoding {
  const accepted = new Map<string, number>();
  for (const part of header.toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.trim().split(';');
    const quality = parameters.map((text) => /^\s*q=([\d.]+)\s*$/.exec(text)?.[1]).find(Boolean);
    accepted.set(name.trim(), quality === undefined ? 1 : Number(quality));
  }
  const quality = (name: string): number => accepted.get(name) ?? accepted.get('*') ?? 0;
  if (quality('br') > 0) return 'br';
  return quality('gzip') > 0 ? 'gzip' : 'identity';
}
