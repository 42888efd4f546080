import { IdentityJobsModule, NewsToTell, NoticeToMail } from '@zhanqun/identity';
import { ModulesContainer } from '@nestjs/core';
import {
  ArticleDesk,
  ArticleExpires,
  ArticlePublished,
  ArticleSigned,
  ArticleService,
  ArticleWithdrawn,
  AssetLibrary,
  AssetService,
  ChannelService,
  CountAssetUses,
  ContentJobsModule,
  ContinueImport,
  CoKeepingEnded,
  CoKeptSent,
  DeliveryHappened,
  DeliveryReading,
  PinEnds,
  PublishScheduled,
  ReadAttachment,
  ReadImport,
  RebuildSearch,
  RecheckPublished,
  ReviewService,
  SourceChanged,
  SourceRemoved,
  VisitLinks,
  WriteSiteExport,
} from '@zhanqun/content';
import { atSite, pageRequest, type EditorCtx, type StaffCtx } from '@zhanqun/kernel';
import { handledEvent, type JobHandler } from '@zhanqun/platform';
import { InspectSite, PatrolService, SupervisionJobsModule } from '@zhanqun/supervision';
import { NetworkNoticeDue, SiteLifecycle, TenancyJobsModule } from '@zhanqun/tenancy';
import { ThemeSettings } from '@zhanqun/theming';
import { givenServices, type GivenServices } from '../support/given';
import { neighbourhood, type Neighbourhood, type Victim } from './neighbours';
import { rowsOf } from './snapshot';

jest.setTimeout(600_000);

let house: GivenServices;
let around: Neighbourhood;
beforeAll(async () => {
  house = await givenServices(
    ContentJobsModule,
    IdentityJobsModule,
    SupervisionJobsModule,
    TenancyJobsModule,
  );
  around = await neighbourhood(house.given);
});
afterAll(() => house.close());

type AnyCtx = EditorCtx;
type Use = (ctx: AnyCtx) => unknown;
const page = pageRequest();

/** What a command line or a job could call; each needs to be told at which site. */
const USES: Readonly<Record<string, () => Use>> = {
  'articles.draft': () => (ctx) =>
    house.app
      .get(ArticleService)
      .draft(ctx, { channelId: 1, kind: 'news', title: '稿件', source: '本站', body: '<p>正文</p>' }),
  'articles.revise': () => (ctx) => house.app.get(ArticleService).revise(ctx, 1),
  'articles.list': () => (ctx) => house.app.get(ArticleDesk).list(ctx, {}, page),
  'articles.get': () => (ctx) => house.app.get(ArticleDesk).getFile(ctx, 1),
  'reviews.submit': () => (ctx) => house.app.get(ReviewService).submit(ctx, 1),
  'channels.tree': () => (ctx) => house.app.get(ChannelService).tree(ctx),
  'channels.remove': () => (ctx) => house.app.get(ChannelService).remove(ctx, 1),
  'assets.list': () => (ctx) => house.app.get(AssetLibrary).list(ctx, {}, page),
  'assets.get': () => (ctx) => house.app.get(AssetService).get(ctx, 1),
  'deliveries.list': () => (ctx) => house.app.get(DeliveryReading).list(ctx, { box: 'in' }, page),
  'deliveries.get': () => (ctx) => house.app.get(DeliveryReading).get(ctx, 1),
  'themes.get': () => (ctx) => house.app.get(ThemeSettings).get(ctx),
  'sites.history': () => (ctx) => house.app.get(SiteLifecycle).history(ctx),
  'patrols.start': () => (ctx) => house.app.get(PatrolService).start(ctx, 'network'),
  'patrols.list': () => (ctx) => house.app.get(PatrolService).list(ctx, page),
};

describe('without a site in its context', () => {
  it.each(Object.keys(USES))('%s does nothing', async (name) => {
    const use = USES[name]?.() as Use;
    const nowhere: StaffCtx = house.given.system;

    await expect((async () => use(nowhere as AnyCtx))()).rejects.toThrow();
  });
});

interface Handler {
  readonly kind: string;
  readonly work: JobHandler<object>;
}

function handlers(): Handler[] {
  const found = new Map<string, Handler>();
  for (const module of house.app.get(ModulesContainer).values())
    for (const { metatype, instance } of module.providers.values()) {
      const event = typeof metatype === 'function' ? handledEvent(metatype) : undefined;
      const kind = event?.kind;
      if (kind) found.set(kind, { kind, work: instance as JobHandler<object> });
    }
  return [...found.values()];
}

