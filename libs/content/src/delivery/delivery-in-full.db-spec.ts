import { givenServices, type GivenServices, type Person } from '@zhanqun/given';
import { addDays, shanghaiDay, type SiteRef } from '@zhanqun/kernel';
import { Db, FileStore, IsNull, Not } from '@zhanqun/platform';
import { Article } from '../article/article.entity';
import { ArticlePublished } from '../article/article.events';
import { Withdrawals } from '../withdrawal/withdrawals.service';
import { ChannelAgreement, type AgreementState } from './co-kept/channel-agreement.entity';
import { Agreements } from './co-kept/agreements.service';
import { CoKeeping } from './co-kept/co-keeping';
import { CoKeepingEnding } from './co-kept/co-keeping-ending';
import { Copies } from './copies';
import { Delivery } from './delivery.entity';
import { CarryCorrection } from './delivery.jobs';
import { DeliveryFiles } from './delivery-files';
import { DeliveryReading } from './delivery-reading';
import { DeliveryService } from './delivery.service';
import { DeliveryTodos } from './delivery-todos';
import { DeliveryHistory } from './history/delivery-history';
import { AdoptionPoints } from './points/adoption-points';
import { Reception } from './reception';
import { Sending } from './sending';
import { SourceChanges } from './source-changes';

let services: GivenServices;
let portal: SiteRef;
let town: SiteRef;
let office: SiteRef;
let writer: Person;
let chief: Person;
let keeper: Person;
const of = <T>(type: new (...args: never[]) => T): T => services.app.get(type);

beforeAll(async () => {
  services = await givenServices();
  const { given } = services;
  portal = await given.portal();
  town = await given.site({ portal });
  office = await given.site({ portal });
  writer = await given.editor(town);
  keeper = await given.editor(town, { roles: ['siteAdmin', 'editor'] });
  chief = await given.editor(portal, { roles: ['siteAdmin', 'editor'] });
});
afterAll(() => services.close());

const published = (site: SiteRef, by: Person, title = '一篇稿件'): Promise<Article> =>
  services.given.article(site, { state: 'published', by, title });
const channelAt = (site: SiteRef) => services.given.channel(site, 'xwzx/zwyw');
const stored = async ({ id }: { id: number }): Promise<Delivery> =>
  (await of(Db).shared(services.given.system, Delivery).findOne({ id })) as Delivery;
const happened = async (delivery: Delivery): Promise<string[]> =>
  (await of(DeliveryHistory).of(services.given.at(town), delivery)).map(({ kind }) => kind);
const today = (): string => shanghaiDay(services.given.system.now);
const copyAt = (site: SiteRef, { copyArticleId }: Delivery): Promise<Article> =>
  services.given.stored(Object.assign(new Article(), { id: copyArticleId, siteId: site.id }));
const submitted = (): Promise<Delivery> => services.given.delivery(town, portal, { by: writer });
const adopted = async (grade?: string): Promise<Delivery> => {
  const { id } = await submitted();
  const { id: channelId } = await channelAt(portal);
  return of(DeliveryService).accept(chief.ctx, id, { channelId, onChange: 'atOnce', grade });
};
/** The source ends, its envelope is told, the receiver follows. */
const endSource = async (
  delivery: Delivery,
  way: 'gone' | 'merged' | 'notice',
  intoId: number | null = null,
): Promise<Article> => {
  const { sourceArticleId: id } = delivery;
  await of(Withdrawals).withdraw(keeper.ctx, id, { reason: '数据有误', way, intoId });
  await of(SourceChanges).withdrawn(services.given.at(town), id, '数据有误');
  await of(DeliveryService).apply(chief.ctx, delivery.id);
  return copyAt(portal, delivery);
};

