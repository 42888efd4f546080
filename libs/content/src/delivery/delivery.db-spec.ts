import { givenServices, type GivenServices, type Person } from '@zhanqun/given';
import type { SiteRef } from '@zhanqun/kernel';
import { Db } from '@zhanqun/platform';
import { Article } from '../article/article.entity';
import { ArticleService } from '../article/article.service';
import { ReviewService } from '../review/review.service';
import { Delivery, type OnChange } from './delivery.entity';
import { SourceChanged } from './delivery.events';
import { FollowSource } from './delivery.jobs';
import { DeliveryReading } from './delivery-reading';
import { DeliveryService } from './delivery.service';
import { DeliveryTodos } from './delivery-todos';
import { Reception } from './reception';
import { Sending } from './sending';
import { SourceChanges } from './source-changes';

describe('报送与接收', () => {
  let services: GivenServices;
  let portal: SiteRef;
  let town: SiteRef;
  let writer: Person;
  let receiver: Person;
  const deliveries = (): DeliveryService => services.app.get(DeliveryService);

  beforeAll(async () => {
    services = await givenServices();
    const { given } = services;
    portal = await given.portal();
    town = await given.site({ portal });
    writer = await given.editor(town);
    receiver = await given.editor(portal, { roles: ['siteAdmin', 'editor'] });
  });
  afterAll(() => services.close());

  const sent = (): Promise<Delivery> => services.given.delivery(town, portal, { by: writer });
  const accepted = async (onChange: OnChange = 'todo'): Promise<Delivery> => {
    const { id } = await services.given.channel(portal, 'xwzx/zwyw');
    return deliveries().accept(receiver.ctx, (await sent()).id, { channelId: id, onChange });
  };
  const copyOf = (delivery: Delivery): Promise<Article> =>
    services.given.stored(Object.assign(new Article(), { id: delivery.copyArticleId, siteId: portal.id }));
  const stored = async ({ id }: Delivery): Promise<Delivery> => {
    const row = await services.app.get(Db).shared(services.given.system, Delivery).findOne({ id });
    if (!row) throw new Error('gone');
    return row;
  };
  /** What the worker does at each receiver after the source has changed. */
  const follow = async (delivery: Delivery): Promise<void> => {
    const job = new FollowSource(services.app.get(Db), services.app.get(Reception));
    await job.handle(services.given.at(portal), new SourceChanged(delivery.id));
  };
  const correct = async ({ sourceArticleId: id }: Delivery, title: string): Promise<void> => {
    const articles = services.app.get(ArticleService);
    const { revision } = await articles.revise(writer.ctx, id);
    await articles.edit(writer.ctx, id, { title, version: revision.version });
    await services.app.get(ReviewService).submit(writer.ctx, id);
    const reviewer = await services.given.editor(town, { role: 'initialReviewer' });
    await services.app.get(ReviewService).passInitial(reviewer.ctx, id);
    await services.app.get(SourceChanges).corrected(services.given.at(town), id);
  };

  it('calls an upward delivery a submission, a downward one a push and a sideways one a reference', async () => {
    const other = await services.given.site({ portal });

    const kinds = (ctx: Person['ctx']): Record<string, string> =>
      Object.fromEntries(
        services.app
          .get(Sending)
          .targets(ctx)
          .map(({ site, kind }) => [site.key, kind]),
      );

    expect(kinds(writer.ctx)).toMatchObject({ [portal.key]: 'submission', [other.key]: 'reference' });
    expect(kinds(receiver.ctx)).toMatchObject({ [town.key]: 'push' });
  });

  it('takes a submission into a channel of the portal, live at once for a person who may publish', async () => {
    const delivery = await accepted();

    expect(delivery).toMatchObject({ state: 'accepted', decidedByName: receiver.name });
    expect(await copyOf(delivery)).toMatchObject({
      siteId: portal.id,
      state: 'published',
      title: delivery.title,
      source: '清水镇党政办',
    });
  });

  it('sends what a person without the right to publish accepts through the review of the portal', async () => {
    const editor = await services.given.editor(portal);
    const { id } = await services.given.channel(portal, 'xwzx/zwyw');

    const delivery = await deliveries().accept(editor.ctx, (await sent()).id, {
      channelId: id,
      onChange: 'todo',
    });

    expect(await copyOf(delivery)).toMatchObject({ state: 'unpublished', reviewState: 'initialReview' });
  });

  it('declines with a reason that the sender reads', async () => {
    const delivery = await deliveries().decline(receiver.ctx, (await sent()).id, '与县级要闻重复');

    expect(await services.app.get(DeliveryReading).get(writer.ctx, delivery.id)).toMatchObject({
      state: 'declined',
      reason: '与县级要闻重复',
    });
  });

  it('refuses to send the same article twice, an unpublished one, a copy, and to a site of another network', async () => {
    const delivery = await sent();
    const draft = await services.given.article(town, { by: writer });
    const foreign = await services.given.portal();
    const copy = await accepted();

    await expect(
      services.app.get(Sending).send(writer.ctx, delivery.sourceArticleId, portal.key),
    ).rejects.toMatchObject({
      code: 'content.delivery.already',
    });
    await expect(services.app.get(Sending).send(writer.ctx, draft.id, portal.key)).rejects.toMatchObject({
      code: 'content.delivery.notPublished',
    });
    await expect(
      services.app.get(Sending).send(writer.ctx, delivery.sourceArticleId, foreign.key),
    ).rejects.toMatchObject({
      code: 'content.delivery.targetUnknown',
    });
    await expect(
      services.app.get(Sending).send(receiver.ctx, copy.copyArticleId ?? 0, town.key),
    ).rejects.toMatchObject({ code: 'content.delivery.copy' });
  });

  it('is decided once, and only by the receiver', async () => {
    const delivery = await sent();
    const { id } = await services.given.channel(portal, 'xwzx/zwyw');

    await expect(
      deliveries().accept(writer.ctx, delivery.id, { channelId: id, onChange: 'todo' }),
    ).rejects.toMatchObject({
      code: 'content.delivery.notFound',
    });
    await deliveries().decline(receiver.ctx, delivery.id, '与县级要闻重复');
    await expect(
      deliveries().accept(receiver.ctx, delivery.id, { channelId: id, onChange: 'todo' }),
    ).rejects.toMatchObject({
      code: 'content.delivery.moveRefused',
    });
  });

  it('takes it back before it is decided, and the article may be sent again', async () => {
    const delivery = await sent();

    await services.app.get(Sending).recall(writer.ctx, delivery.id);

    const again = await services.app.get(Sending).send(writer.ctx, delivery.sourceArticleId, portal.key);
    expect(again.state).toBe('sent');
  });

  it('shows a correction at the source as a to-do, and puts it into the copy when it is applied', async () => {
    const delivery = await accepted('todo');
    await correct(delivery, '更正后的标题');
    await follow(delivery);

    const todos = await services.app.get(DeliveryTodos).list(receiver.ctx);
    expect(todos).toContainEqual(expect.objectContaining({ kind: 'sourceChange', subjectId: delivery.id }));
    expect((await copyOf(delivery)).title).toBe(delivery.title);

    await deliveries().apply(receiver.ctx, delivery.id);

    expect((await copyOf(delivery)).title).toBe('更正后的标题');
    expect(await stored(delivery)).toMatchObject({ sourceState: 'current', pendingDocument: null });
  });

  it('lets a copy follow its source at once where the receiver chose so, however often it is told', async () => {
    const delivery = await accepted('atOnce');
    await correct(delivery, '立即同步的标题');

    await follow(delivery);
    await follow(delivery);

    expect((await copyOf(delivery)).title).toBe('立即同步的标题');
  });

  it('does not bring back by a correction what was taken down here', async () => {
    const delivery = await accepted('atOnce');
    const copyId = delivery.copyArticleId ?? 0;
    await services.app.get(ReviewService).withdraw(receiver.ctx, copyId, '本站不宜刊登');
    await correct(delivery, '更正后又来');

    await follow(delivery);
    expect(await copyOf(delivery)).toMatchObject({ state: 'withdrawn', reviewState: null });
    await deliveries().apply(receiver.ctx, delivery.id);

    expect(await copyOf(delivery)).toMatchObject({ state: 'withdrawn', reviewState: 'initialReview' });
  });

  it('lets changes in by themselves only where a person who may publish chose so', async () => {
    const editor = await services.given.editor(portal);
    const { id } = await sent();
    const { id: channelId } = await services.given.channel(portal, 'xwzx/zwyw');

    await expect(
      deliveries().accept(editor.ctx, id, { channelId, onChange: 'atOnce' }),
    ).rejects.toMatchObject({
      code: 'content.delivery.followingNotAllowed',
    });
    expect(await deliveries().accept(editor.ctx, id, { channelId, onChange: 'todo' })).toMatchObject({
      state: 'accepted',
    });
  });

  it('publishes what was sent, whatever draft somebody here prepared under its name', async () => {
    const editor = await services.given.editor(portal);
    const delivery = await sent();
    const { id: channelId } = await services.given.channel(portal, 'xwzx/zwyw');
    const planted = await services.app.get(ArticleService).draft(editor.ctx, {
      channelId,
      kind: 'news',
      title: '没有人审过的稿件',
      source: '本站',
      body: '<p>没有人审过的正文</p>',
      draftKey: `delivery:${delivery.id}`,
    });

    const { copyArticleId } = await deliveries().accept(receiver.ctx, delivery.id, {
      channelId,
      onChange: 'todo',
    });

    expect(copyArticleId).not.toBe(planted.article.id);
    expect(await services.given.stored(planted.article)).toMatchObject({ state: 'unpublished' });
  });

  it('takes the copy down with its source', async () => {
    const delivery = await accepted('atOnce');
    await services.app
      .get(SourceChanges)
      .withdrawn(services.given.at(town), delivery.sourceArticleId, '数据有误');

    await follow(delivery);

    expect(await copyOf(delivery)).toMatchObject({
      state: 'withdrawn',
      withdrawnReason: '来源已撤下：数据有误',
    });
  });

  it('leaves the copy as it is when the receiver ignores the change', async () => {
    const delivery = await accepted('todo');
    await correct(delivery, '不采用的标题');

    await deliveries().ignore(receiver.ctx, delivery.id);

    expect((await copyOf(delivery)).title).toBe(delivery.title);
    await expect(deliveries().apply(receiver.ctx, delivery.id)).rejects.toMatchObject({
      code: 'content.delivery.nothingToApply',
    });
  });

  it('waits for a person when somebody is working on the copy', async () => {
    const delivery = await accepted('atOnce');
    await services.app.get(ArticleService).revise(receiver.ctx, delivery.copyArticleId ?? 0);
    await correct(delivery, '编辑中的更正');

    await follow(delivery);

    expect(await stored(delivery)).toMatchObject({ sourceState: 'changed' });
    await expect(deliveries().apply(receiver.ctx, delivery.id)).rejects.toMatchObject({
      code: 'content.delivery.copyBeingEdited',
    });
  });

  it('withdraws a delivery nobody has decided yet together with its source', async () => {
    const delivery = await sent();

    await services.app
      .get(SourceChanges)
      .withdrawn(services.given.at(town), delivery.sourceArticleId, '数据有误');

    expect(await stored(delivery)).toMatchObject({ state: 'recalled', reason: '来源已撤下：数据有误' });
  });
});