/** Events about what belongs to the victim. */
const eventsAbout = ({ articles, rows }: Victim): Readonly<Record<string, object[]>> => ({
  [ArticlePublished.kind]: articles.map(
    ({ id, liveRevisionId }) => new ArticlePublished(id, liveRevisionId ?? 0, false),
  ),
  [ArticleSigned.kind]: articles.map(
    ({ id, openRevisionId, liveRevisionId }) =>
      new ArticleSigned(id, openRevisionId ?? liveRevisionId ?? 0, 'submit', 0, ''),
  ),
  [ArticleWithdrawn.kind]: articles.map(({ id }) => new ArticleWithdrawn(id, '另一站点撤稿')),
  [CountAssetUses.kind]: [new CountAssetUses()],
  [PublishScheduled.kind]: articles.map(
    ({ id, openRevisionId, scheduledFor }) =>
      new PublishScheduled(id, openRevisionId ?? 0, scheduledFor?.toISOString() ?? ''),
  ),
  [ArticleExpires.kind]: articles.map(
    ({ id, expiresAt }) => new ArticleExpires(id, expiresAt?.toISOString() ?? ''),
  ),
  [PinEnds.kind]: articles.map(({ id, pinnedUntil }) => new PinEnds(id, pinnedUntil?.toISOString() ?? '')),
  [SourceRemoved.kind]: articles.map(({ id }) => new SourceRemoved(id, 'purged')),
  [CoKeptSent.kind]: rows.delivery.map((id) => new CoKeptSent(Number(id))),
  [CoKeepingEnded.kind]: rows.channelAgreement.map((id) => new CoKeepingEnded(Number(id))),
  [DeliveryHappened.kind]: rows.delivery.map((id) => new DeliveryHappened(Number(id), 'sent', '')),
  [SourceChanged.kind]: rows.delivery.map((id) => new SourceChanged(Number(id))),
  [ReadAttachment.kind]: rows.asset.map((id) => new ReadAttachment(Number(id))),
  [RecheckPublished.kind]: [new RecheckPublished(1)],
  [VisitLinks.kind]: [new VisitLinks()],
  [RebuildSearch.kind]: [new RebuildSearch(null)],
  [ReadImport.kind]: rows.importRun.map((id) => new ReadImport(Number(id))),
  [ContinueImport.kind]: rows.importRun.map((id) => new ContinueImport(Number(id))),
  [WriteSiteExport.kind]: rows.siteExport.map((id) => new WriteSiteExport(Number(id))),
  [InspectSite.kind]: [new InspectSite(1)],
  [NetworkNoticeDue.kind]: [new NetworkNoticeDue(1)],
  [NoticeToMail.kind]: [new NoticeToMail(1)],
  [NewsToTell.kind]: [new NewsToTell([1], 'task', '任务', '/', 'task:1')],
});

/** Concern people or the whole platform: they run without a site and touch no site's rows. */
const OF_NO_SITE: readonly string[] = [
  NewsToTell.kind,
  NoticeToMail.kind,
  NetworkNoticeDue.kind,
  RebuildSearch.kind,
];

describe('jobs', () => {
  it('are all tried here', () => {
    const kinds = handlers().map(({ kind }) => kind);

    expect(kinds.toSorted()).toEqual(Object.keys(eventsAbout(around.victims[0] as Victim)).toSorted());
  });

  it('do nothing without a site', async () => {
    for (const { kind, work } of handlers().filter((handler) => !OF_NO_SITE.includes(handler.kind)))
      for (const event of eventsAbout(around.victims[0] as Victim)[kind] ?? []) {
        const outcome = await work.handle(house.given.system, event).then(
          () => 'done',
          () => 'refused',
        );

        expect([kind, outcome]).toEqual([kind, 'refused']);
      }
  });

  it('of one site touch nothing of another, whatever their payload names', async () => {
    const { given, clock } = house;
    // Past every schedule, so that nothing but the site stands in the way.
    clock.advance(48 * 3_600_000);
    const sites = around.victims.map(({ site }) => site);
    const before = await rowsOf(given.db, given.system, sites);

    for (const { intruder, victim } of around.pairs)
      for (const { kind, work } of handlers())
        for (const event of eventsAbout(victim)[kind] ?? [])
          await work.handle(atSite(given.system, intruder.site), event);

    expect(await rowsOf(given.db, given.system, sites)).toEqual(before);
  });
});
