import { adoptionGrades, gradesIn, losesPoints } from './adoption-grades';

describe('采用等次', () => {
  it('are one a line, in the order in which they are offered', () =>
    expect(gradesIn(' 头条 10 \n\n要闻\t5\r\n')).toEqual([
      { name: '头条', points: 10 },
      { name: '要闻', points: 5 },
    ]));

  it('may be none', () => expect([gradesIn(''), adoptionGrades.validate?.('')]).toEqual([[], null]));

  it.each(['头条', '头条 -3', '头条 1.5', '头条 10\n头条 5', '头 条 10'])('refuses %j', (text) =>
    expect(adoptionGrades.validate?.(text)).toEqual(expect.any(String)),
  );
});

describe('积分收回', () => {
  const carried = new Date('2026-03-01T23:30:00+08:00');

  it.each([
    ['2026-03-08T23:59:00+08:00', 7, true],
    ['2026-03-09T00:00:00+08:00', 7, false],
    ['2026-03-01T23:40:00+08:00', 0, false],
  ])('of a copy withdrawn at %s, kept for %i days: %s', (at, days, loses) =>
    expect(losesPoints(carried, new Date(at), days)).toBe(loses),
  );
});
