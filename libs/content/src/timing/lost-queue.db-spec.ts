import { randomBytes } from 'node:crypto';
import { Logger } from '@nestjs/common';
import { atSite, type EditorCtx, type SiteRef } from '@zhanqun/kernel';
import {
  BullMqMover,
  EmbeddedMover,
  InProcessBus,
  JobLedger,
  JobRunner,
  JobTiming,
  OutboxRow,
  RedisConnections,
  SiteDirectory,
  type AppConfig,
  type JobHandler,
} from '@zhanqun/platform';
import { testRedis, until, type TestRedis } from '@zhanqun/test-support';
import { MINUTE, Newsroom } from '../../test/newsroom';
import { PublishScheduled } from '../article/article.events';
import { Pins } from '../placement/pins.service';
import { PublishScheduledJob } from '../review/publish-scheduled.job';
import { ScheduledPublishingCheck } from '../review/scheduled-check.job';
import { Expiry } from './expiry.service';
import { ArticleExpires, PinEnds } from './timing.events';
import { EndPin, ExpireArticle } from './timing.jobs';

jest.setTimeout(60_000);

const KINDS = [PublishScheduled.kind, ArticleExpires.kind, PinEnds.kind];
const quick = { pollMs: 20, sweepMs: 25, lostAfterMs: 50, compareMs: 100, stopWithinMs: 3000 };

describe.each(['embedded', 'bullmq'] as const)('队列清空后重新启动：%s', (driver) => {
  let room: Newsroom;
  let redis: TestRedis | undefined;
  const closing: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    room = await Newsroom.open();
    Logger.overrideLogger(false);
    redis = driver === 'bullmq' ? await testRedis() : undefined;
  });
  afterAll(async () => {
    for (const close of closing) await close();
    await room.close();
    await redis?.close();
    Logger.overrideLogger(['error', 'warn', 'fatal']);
  });

  /** A worker of this driver that has just started, with a queue that holds nothing. */
  async function startWorker(): Promise<void> {
    const timing = new JobTiming({ ...room.app.get(JobTiming), ...quick });
    const ledger = new JobLedger(room.db, timing);
    const connections = new RedisConnections({ redis: { url: redis?.url ?? null } } as AppConfig);
    const name = `test-${randomBytes(6).toString('hex')}`;
    const mover =
      driver === 'embedded'
        ? new EmbeddedMover(ledger, new InProcessBus(), room.clock, timing)
        : new BullMqMover(ledger, connections, room.clock, timing, name);
    const works: Readonly<Record<string, JobHandler<never>>> = {
      [PublishScheduled.kind]: room.app.get(PublishScheduledJob),
      [ArticleExpires.kind]: room.app.get(ExpireArticle),
      [PinEnds.kind]: room.app.get(EndPin),
    };
    const handlers = {
      collect: () => undefined,
      workFor: (kind: string) => {
        const work = works[kind] ?? { handle: () => Promise.resolve() };
        return (ctx: EditorCtx, payload: object) => work.handle(ctx, payload as never);
      },
    } as unknown as ConstructorParameters<typeof JobRunner>[2];
    const directory = room.app.get<SiteDirectory>(SiteDirectory as never);
    const runner = new JobRunner(ledger, mover, handlers, directory, room.clock, timing);
    closing.push(async () => {
      await runner.stop();
      await connections.close();
    });
    await runner.start();
  }

  it('publishes, takes down and unpins what was promised, however much the queue forgot', async () => {
    const site: SiteRef = await room.site();
    const editor = room.person(site, 'editor');
    const admin = room.person(site, 'siteAdmin');
    const at = new Date(room.clock.now().getTime() + 60 * MINUTE);
    const due = await room.draft(editor, { title: '定时发布的', importance: 'routine' });
    await room.reviews.schedule(room.now(editor), due.id, at);
    await room.pass(editor, due.id);
    const ending = await room.publish(editor, { title: '到期的', importance: 'routine' });
    await room.app.get(Expiry).set(room.now(admin), ending.id, at);
    const pinned = await room.publish(editor, { title: '置顶的', importance: 'routine' });
    await room.app.get(Pins).pin(room.now(admin), pinned.id, at);
    for (const kind of KINDS) await room.db.shared(room.system, OutboxRow).removeWhere({ kind });

    room.clock.set(new Date(at.getTime() + 6 * MINUTE));
    const check = room.app.get(ScheduledPublishingCheck);
    await check.run(room.system);
    expect(check.overdue).toBe(3);
    await startWorker();

    const states = async () => {
      const [one, two, three] = await Promise.all(
        [due, ending, pinned].map(({ id }) => room.stored(editor, id)),
      );
      return [one?.state, two?.state, three?.isPinned];
    };
    await until(async () => (await states()).join() === 'published,withdrawn,false', {
      within: 20_000,
      what: 'all three promises to be kept',
    });
    await check.run(atSite(room.system, site));
    expect(check.overdue).toBe(0);
  });
});
