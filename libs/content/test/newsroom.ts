import { Global, Module } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import {
  abilityOf,
  Accounts,
  IdentityModule,
  InitialPasswords,
  Memberships,
  type RoleCode,
} from '@zhanqun/identity';
import {
  allowAll,
  atSite,
  denyAll,
  FixedClock,
  publicCtx,
  systemCtx,
  type EditorCtx,
  type SiteCtx,
  type SiteRef,
  type StaffCtx,
} from '@zhanqun/kernel';
import {
  AbilityFactory,
  AppConfig,
  AuditEntry,
  AuditModule,
  CacheBusModule,
  ConfigModule,
  Db,
  FetchingModule,
  HealthModule,
  MailModule,
  MetricsModule,
  OutboxModule,
  OutboxRow,
  PurgeLog,
  readConfig,
  RedisModule,
  SearchModule,
} from '@zhanqun/platform';
import { MemorySiteDirectory, OrganisationService, Site, SiteService, TenancyModule } from '@zhanqun/tenancy';
import { ThemingModule, type Chrome, type PageFrame } from '@zhanqun/theming';
import { testDb, type TestDb } from '@zhanqun/test-support';
import {
  Article,
  ArticleRevision,
  ArticleService,
  ChannelService,
  ContentConsoleModule,
  ContentJobsModule,
  ContentModule,
  ContentPublicModule,
  PublishScheduled,
  ReviewService,
  type ArticleKind,
  type Channel,
  type NewArticle,
} from '@zhanqun/content';
import { ArticlePlacement } from '../src/placement/article-placement.service';
import { RecycleBin } from '../src/recycle-bin/recycle-bin.service';
import { Withdrawals } from '../src/withdrawal/withdrawals.service';
import { PublishScheduledJob } from '../src/review/publish-scheduled.job';

export const START = new Date('2026-03-05T02:00:00Z');
export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;

/** A database, the services of this library as the apps wire them, a clock that a test moves, and people. */
export class Newsroom {
  readonly clock = new FixedClock(START);
  private readonly purged: string[] = [];
  private named = 0;

  private constructor(
    private readonly test: TestDb,
    readonly app: TestingModule,
    clock: FixedClock,
  ) {
    this.clock = clock;
    this.purges.subscribe((purge) => {
      if (typeof purge !== 'string') this.purged.push(...purge);
    });
  }

  static async open(): Promise<Newsroom> {
    const test = await testDb();
    const clock = new FixedClock(START);

    @Global()
    @Module({ providers: [{ provide: Db, useValue: test.db }], exports: [Db] })
    class TestDbModule {}

    const config: AppConfig = readConfig({ DATA_DIR: test.config.dataDir, SEED: 'none' });
    const app = await Test.createTestingModule({
      imports: [
        ConfigModule.forRoot(config, clock),
        TestDbModule,
        RedisModule,
        SearchModule,
        HealthModule,
        FetchingModule,
        MailModule,
        MetricsModule,
        CacheBusModule,
        AuditModule,
        OutboxModule,
        TenancyModule,
        IdentityModule,
        ThemingModule,
        ContentModule,
        ContentPublicModule,
        ContentConsoleModule,
        ContentJobsModule,
      ],
    }).compile();
    await app.init();
    return new Newsroom(test, app, clock);
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.test.close();
  }

  get db(): Db {
    return this.test.db;
  }
  get channels(): ChannelService {
    return this.app.get(ChannelService);
  }
  get articles(): ArticleService {
    return this.app.get(ArticleService);
  }
  get reviews(): ReviewService {
    return this.app.get(ReviewService);
  }
  get placement(): ArticlePlacement {
    return this.app.get(ArticlePlacement);
  }
  get bin(): RecycleBin {
    return this.app.get(RecycleBin);
  }
  get withdrawals(): Withdrawals {
    return this.app.get(Withdrawals);
  }
  get purges(): PurgeLog {
    return this.app.get(PurgeLog);
  }
  get system(): StaffCtx {
    return systemCtx(this.clock.now());
  }

