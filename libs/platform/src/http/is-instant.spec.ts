import { isInstant } from './is-instant';

describe('时间', () => {
  it.each(['2026-12-01', '2026-12-01T10:00:00Z', '2026-12-01T10:00:00.123+08:00', '2028-02-29T00:00'])(
    '%s is an instant',
    (text) => {
      expect(isInstant(text)).toBe(true);
    },
  );

  it.each([
    '2026-W48-1',
    '2026-W48',
    '2026-340',
    '2026-02-30',
    '2026-12-01T10',
    '2026-12-01T25:00:00Z',
    '明天',
    '',
    1,
    null,
    ['2026-12-01'],
  ])('%j is none', (value) => {
    expect(isInstant(value)).toBe(false);
  });
});