describe('推送', () => {
  it('goes to many sites at once, leaves out who has it, and sends nothing when one is unknown', async () => {
    const { id } = await published(portal, chief);

    await expect(of(Sending).sendToMany(chief.ctx, id, [town.key, 'nowhere'], {})).rejects.toMatchObject({
      code: 'content.delivery.targetUnknown',
    });
    const first = await of(Sending).sendToMany(chief.ctx, id, [town.key], {});
    const both = await of(Sending).sendToMany(chief.ctx, id, [town.key, office.key], {});

    expect(first.sent).toMatchObject([{ carrying: 'may', dueOn: null }]);
    expect(both.sent.map(({ toSiteId }) => toSiteId)).toEqual([office.id]);
    expect(both.skipped.map(({ site }) => site.key)).toEqual([town.key]);
    await expect(of(Sending).sendToMany(chief.ctx, id, [town.key], {})).rejects.toMatchObject({
      code: 'content.delivery.already',
    });
    expect(await of(DeliveryReading).ofArticle(chief.ctx, id)).toHaveLength(2);
  });

  it('that must be carried has a day, is not declined, and is overdue until the copy is live', async () => {
    const { id } = await published(portal, chief, '必须转载的稿件');
    const must = (dueOn?: string) =>
      of(Sending).sendToMany(chief.ctx, id, [town.key], { carrying: 'must', dueOn });
    await expect(must()).rejects.toMatchObject({ code: 'content.delivery.dueDayWrong' });
    await expect(must(addDays(today(), -1))).rejects.toMatchObject({ code: 'content.delivery.dueDayWrong' });

    const [delivery] = (await must(today())).sent as [Delivery];

    await expect(of(DeliveryService).decline(keeper.ctx, delivery.id, '不采用')).rejects.toMatchObject({
      code: 'content.delivery.mustBeCarried',
    });
    const [todo] = (await of(DeliveryTodos).list(keeper.ctx)).filter(
      ({ subjectId }) => subjectId === delivery.id,
    );
    expect(todo).toMatchObject({ kind: 'delivery', dueOn: today() });
    const later = { ...services.given.at(town), now: new Date(+services.given.system.now + 86_400_000) };
    expect((await of(DeliveryReading).owedCarryings(later)).map(({ id: owed }) => owed)).toEqual([
      delivery.id,
    ]);

    const wanted = { path: 'zhuanzai', name: '上级要闻' };
    const { id: channelId } = await services.given.newChannel(town, wanted);
    await of(DeliveryService).accept(keeper.ctx, delivery.id, { channelId, onChange: 'todo' });
    expect(await of(DeliveryReading).owedCarryings(later)).toEqual([]);
  });

  it('lays duties only upon sites below', async () => {
    const { id } = await published(town, writer);

    await expect(
      of(Sending).send(writer.ctx, id, portal.key, { carrying: 'must', dueOn: today() }),
    ).rejects.toMatchObject({ code: 'content.delivery.carryingOnlyDown' });
  });
});

describe('回执', () => {
  it('tells the sender who opened it, what it was worth and where the copy is, in the order of events', async () => {
    const { id } = await submitted();
    const { id: channelId } = await channelAt(portal);

    await of(DeliveryService).open(chief.ctx, id);
    await of(DeliveryService).open(chief.ctx, id);
    const decided = { channelId, onChange: 'todo', grade: '头条' } as const;
    await of(DeliveryService).accept(chief.ctx, id, decided);

    const told = await of(DeliveryReading).get(writer.ctx, id);
    expect(told).toMatchObject({ openedByName: chief.name, grade: '头条', points: 10, copyState: 'live' });
    expect(told.copyUrl).toMatch(/^http.*\/art\/\d{6}\/\d+\.html$/);
    expect(await happened(told)).toEqual(['sent', 'opened', 'accepted', 'graded', 'copyPublished']);
    expect(await copyAt(portal, told)).toMatchObject({
      origin: { name: town.name, url: expect.stringContaining('/art/') },
    });
  });

  it('is reminded of at most once a day, and not after it was decided', async () => {
    const { id } = await submitted();
    const tomorrow = { ...writer.ctx, now: new Date(+writer.ctx.now + 86_400_000) };

    await of(Sending).remind(writer.ctx, id);
    await expect(of(Sending).remind(writer.ctx, id)).rejects.toMatchObject({
      code: 'content.delivery.remindedToday',
    });
    await of(Sending).remind(tomorrow, id);
    await of(DeliveryService).decline(chief.ctx, id, '内容重复');

    await expect(of(Sending).remind(tomorrow, id)).rejects.toMatchObject({
      code: 'content.delivery.nothingToRemind',
    });
    expect(await happened(await stored({ id }))).toEqual(['sent', 'reminded', 'reminded', 'declined']);
  });
});