  /** A township of its own with the channels of its blueprint, below a portal of its own. */
  async site(kind: 'portal' | 'township' = 'township', regulation: string | null = null): Promise<SiteRef> {
    this.named += 1;
    const n = `${this.named}`;
    const sites = this.app.get(SiteService);
    const portal = await sites.open(this.system, {
      blueprint: 'portal',
      key: `county${n}`,
      name: `示范县${n}人民政府`,
      shortName: `示范县${n}`,
      regulation,
      bindings: [{ host: `county${n}.localhost`, prefix: '', isCanonical: true }],
    });
    if (kind === 'portal') return this.known(portal.site.key);
    const township = await sites.open(this.system, {
      blueprint: 'township',
      key: `town${n}`,
      name: `清水镇${n}人民政府`,
      shortName: `清水镇${n}`,
      parent: portal.site.key,
      bindings: [{ host: `county${n}.localhost`, prefix: `/town${n}`, isCanonical: true }],
    });
    return this.known(township.site.key);
  }

  /** The site as citizens can reach it; the filings that going online asks for are another library's story. */
  async online(site: SiteRef): Promise<SiteRef> {
    await this.db.shared(this.system, Site).updateWhere({ id: site.id }, { status: 'online' });
    await this.app.get(MemorySiteDirectory).refreshSites(this.system, [site.id]);
    return this.known(site.key);
  }

  /** A person at a site, with the rights of these roles and no account row. */
  person(site: SiteRef, ...roles: RoleCode[]): EditorCtx {
    this.named += 1;
    const accountId = 1000 + this.named;
    const held = roles.map((role) => ({ role, siteId: site.id, channelIds: null, until: null }));
    const standing = { accountId, isActive: true, mustChangePassword: false, held };
    return {
      ...atSite(this.system, site),
      actor: { accountId, name: `${roles[0]}${this.named}`, organisationId: null },
      ability: abilityOf(standing, site, this.clock.now()),
    };
  }

  /** A supervisor of the portal above, at this site. */
  supervisor(site: SiteRef): EditorCtx {
    const ctx = this.person(site);
    const held = [{ role: 'supervisor' as const, siteId: site.portalId, channelIds: null, until: null }];
    const standing = { accountId: ctx.actor.accountId, isActive: true, mustChangePassword: false, held };
    return {
      ...ctx,
      actor: { ...ctx.actor, name: `监管员${ctx.actor.accountId}` },
      ability: abilityOf(standing, site, this.clock.now()),
    };
  }

  async organisation(): Promise<number> {
    this.named += 1;
    const wish = { name: `示范单位${this.named}`, kind: 'office' } as const;
    return (await this.app.get(OrganisationService).create(this.system, wish)).id;
  }

  /** What pages know of the site before they load. */
  frame(site: SiteRef): PageFrame {
    const chrome: Pick<Chrome['site'], 'name' | 'domain' | 'siteCode'> = {
      name: site.name,
      domain: site.host,
      siteCode: '',
    };
    return { site: chrome as Chrome['site'], theme: { name: 'base', settings: {} } };
  }

  /** A person with an account and memberships, for what asks across sites. */
  async hire(...roles: { role: RoleCode; site: SiteRef }[]): Promise<StaffCtx> {
    this.named += 1;
    const name = `职员${this.named}`;
    const { account } = await this.app.get(Accounts).create(this.system, {
      username: `person${this.named}`,
      realName: name,
      organisationId: null,
    });
    await this.app
      .get(InitialPasswords)
      .set(this.system, account.id, 'Qing-shui.2026x', { mustChange: false });
    for (const { role, site } of roles) {
      await this.app.get(Memberships).grant(this.system, { accountId: account.id, role, site });
    }
    const actor = { accountId: account.id, name, organisationId: null };
    return { ...this.system, actor, ability: denyAll };
  }

  /** A hired person at a site, with the rights held there. */
  async at(person: StaffCtx, site: SiteRef): Promise<EditorCtx> {
    const now = this.clock.now();
    const ability = await this.app.get(AbilityFactory).for(person.actor, site, now);
    return { ...person, site, ability, now };
  }

  /** The same person at the present moment. */
  now<C extends SiteCtx>(ctx: C): C {
    return { ...ctx, now: this.clock.now() };
  }

  citizen(site: SiteRef): SiteCtx {
    return publicCtx(site, this.clock.now());
  }

  root(site: SiteRef): EditorCtx {
    return { ...atSite(this.system, site), ability: allowAll };
  }

