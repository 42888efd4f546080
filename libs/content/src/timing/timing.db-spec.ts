import { Logger } from '@nestjs/common';
import { atSite, type EditorCtx, type SiteRef } from '@zhanqun/kernel';
import { HealthService, OutboxRow, type JobHandler } from '@zhanqun/platform';
import { PublicSite, type Answer } from '@zhanqun/theming';
import { DAY, MINUTE, Newsroom } from '../../test/newsroom';
import { articlePath } from '../article/article-address';
import { Pins } from '../placement/pins.service';
import { ScheduledPublishingCheck } from '../review/scheduled-check.job';
import { Expiry } from './expiry.service';
import { ArticleExpires, PinEnds } from './timing.events';
import { EndPin, ExpireArticle } from './timing.jobs';

jest.setTimeout(60_000);

let room: Newsroom;
let site: SiteRef;
let editor: EditorCtx;
let admin: EditorCtx;

beforeAll(async () => {
  room = await Newsroom.open();
  site = await room.online(await room.site());
  Logger.overrideLogger(false);
});
afterAll(async () => {
  await room.close();
  Logger.overrideLogger(['error', 'warn', 'fatal']);
});
beforeEach(() => {
  editor = room.person(site, 'editor');
  admin = room.person(site, 'siteAdmin');
});

const textOf = ({ body }: Answer) => (Buffer.isBuffer(body) ? body.toString() : '');
const inDays = (days: number) => new Date(room.clock.now().getTime() + days * DAY);
const publish = (title = '招标公告') => room.publish(editor, { title, importance: 'routine' });

/** What the worker does with the jobs that are due. */
async function runDue(): Promise<void> {
  const handlers: [string, JobHandler<never>][] = [
    [ArticleExpires.kind, room.app.get(ExpireArticle)],
    [PinEnds.kind, room.app.get(EndPin)],
  ];
  for (const [kind, handler] of handlers)
    for (const row of await room.jobs(kind))
      if (row.runAfter <= room.clock.now())
        await handler.handle(atSite(room.system, site), row.payload as never);
}

describe('有效期', () => {
  it('takes the article down when it ends, and its address says so', async () => {
    const article = await publish();
    const at = inDays(3);
    await room.app.get(Expiry).set(room.now(admin), article.id, at);
    room.clock.set(new Date(at.getTime() - 1));
    await runDue();
    expect(await room.stored(admin, article.id)).toMatchObject({ state: 'published' });

    room.clock.set(at);
    await runDue();
    await runDue();
    expect(await room.stored(admin, article.id)).toMatchObject({
      state: 'withdrawn',
      withdrawnWay: 'expired',
      expiresAt: null,
    });
    const url = `${site.prefix}${articlePath({ id: article.id, publishedAt: article.publishedAt as Date })}`;
    const answer = await room.app
      .get(PublicSite)
      .handle({ method: 'GET', host: site.host, url, headers: {} });
    expect(answer.status).toBe(410);
    expect(textOf(answer)).toContain('已过有效期');
  });

  it('follows the newest date, begins with publication, and is nothing when taken away', async () => {
    const moved = await publish('改期的');
    const early = inDays(1);
    await room.app.get(Expiry).set(room.now(admin), moved.id, early);
    await room.app.get(Expiry).set(room.now(admin), moved.id, inDays(5));
    const cleared = await publish('取消的');
    await room.app.get(Expiry).set(room.now(admin), cleared.id, early);
    await room.app.get(Expiry).set(room.now(admin), cleared.id, null);
    const drafted = await room.draft(editor, { title: '先定有效期', importance: 'routine' });
    await room.app.get(Expiry).set(room.now(editor), drafted.id, early);
    await room.pass(editor, drafted.id);

    room.clock.set(new Date(early.getTime() + MINUTE));
    await runDue();
    const states = await Promise.all(
      [moved, cleared, drafted].map(async ({ id }) => (await room.stored(admin, id)).state),
    );
    expect(states).toEqual(['published', 'published', 'withdrawn']);
  });

  it('refuses the past, an editor for what is public, and another site', async () => {
    const { id } = await publish();
    const expiry = room.app.get(Expiry);
    await expect(expiry.set(room.now(admin), id, room.clock.now())).rejects.toMatchObject({
      code: 'content.expiry.notFuture',
    });
    await expect(expiry.set(editor, id, inDays(1))).rejects.toMatchObject({ kind: 'forbidden' });
    const stranger = room.person(await room.site(), 'siteAdmin');
    await expect(expiry.set(stranger, id, inDays(1))).rejects.toMatchObject({
      code: 'content.article.notFound',
    });
  });
});

describe('置顶', () => {
  it('stands in the order it was given, with an end', async () => {
    const pins = room.app.get(Pins);
    const [one, two, three] = [await publish('一'), await publish('二'), await publish('三')];
    await pins.pin(room.now(admin), one.id, null);
    const until = inDays(2);
    await pins.pin(room.now(admin), two.id, until);
    await pins.pin(room.now(admin), three.id, null);
    const { channelId } = one;
    const order = async () => (await pins.list(admin, channelId)).map((article) => article.title);
    expect(await order()).toEqual(['三', '二', '一']);

    const tags = await room.purgedBy(() =>
      pins.arrange(room.now(admin), channelId, [one.id, three.id, two.id]),
    );
    expect(await order()).toEqual(['一', '三', '二']);
    expect(tags).toContain(`channel:${channelId}`);
    const url = `${site.prefix}/xzdt/`;
    const answer = await room.app
      .get(PublicSite)
      .handle({ method: 'GET', host: site.host, url, headers: {} });
    const places = ['一', '三', '二'].map((title) => textOf(answer).indexOf(`>${title}<`));
    expect(places).toEqual(places.toSorted((left, right) => left - right));

    await expect(pins.arrange(admin, channelId, [one.id, three.id])).rejects.toMatchObject({
      code: 'content.pin.changed',
    });
    await expect(pins.pin(editor, one.id, null)).rejects.toMatchObject({ kind: 'forbidden' });

    room.clock.set(until);
    await runDue();
    expect(await order()).toEqual(['一', '三']);
    expect(await room.stored(admin, two.id)).toMatchObject({
      isPinned: false,
      pinnedUntil: null,
      pinRank: 0,
    });
  });
});

describe('到时核对', () => {
  it('announces again what the queue lost, with an alert, and rests when it is done', async () => {
    const check = room.app.get(ScheduledPublishingCheck);
    const [ends, pinned] = [await publish('失效的'), await publish('置顶的')];
    const at = inDays(1);
    await room.app.get(Expiry).set(room.now(admin), ends.id, at);
    await room.app.get(Pins).pin(room.now(admin), pinned.id, at);
    for (const kind of [ArticleExpires.kind, PinEnds.kind])
      await room.db.shared(room.system, OutboxRow).removeWhere({ kind });

    room.clock.set(new Date(at.getTime() + 6 * MINUTE));
    await check.run(room.now(room.system as EditorCtx));
    expect(check.overdue).toBe(2);
    expect((await room.app.get(HealthService).readiness()).checks).toMatchObject({
      scheduledPublishing: 'failed',
    });

    await runDue();
    await check.run(room.now(room.system as EditorCtx));
    expect(check.overdue).toBe(0);
    expect(await room.stored(admin, ends.id)).toMatchObject({ state: 'withdrawn' });
    expect(await room.stored(admin, pinned.id)).toMatchObject({ isPinned: false });
  });
});
