import { indicators } from '@zhanqun/supervision';
import { parse } from 'yaml';
import { sources } from './sources';

const folder = 'libs/supervision/src/indicators';
const files = sources([folder], /\.indicator\.ts$/);
const specs = sources([folder], /\.spec\.ts$/);

/** Every `id` of a rule anywhere in the regulations. */
function idsIn(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(idsIn);
  if (part === null || typeof part !== 'object') return [];
  const { id } = part as { id?: unknown };
  return [...(typeof id === 'string' ? [id] : []), ...Object.values(part).flatMap(idsIn)];
}
const rules = sources(['config/regulations'], /\.yaml$/).flatMap(({ text }) => idsIn(parse(text)));

describe('every indicator', () => {
  it.each(files.map(({ path, text }) => [path, text] as const))('%s is listed', (_path, text) => {
    const [, name] = /export class (\w+)/.exec(text) ?? [];

    expect(indicators.map((indicator) => indicator.constructor.name)).toContain(name);
  });

  it.each(indicators.map(({ code }) => code))('%s has its figures in a regulation', (code) => {
    expect(rules).toContain(code);
  });

  it.each(indicators.map(({ code }) => code))('%s has a spec', (code) => {
    const spoken = specs.filter(({ text }) =>
      new RegExp(`describe\\('${code.replace('.', '\\.')}\\b`).test(text),
    );

    expect(spoken.map(({ path }) => path)).not.toEqual([]);
  });

  it('has a code of its own', () => {
    const codes = indicators.map(({ code }) => code);

    expect(new Set(codes).size).toBe(codes.length);
  });

  it('measures and leaves the figures to the regulation', () => {
    const figures = files.flatMap(({ path, text }) =>
      text.split('\n').flatMap((line, at) => (/[<>]=?\s*\d{2,}\b/.test(line) ? [`${path}:${at + 1}`] : [])),
    );

    expect(figures).toEqual([]);
  });
});