  async channel(site: SiteRef, path: string): Promise<Channel> {
    const tree = await this.channels.tree(this.root(site));
    const node = tree.at(path);
    if (!node) throw new Error(`no channel ${path}`);
    return this.channels.getChannel(this.root(site), node.id);
  }

  text(more: Partial<NewArticle> = {}): Omit<NewArticle, 'channelId' | 'kind'> {
    return {
      title: '春耕备耕工作部署会召开',
      source: '清水镇党政办',
      body: '<p>会议要求抓好春耕生产。</p>',
      ...more,
    };
  }

  async draft(by: EditorCtx, more: Partial<NewArticle> = {}): Promise<Article> {
    const channelId = more.channelId ?? (await this.channel(by.site, 'xzdt')).id;
    const kind: ArticleKind = more.kind ?? 'news';
    const { article } = await this.articles.draft(this.now(by), { ...this.text(), ...more, channelId, kind });
    return article;
  }

  /** Through the whole review by people made for it; the clock moves a minute a step. */
  async publish(by: EditorCtx, more: Partial<NewArticle> = {}): Promise<Article> {
    const article = await this.draft(by, more);
    await this.pass(by, article.id);
    return this.stored(by, article.id);
  }

  /** Submits and passes every step of the open revision. */
  async pass(by: EditorCtx, articleId: number): Promise<void> {
    await this.reviews.submit(this.now(by), articleId);
    for (;;) {
      const { reviewState } = await this.stored(by, articleId);
      this.clock.advance(MINUTE);
      if (reviewState === 'initialReview') {
        await this.reviews.passInitial(this.person(by.site, 'initialReviewer'), articleId);
      } else if (reviewState === 'secondReview') {
        await this.reviews.passSecond(this.person(by.site, 'secondReviewer'), articleId);
      } else if (reviewState === 'finalReview') {
        await this.reviews.passFinal(this.person(by.site, 'finalReviewer'), articleId);
      } else return;
    }
  }

  async stored(ctx: SiteCtx, articleId: number): Promise<Article> {
    const { tx: _none, ...outside } = ctx;
    const article = await this.db.site(outside as SiteCtx, Article).findOne({ id: articleId });
    if (!article) throw new Error(`article ${articleId} is gone`);
    return article;
  }

  async revisions(ctx: SiteCtx, articleId: number): Promise<ArticleRevision[]> {
    return this.db.site(ctx, ArticleRevision).find({ where: { articleId }, order: { number: 'ASC' } });
  }

  /** The live text as citizens read it, or null. */
  async live(ctx: SiteCtx, articleId: number): Promise<string | null> {
    const { liveRevisionId } = await this.stored(ctx, articleId);
    if (liveRevisionId === null) return null;
    return (await this.db.site(ctx, ArticleRevision).findOne({ id: liveRevisionId }))?.body ?? null;
  }

  async auditOf(site: SiteRef, subjectId: number): Promise<string[]> {
    const entries = await this.db.shared(this.system, AuditEntry).find({
      where: { siteId: site.id, subject: 'Article', subjectId: String(subjectId) },
      order: { id: 'ASC' },
    });
    return entries.map((entry) => entry.action);
  }

  jobs(kind: string): Promise<OutboxRow[]> {
    return this.db.shared(this.system, OutboxRow).find({ where: { kind }, order: { id: 'ASC' } });
  }

  /** Does what the worker would do with the scheduled publications that are due. */
  async runSchedules(site: SiteRef): Promise<void> {
    for (const row of await this.jobs(PublishScheduled.kind)) {
      if (row.siteId !== site.id || row.runAfter > this.clock.now()) continue;
      const event = row.payload as unknown as PublishScheduled;
      await this.app.get(PublishScheduledJob).handle(atSite(this.system, site), event);
    }
  }

  /** The tags purged by `work`. */
  async purgedBy(work: () => Promise<unknown>): Promise<string[]> {
    this.purged.length = 0;
    await work();
    return [...new Set(this.purged)];
  }

  private known(key: string): SiteRef {
    const site = this.app.get(MemorySiteDirectory).byKey(key);
    if (!site) throw new Error(`no site ${key}`);
    return site;
  }
}
