import { VisitorLimits } from './visitor-limits';

const minute = 60_000;

describe('访问限速', () => {
  it('lets a visitor ask so often a minute, then says for how long to wait', () => {
    const limits = new VisitorLimits();
    const ask = (now: number) => limits.waitFor('/search/', '203.0.113.9', 3, now);

    expect([ask(0), ask(10), ask(20)]).toEqual([0, 0, 0]);
    expect(ask(15_000)).toBe(45);
    expect(ask(minute - 1)).toBe(1);
    expect(ask(minute)).toBe(0);
  });

  it('counts each visitor and each page for itself', () => {
    const limits = new VisitorLimits();

    expect(limits.waitFor('/search/', '203.0.113.9', 1, 0)).toBe(0);
    expect(limits.waitFor('/search/', '203.0.113.8', 1, 0)).toBe(0);
    expect(limits.waitFor('/search.json', '203.0.113.9', 1, 0)).toBe(0);
    expect(limits.waitFor('/search/', '203.0.113.9', 1, 0)).toBeGreaterThan(0);
  });

  it.each([
    ['2001:db8:1:2::1', '2001:db8:1:2:ffff::9', true],
    ['2001:db8:1:2::1', '2001:db8:1:3::1', false],
    ['::ffff:203.0.113.9', '203.0.113.9', true],
  ])('takes %s and %s for one visitor: %s', (first, second, isOne) => {
    const limits = new VisitorLimits();
    limits.waitFor('/', first, 1, 0);

    expect(limits.waitFor('/', second, 1, 0) > 0).toBe(isOne);
  });

  it('stays small in a flood from ever new addresses, and forgets who has not asked for a minute', () => {
    const limits = new VisitorLimits(100);
    for (let at = 0; at < 10_000; at += 1) limits.waitFor('/', `10.0.${at >> 8}.${at & 255}`, 1, at);
    expect(limits.size).toBeLessThanOrEqual(100);

    limits.waitFor('/', '10.9.9.9', 1, 10 * minute);
    expect(limits.size).toBe(1);
  });
});
