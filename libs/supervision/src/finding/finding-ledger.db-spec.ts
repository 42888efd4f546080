import { systemCtx, type SiteCtx, type SiteRef } from '@zhanqun/kernel';
import { testDb, type TestDb } from '@zhanqun/test-support';
import { rule } from '../facts/fake-facts';
import type { Observation } from '../indicator/indicator';
import { FindingLedger } from './finding-ledger';
import { Finding } from './finding.entity';

const site = { id: 7, key: 'qingshui', name: '清水镇人民政府', portalId: 1 } as SiteRef;
const at = (time: string): SiteCtx => ({ ...systemCtx(new Date(time)), site });
const stale = (subject: string, title = '栏目超过 14 天未更新'): Observation => ({
  subject,
  title,
  severity: 'warning',
  url: 'http://qingshui.localhost/',
  evidence: [{ label: '最近更新', value: '2026-03-01 09:00' }],
});
const figures = rule({ code: 'V-W4a', ruleText: '两周内须有更新', source: '国办秘函〔2019〕19号' });

describe('问题台账', () => {
  let test: TestDb;
  let ledger: FindingLedger;
  const rows = (): Promise<Finding[]> =>
    test.db.shared(systemCtx(new Date()), Finding).find({ order: { id: 'ASC' } });

  beforeEach(async () => {
    test = await testDb();
    ledger = new FindingLedger(test.db);
  });
  afterEach(() => test.close());

  it('keeps one row for a fault that is seen again, with the wording of the rule', async () => {
    await ledger.enter(at('2026-03-20T01:00:00Z'), figures, [stale('channel:1')]);

    const again = await ledger.enter(at('2026-03-21T01:00:00Z'), figures, [
      stale('channel:1', '栏目超过 15 天未更新'),
    ]);

    expect(again).toEqual({ standing: 1, appeared: 0, cleared: 0 });
    expect(await rows()).toMatchObject([
      {
        state: 'open',
        title: '栏目超过 15 天未更新',
        ruleText: '两周内须有更新',
        firstSeenAt: new Date('2026-03-20T01:00:00Z'),
        lastSeenAt: new Date('2026-03-21T01:00:00Z'),
      },
    ]);
  });

  it('clears what is no longer seen and opens a new finding when it comes back', async () => {
    await ledger.enter(at('2026-03-20T01:00:00Z'), figures, [stale('channel:1'), stale('channel:2')]);

    expect(await ledger.enter(at('2026-03-21T01:00:00Z'), figures, [stale('channel:2')])).toMatchObject({
      cleared: 1,
    });
    expect(
      await ledger.enter(at('2026-04-20T01:00:00Z'), figures, [stale('channel:1'), stale('channel:2')]),
    ).toMatchObject({ appeared: 1, standing: 2 });

    expect((await rows()).map(({ subject, state }) => `${subject} ${state}`)).toEqual([
      'channel:1 cleared',
      'channel:2 open',
      'channel:1 open',
    ]);
  });

  it('does not bring back what a supervisor dismissed while it lasts', async () => {
    await ledger.enter(at('2026-03-20T01:00:00Z'), figures, [stale('channel:1')]);
    await test.db
      .shared(at('2026-03-20T02:00:00Z'), Finding)
      .updateWhere({ subject: 'channel:1' }, { state: 'dismissed' });

    const change = await ledger.enter(at('2026-03-21T01:00:00Z'), figures, [stale('channel:1')]);

    expect(change).toMatchObject({ standing: 0, appeared: 0 });
    expect(await rows()).toHaveLength(1);
  });

  it("leaves other sites' and other indicators' findings alone", async () => {
    const elsewhere = { ...at('2026-03-20T01:00:00Z'), site: { ...site, id: 8 } };
    await ledger.enter(elsewhere, figures, [stale('channel:1')]);
    await ledger.enter(at('2026-03-20T01:00:00Z'), rule({ code: 'V-W4c' }), [stale('channel:1')]);

    await ledger.enter(at('2026-03-21T01:00:00Z'), figures, []);

    expect((await rows()).map(({ state }) => state)).toEqual(['open', 'open']);
  });

  it('shortens what would not fit instead of losing the finding', async () => {
    await ledger.enter(at('2026-03-20T01:00:00Z'), figures, [
      stale('link:'.padEnd(900, '𠮷'), '标题'.repeat(400)),
    ]);

    const [finding] = await rows();
    expect(finding?.title).toHaveLength(500);
  });
});
