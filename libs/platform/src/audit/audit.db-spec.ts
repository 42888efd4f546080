import { atSite, pageRequest, systemCtx } from '@zhanqun/kernel';
import type { Actor, SiteRef, StaffCtx } from '@zhanqun/kernel';
import { Audit, AuditEntry } from '@zhanqun/platform';
import { testDb } from '@zhanqun/test-support';
import type { TestDb } from '@zhanqun/test-support';
import { AuditHead } from './audit-head.entity';

jest.setTimeout(30_000);

const now = new Date('2026-03-01T01:02:03.456Z');
const platform = systemCtx(now);
const actor: Actor = { accountId: 7, name: '李文秀', organisationId: 2, address: '10.0.0.7' };
const at = (id: number): StaffCtx => ({ ...atSite(platform, { id, key: `s${id}` } as SiteRef), actor });

let test: TestDb;
let audit: Audit;
let next = 0;
beforeAll(async () => {
  test = await testDb();
  audit = new Audit(test.db);
});
afterAll(() => test.close());

const newSite = () => (next += 1);
const fact = (index: number) => ({
  action: 'article.passFinal',
  subject: 'Article',
  subjectId: index,
  summary: `终审通过第 ${index} 篇：𠮷`,
  detail: { index, title: '䶮', at: now },
});

async function chainOf(site: number, length: number): Promise<void> {
  for (let index = 1; index <= length; index += 1) await audit.record(at(site), fact(index));
}
const rows = () => test.db.shared(platform, AuditEntry);
const heads = () => test.db.shared(platform, AuditHead);

describe('recording', () => {
  it('keeps who, what, on which row, from where', async () => {
    const site = newSite();

    await audit.record(at(site), fact(12));

    const { items } = await audit.list(platform, { siteId: site }, pageRequest());
    expect(items).toMatchObject([
      {
        seq: 1,
        siteId: site,
        at: now,
        accountId: 7,
        actorName: '李文秀',
        address: '10.0.0.7',
        action: 'article.passFinal',
        subject: 'Article',
        subjectId: '12',
        outcome: 'done',
        detail: { index: 12, title: '䶮', at: now.toISOString() },
      },
    ]);
  });

  it('shares the fate of the transaction it belongs to', async () => {
    const site = newSite();

    await test.db
      .transaction(at(site), async (ctx) => {
        await audit.record(ctx, fact(1));
        throw new Error('undone');
      })
      .catch(() => undefined);

    expect(await rows().count({ siteId: site })).toBe(0);
  });

  it('keeps a refusal although the transaction around it was undone', async () => {
    const site = newSite();

    const attempt = test.db.transaction(at(site), async (ctx) => {
      await audit.record(ctx, { ...fact(1), outcome: 'refused' });
      throw new Error('refused');
    });

    await expect(attempt).rejects.toThrow('refused');
    expect(await rows().find({ where: { siteId: site } })).toMatchObject([{ outcome: 'refused', seq: 1 }]);
    expect(await audit.verify(platform, site)).toMatchObject({ isIntact: true });
  });

  it('keeps one chain when many write at the same time', async () => {
    const sites = [newSite(), newSite()];

    await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        test.db
          .transaction(at(sites[index % 2]!), async (ctx) => {
            await audit.record(ctx, fact(index));
            if (index % 7 === 0) throw new Error('undone');
          })
          .catch((error: Error) => {
            if (error.message !== 'undone') throw error;
          }),
      ),
    );

    for (const site of sites) {
      const { isIntact, checked } = await audit.verify(platform, site);
      expect(isIntact).toBe(true);
      expect(checked).toBe(await rows().count({ siteId: site }));
    }
  });

  it('keeps the platform apart from its sites', async () => {
    await audit.record(platform, { action: 'account.create', subject: 'Account', summary: '新建账号' });

    expect(await audit.list(platform, { siteId: null }, pageRequest())).toMatchObject({
      total: 1,
      items: [{ siteId: null, accountId: 0, chain: 0 }],
    });
    expect(await audit.chains(platform)).toContain(null);
    expect(await audit.verify(platform, null)).toMatchObject({ isIntact: true, checked: 1 });
  });
});

