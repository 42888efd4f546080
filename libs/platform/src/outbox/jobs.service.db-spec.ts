import { allowAll, FixedClock, pageRequest, systemCtx, type SiteRef, type StaffCtx } from '@zhanqun/kernel';
import { testDb, type TestDb } from '@zhanqun/test-support';
import { Audit } from '../audit';
import { InProcessBus } from '../cache';
import { EmbeddedMover } from './embedded-mover';
import { JobLedger } from './job-ledger';
import type { JobState } from './job-state';
import { JobTiming } from './job-timing';
import { toJobDetailView } from './jobs.dto';
import { JobsService } from './jobs.service';
import { Outbox } from './outbox';
import { OutboxRow } from './outbox-row.entity';

const now = new Date('2026-03-05T08:00:00Z');
const minutesAgo = (minutes: number): Date => new Date(now.getTime() - minutes * 60_000);

describe('后台任务', () => {
  let base: TestDb;
  let outbox: Outbox;
  let jobs: JobsService;
  let audit: Audit;
  const ctx: StaffCtx = {
    actor: { accountId: 12, name: '王敏', organisationId: 3 },
    ability: allowAll,
    now,
    traceId: 'trace-1',
  };
  const site = { id: 7, key: 'qingshui', name: '清水镇' } as SiteRef;

  beforeAll(async () => {
    base = await testDb();
    const timing = new JobTiming();
    const clock = new FixedClock(now);
    const mover = new EmbeddedMover(new JobLedger(base.db, timing), new InProcessBus(), clock, timing);
    audit = new Audit(base.db);
    outbox = new Outbox(base.db, mover);
    jobs = new JobsService(base.db, mover, audit);
  });

  afterAll(() => base.close());
  afterEach(() => base.db.shared(ctx, OutboxRow).removeWhere({}));

  const stored = async (state: JobState, more: Partial<OutboxRow> = {}): Promise<number> => {
    const { siteId, ...values } = more;
    await outbox.addJob(siteId ? { ...ctx, site } : ctx, { kind: 'test.work', payload: {} });
    const rows = base.db.shared(ctx, OutboxRow);
    const row = await rows.findOne({}, { order: { id: 'DESC' } });
    await rows.updateWhere({ id: row!.id }, { state, ...values });
    return row!.id;
  };

  it('lists the newest first, by state, kind, site and words', async () => {
    const failed = await stored('failed', { lastError: '连接 100% 超时' });
    const done = await stored('done', { kind: 'test.other', siteId: 7 });
    const waiting = await stored('waiting', { lastError: '连接 1000 超时' });
    const ids = async (filter: object): Promise<number[]> =>
      (await jobs.list(ctx, filter, pageRequest())).items.map(({ id }) => id);

    expect(await ids({})).toEqual([waiting, done, failed]);
    expect(await ids({ state: 'failed' })).toEqual([failed]);
    expect(await ids({ kind: 'test.other' })).toEqual([done]);
    expect(await ids({ siteId: 7 })).toEqual([done]);
    expect(await ids({ q: 'OTHER' })).toEqual([done]);
    expect(await ids({ q: '100%' })).toEqual([failed]);
    expect(await ids({ q: '超时', state: 'waiting' })).toEqual([waiting]);
  });

  it('counts by state, and what should have started more than five minutes ago', async () => {
    await stored('waiting', { runAfter: minutesAgo(6) });
    await stored('waiting', { runAfter: minutesAgo(4) });
    await stored('failed', { runAfter: minutesAgo(60) });

    expect(await jobs.counts(ctx)).toEqual({
      waiting: 2,
      running: 0,
      done: 0,
      failed: 1,
      discarded: 0,
      overdue: 1,
    });
  });

  it.each(['failed', 'discarded'] as const)(
    'retries a %s job with all its attempts and says who did',
    async (state) => {
      const id = await stored(state, { attempts: 5, runAfter: minutesAgo(60), finishedAt: minutesAgo(50) });

      await jobs.retry(ctx, id);

      expect(await jobs.get(ctx, id)).toMatchObject({
        state: 'waiting',
        attempts: 0,
        runAfter: now,
        finishedAt: null,
      });
      const { items } = await audit.list(ctx, { subject: 'Job', subjectId: id }, pageRequest());
      expect(items).toMatchObject([{ action: 'job.retry' }]);
    },
  );

  it.each(['waiting', 'failed'] as const)('discards a %s job', async (state) => {
    const id = await stored(state);

    await jobs.discard(ctx, id);

    expect(await jobs.get(ctx, id)).toMatchObject({ state: 'discarded', finishedAt: now });
  });

  it.each([
    ['retry', 'waiting'],
    ['retry', 'running'],
    ['retry', 'done'],
    ['discard', 'running'],
    ['discard', 'done'],
    ['discard', 'discarded'],
  ] as const)('refuses to %s a %s job', async (move, state) => {
    const id = await stored(state);

    await expect(jobs[move](ctx, id)).rejects.toMatchObject({ code: 'platform.job.moveRefused' });

    expect(await jobs.get(ctx, id)).toMatchObject({ state });
  });

  it('answers not found for a job that is not there', async () => {
    await expect(jobs.get(ctx, 999_999)).rejects.toMatchObject({ code: 'platform.job.notFound' });
    await expect(jobs.retry(ctx, 999_999)).rejects.toMatchObject({ code: 'platform.job.notFound' });
  });

  it('removes finished jobs of long ago and keeps failed ones', async () => {
    await stored('done', { finishedAt: minutesAgo(100) });
    await stored('discarded', { finishedAt: minutesAgo(100) });
    const kept = [
      await stored('done', { finishedAt: minutesAgo(10) }),
      await stored('failed', { finishedAt: minutesAgo(100) }),
      await stored('waiting'),
    ];

    expect(await jobs.prune(systemCtx(now), minutesAgo(60))).toBe(2);

    const { items } = await jobs.list(ctx, {}, pageRequest());
    expect(items.map(({ id }) => id).reverse()).toEqual(kept);
  });

  it('shows the site and the payload without its secrets', async () => {
    await outbox.addJob(
      { ...ctx, site },
      {
        kind: 'test.mail',
        payload: { to: 'a@b', password: 'p', nested: { accessToken: 't' }, text: '字'.repeat(300) },
      },
    );
    const { items } = await jobs.list(ctx, { kind: 'test.mail' }, pageRequest());

    const view = toJobDetailView(items[0]!, { byId: () => site } as never);

    expect(view).toMatchObject({
      site: { id: 7, key: 'qingshui', name: '清水镇' },
      canRetry: false,
      canDiscard: true,
      payload: {
        to: 'a@b',
        password: '［已隐藏］',
        nested: { accessToken: '［已隐藏］' },
        text: `${'字'.repeat(200)}…`,
      },
    });
  });
});
