import { fakeFacts, rule, siteAt } from '../facts/fake-facts';
import { HomepageStale } from './homepage-stale.indicator';

const indicator = new HomepageStale();
const found = async (newest: string | null, now: string): Promise<number> =>
  (await indicator.check(siteAt(now), fakeFacts({ homeNewest: newest ? new Date(newest) : null }), rule({})))
    .length;

describe('V-W3 首页不更新', () => {
  it.each([
    ['2026-03-06T23:59:00+08:00', '2026-03-20T23:59:00+08:00', 0],
    ['2026-03-06T23:59:00+08:00', '2026-03-21T00:00:00+08:00', 1],
    ['2026-03-20T08:00:00+08:00', '2026-03-20T09:00:00+08:00', 0],
  ])('newest %s, looked at %s: %d veto', async (newest, now, count) => {
    expect(await found(newest, now)).toBe(count);
  });

  it('counts items without a publication time as not updated', async () => {
    expect(await found(null, '2026-03-20T09:00:00+08:00')).toBe(1);
  });
});