describe('listing', () => {
  it('filters by account, action, row, words and time', async () => {
    const site = newSite();
    await chainOf(site, 3);
    await audit.record(atSite(platform, at(site).site!), {
      action: 'site.open',
      subject: 'Site',
      summary: '开办 100% 完成',
    });
    const total = async (filter: object) =>
      (await audit.list(platform, { siteId: site, ...filter }, pageRequest())).total;

    expect(await total({ accountId: 7 })).toBe(3);
    expect(await total({ action: 'site.open' })).toBe(1);
    expect(await total({ subject: 'Article', subjectId: 2 })).toBe(1);
    expect(await total({ text: '100%' })).toBe(1);
    expect(await total({ from: now })).toBe(4);
    expect(await total({ to: now })).toBe(0);
    expect(await total({ outcome: 'refused' })).toBe(0);
  });
});

describe('verifying', () => {
  it('finds nothing wrong with an untouched chain, however long, and with an empty one', async () => {
    const site = newSite();
    await test.db.transaction(at(site), async (ctx) => {
      for (let index = 1; index <= 401; index += 1) await audit.record(ctx, fact(index));
    });

    expect(await audit.verify(platform, site)).toEqual({ isIntact: true, checked: 401, broken: null });
    expect(await audit.verify(platform, 4_000_000)).toEqual({ isIntact: true, checked: 0, broken: null });
  });

  it('finds a changed entry', async () => {
    const site = newSite();
    await chainOf(site, 5);

    await rows().updateWhere({ siteId: site, seq: 3 }, { summary: '什么也没发生' });

    expect(await audit.verify(platform, site)).toMatchObject({
      checked: 2,
      broken: { seq: 3, fault: 'changed' },
    });
  });

  it('finds a changed entry whose own hash was made to fit', async () => {
    const site = newSite();
    await chainOf(site, 5);

    await rows().updateWhere({ siteId: site, seq: 3 }, { hash: 'f'.repeat(64) });

    expect((await audit.verify(platform, site)).broken).toMatchObject({ seq: 3, fault: 'changed' });
  });

  it('finds a removed entry', async () => {
    const site = newSite();
    await chainOf(site, 5);

    await rows().removeWhere({ siteId: site, seq: 2 });

    expect((await audit.verify(platform, site)).broken).toEqual({ seq: 2, entryId: null, fault: 'missing' });
  });

  it('finds a removed entry although the numbers behind it were closed up', async () => {
    const site = newSite();
    await chainOf(site, 4);

    await rows().removeWhere({ siteId: site, seq: 2 });
    for (const seq of [3, 4]) await rows().updateWhere({ siteId: site, seq }, { seq: seq - 1 });

    expect((await audit.verify(platform, site)).broken).toMatchObject({ seq: 2, fault: 'relinked' });
  });

  it('finds two entries that changed places', async () => {
    const site = newSite();
    await chainOf(site, 4);

    await rows().updateWhere({ siteId: site, seq: 2 }, { seq: 99 });
    await rows().updateWhere({ siteId: site, seq: 3 }, { seq: 2 });
    await rows().updateWhere({ siteId: site, seq: 99 }, { seq: 3 });

    expect((await audit.verify(platform, site)).broken).toMatchObject({ seq: 2, fault: 'relinked' });
  });

  it('finds that the end was cut off', async () => {
    const site = newSite();
    await chainOf(site, 5);

    await rows().removeWhere([
      { siteId: site, seq: 4 },
      { siteId: site, seq: 5 },
    ]);

    expect((await audit.verify(platform, site)).broken).toEqual({ seq: 4, entryId: null, fault: 'cutOff' });
  });

  it('finds that the whole chain, or its head, was removed', async () => {
    const [whole, headless] = [newSite(), newSite()];
    await chainOf(whole, 2);
    await chainOf(headless, 2);

    await rows().removeWhere({ siteId: whole });
    await heads().removeWhere({ chain: headless });

    expect((await audit.verify(platform, whole)).broken).toMatchObject({ seq: 1, fault: 'cutOff' });
    expect((await audit.verify(platform, headless)).broken).toMatchObject({ fault: 'cutOff' });
  });

  it('finds an entry that was added behind the head', async () => {
    const site = newSite();
    await chainOf(site, 2);
    const last = (await rows().findOne({ siteId: site, seq: 2 }))!;

    const { id: _id, ...copy } = last;
    await rows().save(rows().build({ ...copy, seq: 3 }));

    expect((await audit.verify(platform, site)).broken).toMatchObject({ seq: 3, fault: 'added' });
  });
});
