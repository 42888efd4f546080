import { fakeFacts, rule, siteAt } from '../facts/fake-facts';
import { OwedReviews } from './owed-reviews.indicator';

const owed = {
  id: 4,
  title: '山洪灾害红色预警',
  url: 'http://qingshui.localhost/art/202603/9.html',
  publishedAt: new Date('2026-03-18T22:10:00+08:00'),
  dueAt: new Date('2026-03-19T17:00:00+08:00'),
  publishedBy: '周泽安',
  reason: '气象台发布红色预警',
};

describe('U-1 应急发布未按时补审', () => {
  it('finds every publication whose review is owed, with the facts that prove it', async () => {
    const [found] = await new OwedReviews().check(
      siteAt('2026-03-20T09:00:00+08:00'),
      fakeFacts({ owed: [owed] }),
      rule({ code: 'U-1' }),
    );

    expect(found).toMatchObject({ subject: 'emergency:4', severity: 'deduction', url: owed.url });
    expect(found?.evidence).toEqual(
      expect.arrayContaining([
        { label: '补审期限', value: '2026-03-19 17:00' },
        { label: '办理人', value: '周泽安' },
      ]),
    );
  });

  it('finds nothing where nothing is owed', async () => {
    expect(
      await new OwedReviews().check(siteAt('2026-03-20T09:00:00+08:00'), fakeFacts({}), rule({})),
    ).toEqual([]);
  });
});
