import fc from 'fast-check';
import { readQuery } from './asked-query';

const rule = { query: ['q', 'scope', 'page'], perMinute: 60 };
const read = (search: string) => readQuery(rule, search);

describe('网址参数', () => {
  it.each([
    ['?q=%E5%8C%BB%E4%BF%9D', { q: '医保' }, '?q=%E5%8C%BB%E4%BF%9D'],
    ['?page=2&q=a', { q: 'a', page: '2' }, '?q=a&page=2'],
    ['?utm=1&q=a&utm=2', { q: 'a' }, '?q=a'],
    ['?q=a&q=b', { q: 'a' }, '?q=a'],
    ['?q=&page=', {}, ''],
    ['?q', {}, ''],
    ['', {}, ''],
    ['?q=+a++b+', { q: 'a  b' }, '?q=a%20%20b'],
    ['?q=cafe%CC%81', { q: 'café' }, '?q=caf%C3%A9'],
    ['?q=a=b', { q: 'a=b' }, '?q=a%3Db'],
    ['?Q=a', {}, ''],
    ['?__proto__=1&constructor=2', {}, ''],
    ['?q=%F0%A0%AE%B7', { q: '𠮷' }, '?q=%F0%A0%AE%B7'],
    ['?utm=%FF&q=a', { q: 'a' }, '?q=a'],
  ])('%s is read as %j', (search, values, canonical) => {
    expect(read(search)).toEqual({ kind: 'read', values, canonical });
  });

  it.each(['?q=%00', '?q=%0A', '?q=%', '?q=%FF', '?q=%ED%A0%80', '?q=%E2%80%A8', '?q=%EF%BF%BD'])(
    'refuses %s',
    (search) => {
      expect(read(search).kind).toBe('malformed');
    },
  );

  it('takes 200 characters and refuses one more', () => {
    expect(read(`?q=${'字'.repeat(200)}`)).toMatchObject({ values: { q: '字'.repeat(200) } });
    expect(read(`?q=${'字'.repeat(201)}`).kind).toBe('tooLong');
  });

  it('gives what was asked one spelling, whatever the order and whatever stands beside it', () => {
    const value = fc.string({ unit: 'grapheme', maxLength: 20 });
    fc.assert(
      fc.property(value, value, value, (q, page, other) => {
        const [a, b, c] = [
          `q=${encodeURIComponent(q)}`,
          `page=${encodeURIComponent(page)}`,
          `x=${encodeURIComponent(other)}`,
        ];
        const first = read(`?${a}&${b}&${c}`);
        expect(read(`?${c}&${b}&${a}`)).toEqual(first);
        if (first.kind === 'read') expect(read(first.canonical)).toEqual(first);
      }),
    );
  });
});