describe('采用积分', () => {
  it('are given once when the copy is live, and taken back when it is withdrawn early', async () => {
    const delivery = await adopted('要闻');
    const days = { from: today(), to: today() };
    const given = async () =>
      (await of(AdoptionPoints).given(chief.ctx, days)).find(({ deliveryId }) => deliveryId === delivery.id);

    await of(Copies).live(services.given.at(portal), delivery.copyArticleId ?? 0);
    expect(await given()).toMatchObject({ points: 5, writerName: writer.name, takenBackAt: null });
    await of(Withdrawals).withdraw(chief.ctx, delivery.copyArticleId ?? 0, { reason: '与他稿重复' });
    await of(Copies).withdrawn(services.given.at(portal), delivery.copyArticleId ?? 0, '与他稿重复');

    expect(await given()).toMatchObject({ takenBackAt: expect.any(Date), takenBackReason: '与他稿重复' });
    expect((await of(AdoptionPoints).earned(writer.ctx, days)).length).toBeGreaterThan(0);
    expect(await happened(await stored(delivery))).toEqual(
      expect.arrayContaining(['copyWithdrawn', 'pointsTakenBack']),
    );
  });

  it('know only the grades of the receiving site', async () => {
    await expect(adopted('特等')).rejects.toMatchObject({ code: 'content.delivery.gradeUnknown' });
  });
});

describe('来源的结局', () => {
  it.each([
    ['gone', 'gone'],
    ['notice', 'notice'],
  ] as const)('withdrawn as %s, the copy ends as %s', async (way, ends) => {
    const copy = await endSource(await adopted(), way);

    expect(copy).toMatchObject({ state: 'withdrawn', withdrawnWay: ends });
  });

  it('merged leads on to the copy of the article that took its place, else to a notice with its address', async () => {
    const into = await adopted();
    const lonely = await published(town, writer);

    const led = await endSource(await adopted(), 'merged', into.sourceArticleId);
    const noticed = await endSource(await adopted(), 'merged', lonely.id);

    expect(led).toMatchObject({ withdrawnWay: 'merged', mergedIntoId: into.copyArticleId });
    expect(noticed).toMatchObject({ withdrawnWay: 'notice', mergedIntoId: null });
    expect(noticed.withdrawnReason).toContain(`/${lonely.id}.html`);
  });

  it('deleted and erased is read at both ends, and the words leave an envelope that nobody accepted', async () => {
    const delivery = await submitted();
    await of(DeliveryService).decline(chief.ctx, delivery.id, '内容重复');
    const removed = (how: 'deleted' | 'purged') =>
      of(SourceChanges).removed(services.given.at(town), delivery.sourceArticleId, how);

    await removed('deleted');
    await removed('purged');
    await removed('purged');

    expect(await stored(delivery)).toMatchObject({ sourceWay: 'purged', document: { body: '', files: [] } });
    expect((await happened(delivery)).slice(-2)).toEqual(['sourceDeleted', 'sourcePurged']);
  });

  it('keeps the copy of an accepted one when the source is erased', async () => {
    const delivery = await adopted();

    await of(SourceChanges).removed(services.given.at(town), delivery.sourceArticleId, 'purged');

    expect((await stored(delivery)).document.body).not.toBe('');
    expect(await copyAt(portal, delivery)).toMatchObject({ state: 'published' });
  });
});

describe('随稿文件', () => {
  it('are shown to the receiving site alone, by their content and never as a page', async () => {
    const { id } = await submitted();
    const letter = await stored({ id });
    const files = services.app.get(FileStore);
    const put = async (name: string, content: Buffer | string) => {
      const { Readable } = await import('node:stream');
      await files.put(portal.id, `travel/${id}/${name}`, Readable.from([Buffer.from(content)]));
      return {
        role: 'body' as const,
        path: `202601/${name}`,
        storedAs: `travel/${id}/${name}`,
        name,
        alt: '',
      };
    };
    const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
    const enclosed = [await put('a.html', png), await put('b.png', '<script>alert(1)</script>')];
    letter.document = { ...letter.document, files: enclosed };
    await of(Db).shared(services.given.system, Delivery).save(letter);

    const headersOf = async (index: number) => {
      const { headers, stream } = await of(DeliveryFiles).open(chief.ctx, id, index, 'sent');
      stream.destroy();
      return headers;
    };
    expect(await headersOf(0)).toMatchObject({ 'content-type': 'image/png' });
    expect(await headersOf(1)).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-security-policy': expect.stringContaining('sandbox'),
      'content-disposition': expect.stringContaining('attachment'),
    });
    for (const [person, index] of [
      [writer, 0],
      [chief, 9],
    ] as const)
      await expect(of(DeliveryFiles).open(person.ctx, id, index, 'sent')).rejects.toMatchObject({
        code: 'content.deliveryFile.notFound',
      });
  });
});

