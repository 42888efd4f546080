import { FixedClock, systemCtx, type Ctx, type SiteRef } from '@zhanqun/kernel';
import { testDb, type TestDb } from '@zhanqun/test-support';
import { InProcessBus } from '../cache';
import { EmbeddedMover } from './embedded-mover';
import { JobLedger } from './job-ledger';
import { JobTiming } from './job-timing';
import { Outbox } from './outbox';
import { OutboxRow } from './outbox-row.entity';

class Indexed {
  static readonly kind = 'test.indexed';
  constructor(readonly articleId: number) {}
}
class Renamed {
  static readonly kind = 'test.renamed';
  constructor(readonly articleId: number) {}
}

const now = new Date('2026-03-05T08:00:00.123Z');
const later = new Date('2026-03-06T08:00:00.456Z');
const site = (id: number): SiteRef => ({ id, key: `s${id}` }) as SiteRef;

describe('待办事项箱', () => {
  let base: TestDb;
  let outbox: Outbox;
  let ledger: JobLedger;
  const ctx = systemCtx(now, 'trace-1');

  beforeAll(async () => {
    base = await testDb();
    const timing = new JobTiming();
    ledger = new JobLedger(base.db, timing);
    outbox = new Outbox(base.db, new EmbeddedMover(ledger, new InProcessBus(), new FixedClock(now), timing));
  });

  afterAll(() => base.close());
  afterEach(() => base.db.shared(ctx, OutboxRow).removeWhere({}));

  const rows = (): Promise<OutboxRow[]> => base.db.shared(ctx, OutboxRow).find({ order: { id: 'ASC' } });
  const at = (id: number, more: Partial<Ctx> = {}): Ctx => ({ ...ctx, site: site(id), ...more });

  it('keeps what a job needs: kind, payload, site, time, trace and who caused it', async () => {
    const actor = { accountId: 12, name: '王敏', organisationId: 3 };

    await outbox.add(at(7, { actor }), new Indexed(5), { runAfter: later });
    await outbox.add(ctx, new Indexed(6));

    expect(await rows()).toMatchObject([
      {
        kind: 'test.indexed',
        payload: { articleId: 5 },
        siteId: 7,
        runAfter: later,
        traceId: 'trace-1',
        actorId: 12,
      },
      {
        kind: 'test.indexed',
        payload: { articleId: 6 },
        siteId: null,
        runAfter: now,
        actorId: null,
        state: 'waiting',
      },
    ]);
  });

  it.each([
    ['a date', new Date()],
    ['a map', new Map()],
    ['a function', () => 1],
    ['a bigint', 1n],
    ['not a number', Number.NaN],
    ['a date inside a list', [new Date()]],
    ['an instance', new Indexed(1)],
  ])('refuses %s in a payload: it would come back as something else', async (_, value) => {
    await expect(outbox.add(ctx, new Indexed(value as unknown as number))).rejects.toThrow(
      'does not survive JSON',
    );
  });

  it('refuses an event without a kind', async () => {
    class Nameless {}

    await expect(outbox.add(ctx, new Nameless())).rejects.toThrow('Nameless is no job event');
  });

  describe('with a unique key', () => {
    it('keeps one waiting job, with the latest payload and time', async () => {
      await outbox.add(at(7), new Indexed(5), { uniqueKey: 'publish', runAfter: later });
      await outbox.add(at(7), new Indexed(6), { uniqueKey: 'publish' });

      expect(await rows()).toMatchObject([{ payload: { articleId: 6 }, runAfter: now }]);
    });

    it('tells sites and kinds apart', async () => {
      await outbox.add(at(7), new Indexed(5), { uniqueKey: '1' });
      await outbox.add(at(8), new Indexed(5), { uniqueKey: '1' });
      await outbox.add(at(7), new Renamed(5), { uniqueKey: '1' });
      await outbox.add(ctx, new Indexed(5), { uniqueKey: '1' });

      expect(await rows()).toHaveLength(4);
    });

    it('adds a second job when the first one has started: it may have read the old facts', async () => {
      await outbox.add(ctx, new Indexed(5), { uniqueKey: '1' });
      const [first] = await rows();
      await ledger.claim(first!.id, now);

      await outbox.add(ctx, new Indexed(5), { uniqueKey: '1' });

      expect((await rows()).map(({ state }) => state)).toEqual(['running', 'waiting']);
    });

    it('keeps one job when many add it at the same time', async () => {
      const adding = Array.from({ length: 20 }, (_, articleId) =>
        base.db.transaction(ctx, (ctx) => outbox.add(ctx, new Indexed(articleId), { uniqueKey: 'rush' })),
      );

      await Promise.all(adding);

      expect(await rows()).toHaveLength(1);
    });
  });

  describe('an attempt whose lease was lost', () => {
    it('changes nothing when it ends after the next one has begun', async () => {
      await outbox.add(ctx, new Indexed(5));
      const [{ id }] = (await rows()) as [OutboxRow];
      const slow = await ledger.claim(id, now);
      const afterLease = new Date(now.getTime() + 61_000);
      const next = await ledger.claim(id, afterLease);

      await ledger.finish(slow!, afterLease);
      expect(await ledger.renew(slow!, afterLease)).toBe(false);
      expect(await ledger.fail(slow!, new Error('late'), afterLease)).toBeNull();

      expect(await rows()).toMatchObject([{ state: 'running', attempts: 2, lastError: null }]);
      await ledger.finish(next!, afterLease);
      expect(await rows()).toMatchObject([{ state: 'done', finishedAt: afterLease }]);
    });

    it('is not lost while it is renewed', async () => {
      await outbox.add(ctx, new Indexed(5));
      const [{ id }] = (await rows()) as [OutboxRow];
      const row = await ledger.claim(id, now);
      const soon = new Date(now.getTime() + 40_000);

      expect(await ledger.renew(row!, soon)).toBe(true);

      expect(await ledger.claim(id, new Date(now.getTime() + 61_000))).toBeNull();
      expect(await ledger.claim(id, new Date(soon.getTime() + 60_000))).toMatchObject({ attempts: 2 });
    });
  });

  it('bounds the stored reason of a failure and keeps rare characters whole', async () => {
    await outbox.add(ctx, new Indexed(5));
    const [{ id }] = (await rows()) as [OutboxRow];
    const row = await ledger.claim(id, now);

    await ledger.fail(row!, new Error('𠮷'.repeat(5000) + '\ud800'), now);

    const [{ lastError }] = (await rows()) as [OutboxRow];
    expect(lastError).toBe(`${'𠮷'.repeat(999)}…`);
  });
});
