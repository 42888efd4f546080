import { fakeFacts, rule, siteAt } from '../facts/fake-facts';
import { OwedCarryings } from './owed-carryings.indicator';

const uncarried = {
  id: 7,
  title: '关于做好防汛备汛工作的通知',
  url: 'http://shifan.localhost/art/202603/3.html',
  sentAt: new Date('2026-03-16T09:00:00+08:00'),
  dueOn: '2026-03-18',
  isAccepted: false,
};

describe('U-2 要求转载的信息逾期未转载', () => {
  it('finds each document that is owed, with its day and how far it came', async () => {
    const [found] = await new OwedCarryings().check(
      siteAt('2026-03-20T09:00:00+08:00'),
      fakeFacts({ uncarried: [uncarried] }),
      rule({ code: 'U-2' }),
    );

    expect(found).toMatchObject({ subject: 'delivery:7', severity: 'deduction', url: uncarried.url });
    expect(found?.evidence).toEqual(
      expect.arrayContaining([
        { label: '转载期限', value: '2026-03-18' },
        { label: '办理情况', value: '未签收' },
      ]),
    );
  });

  it('finds nothing where everything was carried', async () => {
    const at = siteAt('2026-03-20T09:00:00+08:00');

    expect(await new OwedCarryings().check(at, fakeFacts({}), rule({}))).toEqual([]);
  });
});