describe('栏目共建', () => {
  const offer = async (): Promise<ChannelAgreement> => {
    const path = `gj-${await services.given.organisation()}`;
    const { id: channelId } = await services.given.newChannel(portal, { path, name: '乡镇动态' });
    const terms = { way: 'direct', maintainer: '镇党政办', note: '' } as const;
    return of(Agreements).offer(chief.ctx, { channelId, site: town.key, ...terms });
  };
  const told = (articleId: number) =>
    new CarryCorrection(of(SourceChanges), of(Copies), of(CoKeeping)).handle(
      services.given.at(town),
      new ArticlePublished(articleId, 0, true),
    );
  const sentUnder = (agreementId: number): Promise<Delivery[]> =>
    of(Db).shared(services.given.system, Delivery).find({ where: { agreementId } });

  it.each([
    ['keep', 'published', 'live'],
    ['withdraw', 'withdrawn', 'withdrawn'],
  ] as const)(
    'carries what is published there by itself; ended with %s, copies are %s',
    async (copies, state, copyState) => {
      const source = await published(town, writer);
      const { id, toChannelId } = await offer();
      expect(await of(DeliveryTodos).list(keeper.ctx)).toContainEqual(
        expect.objectContaining({ kind: 'coKeeping', subjectId: id }),
      );
      await expect(of(Agreements).agree(chief.ctx, id, source.channelId)).rejects.toMatchObject({
        kind: 'notFound',
      });
      await told(source.id);
      expect(await sentUnder(id)).toEqual([]);

      await of(Agreements).agree(keeper.ctx, id, source.channelId);
      await told(source.id);
      await told(source.id);
      const [delivery] = (await sentUnder(id)) as [Delivery];
      await of(CoKeeping).take(services.given.at(portal), delivery.id);
      await of(CoKeeping).take(services.given.at(portal), delivery.id);

      const carried = await stored(delivery);
      expect(carried).toMatchObject({ state: 'accepted', onChange: 'atOnce', copyState: 'live' });
      expect(await copyAt(portal, carried)).toMatchObject({ channelId: toChannelId, state: 'published' });
      // A copy is never sent on, whatever channel it lies in.
      await of(CoKeeping).send(services.given.at(portal), carried.copyArticleId ?? 0);
      expect(
        await of(Db)
          .shared(services.given.system, Delivery)
          .count({ fromSiteId: portal.id, sourceArticleId: carried.copyArticleId ?? 0 }),
      ).toBe(0);

      await of(Agreements).end(keeper.ctx, id, copies, '机构调整');
      await of(CoKeepingEnding).takeDownCopies(services.given.at(portal), id);

      expect(await copyAt(portal, carried)).toMatchObject({ state });
      expect(await stored(delivery)).toMatchObject({ copyState, onChange: 'todo' });
      const ended: AgreementState = 'ended';
      expect((await of(Agreements).list(chief.ctx)).find((one) => one.id === id)).toMatchObject({
        state: ended,
        copies,
      });
    },
  );

  it('is offered once to a site, and followed when the source is withdrawn', async () => {
    const agreement = await offer();
    const again = {
      channelId: agreement.toChannelId,
      site: town.key,
      way: 'direct',
      maintainer: '镇党政办',
      note: '',
    } as const;
    await expect(of(Agreements).offer(chief.ctx, again)).rejects.toMatchObject({
      code: 'content.agreement.exists',
    });

    const source = await published(town, writer);
    await of(Agreements).agree(keeper.ctx, agreement.id, source.channelId);
    await told(source.id);
    const [delivery] = (await sentUnder(agreement.id)) as [Delivery];
    await of(CoKeeping).take(services.given.at(portal), delivery.id);
    await of(SourceChanges).withdrawn(services.given.at(town), source.id, '数据有误');
    const carried = await stored(delivery);
    expect(carried.sourceState).toBe('withdrawn');
    const at = services.given.at(portal);
    await of(Db).transaction(at, async (ctx) =>
      of(Reception).follow(ctx, await stored(delivery), await of(Reception).unpack(at, null)),
    );

    expect(await copyAt(portal, carried)).toMatchObject({ state: 'withdrawn' });
    await of(Agreements).end(chief.ctx, agreement.id, 'keep', '栏目停用');
    expect(
      await of(Db)
        .shared(services.given.system, ChannelAgreement)
        .count({ id: agreement.id, openKey: Not(IsNull()) }),
    ).toBe(0);
  });
});
