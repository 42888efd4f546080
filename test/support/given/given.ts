import {
  Article,
  ArticleService,
  AssetFolders,
  AssetOffers,
  AssetService,
  ChannelService,
  RecycleBin,
  ReviewService,
  Sending,
  TopicService,
  channelChangeRule,
  Uploads,
  type Asset,
  type AssetFolder,
  type AssetOffer,
  type AssetUpload,
  type Channel,
  type Topic,
} from '@zhanqun/content';
import type { SiteRef } from '@zhanqun/kernel';
import { Db, SiteDirectory, type SiteEntity } from '@zhanqun/platform';
import { Finding, RectificationService, type Rectification } from '@zhanqun/supervision';
import { OrganisationService, Settings, SiteLifecycle, SiteService, type SiteOrder } from '@zhanqun/tenancy';
import sharp from 'sharp';
import { newArticle, REVIEWERS, type ArticleWish, type GivenState } from './article-wish';
import type { Person } from './person';
import { GivenStaff } from './staff';

export interface SiteWish extends Partial<SiteOrder> {
  /** The portal above; made when left out. */
  readonly portal?: SiteRef;
  readonly status?: 'preparing' | 'online';
}

const A_DAY = 86_400_000;

/**
 * The one language of fixtures: `given.site()`, `given.editor(site)`, `given.article(site, { state })`.
 * Things are made through the services of the house, so a fixture is never an impossible state; every
 * call makes something new, so tests share no rows.
 */
export class Given extends GivenStaff {
  get db(): Db {
    return this.app.get(Db);
  }

  /** A portal under a host of its own with the channels of its blueprint, online. */
  portal(wish: Omit<SiteWish, 'portal'> = {}): Promise<SiteRef> {
    const n = this.serial.next();
    return this.open({
      blueprint: 'portal',
      key: `county${n}`,
      name: `示范县${n}人民政府`,
      bindings: [{ host: `county${n}.localhost`, prefix: '', isCanonical: true }],
      ...wish,
    });
  }

  /** A township's pages below a portal, online. */
  async site({ portal, ...wish }: SiteWish = {}): Promise<SiteRef> {
    const above = portal ?? (await this.portal());
    const n = this.serial.next();
    return this.open({
      blueprint: 'township',
      key: `town${n}`,
      name: `清水镇${n}人民政府`,
      parent: above.key,
      bindings: [{ host: above.host, prefix: `/town${n}`, isCanonical: true }],
      ...wish,
    });
  }

  portalOf({ portalId }: SiteRef): SiteRef {
    return this.siteWith(portalId);
  }

  async organisation(name = `示范单位${this.serial.next()}`): Promise<number> {
    return (await this.app.get(OrganisationService).create(this.system, { name, kind: 'office' })).id;
  }

  /** A channel of the site's blueprint by its address. */
  async channel(site: SiteRef, path: string): Promise<Channel> {
    const channels = this.app.get(ChannelService);
    const node = (await channels.tree(this.at(site))).at(path);
    if (!node) throw new Error(`${site.key} has no channel ${path}`);
    return channels.getChannel(this.at(site), node.id);
  }

  /** A new channel with articles, at the top of the site. */
  newChannel(site: SiteRef, { path, name }: { path: string; name: string }): Promise<Channel> {
    const wish = { path, name, kind: 'dynamic', updateClass: 'other', parentId: null } as const;
    return this.app.get(ChannelService).create(this.at(site), wish);
  }

  /** An article that came to its state (default: draft) as articles do: written, submitted, passed. */
  async article(site: SiteRef, wish: ArticleWish = {}): Promise<Article> {
    const author = wish.by ?? (await this.editor(site));
    const channelId = wish.channelId ?? (await this.channel(site, NEWS[site.kind])).id;
    const text = newArticle(wish, this.serial.next());
    const { article } = await this.app.get(ArticleService).draft(author.ctx, { ...text, channelId });
    await this.lead(article, author, wish.state ?? 'draft');
    return this.stored(article);
  }

  /** A picture of the site's library, unlike any other. */
  async asset(site: SiteRef, { name = 'picture.png', alt = '' } = {}): Promise<Asset> {
    const n = this.serial.next();
    const background = { r: n % 256, g: (n >> 8) % 256, b: 128 };
    const content = await sharp({ create: { width: 64, height: 48, channels: 3, background } })
      .png()
      .toBuffer();
    return this.app.get(AssetService).upload(this.at(site), { fileName: name, content, alt });
  }

  assetFolder(site: SiteRef, name = `文件夹 ${this.serial.next()}`): Promise<AssetFolder> {
    return this.app.get(AssetFolders).create(this.at(site), { name, parentId: 0 });
  }

  /** A picture that the site holds out to the sites below it. */
  async assetOffer(site: SiteRef, name = 'shared.png'): Promise<AssetOffer> {
    const { id } = await this.asset(site, { name, alt: name });
    return this.app.get(AssetOffers).offer(this.at(site), id);
  }

  /** An upload that was announced and has not begun. */
  assetUpload(site: SiteRef, fileName = '规划.pdf'): Promise<AssetUpload> {
    const whole = { bytes: 1000, alt: '', folderId: null, replacesId: null };
    return this.app.get(Uploads).begin(this.at(site), { ...whole, fileName });
  }

  /** An envelope on its way: published at `from`, sent to `to`. */
  async delivery(from: SiteRef, to: SiteRef, { note = '', ...wish }: ArticleWish & { note?: string } = {}) {
    const sender = wish.by ?? (await this.editor(from));
    const source = await this.article(from, { ...wish, state: 'published', by: sender });
    return this.app.get(Sending).send(sender.ctx, source.id, to.key, { note });
  }

  /** Into the recycle bin. */
  async bin({ ctx }: Person, articleId: number): Promise<void> {
    await this.app.get(RecycleBin).remove(ctx, articleId);
  }

  /** A fault as a patrol enters it. */
  finding(site: SiteRef, title = '栏目更新不及时'): Promise<Finding> {
    const findings = this.db.shared(this.system, Finding);
    const n = this.serial.next();
    return findings.save(
      findings.build({
        aboutSiteId: site.id,
        portalId: site.portalId,
        indicatorCode: 'V-W3',
        subject: `channel:${n}`,
        openKey: `${site.id}:V-W3:${n}`,
        severity: 'veto',
        title,
        url: '',
        evidence: [],
        ruleText: '应更新未更新',
        ruleSource: '国办函〔2019〕27号',
        firstSeenAt: this.now,
        lastSeenAt: this.now,
      }),
    );
  }

  /** A fault that a supervisor of the portal handed to its owner. */
  async rectification(site: SiteRef, demand = '请按期整改并报告结果'): Promise<Rectification> {
    const supervisor = await this.editor(this.portalOf(site), { role: 'supervisor' });
    const { id } = await this.finding(site, demand);
    const order = { organisationId: await this.organisation(), workingDays: 10, demand };
    return this.app.get(RectificationService).dispatch(supervisor.ctx, id, order);
  }

  /** A draft of a topic. */
  topic({ ctx }: Person): Promise<Topic> {
    const path = `topic-${this.serial.next()}`;
    const days = { startsOn: '2026-03-01', endsOn: '2026-12-31' };
    return this.app.get(TopicService).draft(ctx, { path, name: '春耕备耕专题', ...days });
  }

  /** The network's people may open and close channels without an application. */
  directChannels(portal: SiteRef): Promise<void> {
    return this.app.get(Settings).set(this.at(portal), channelChangeRule, 'none');
  }

  /** The row as the database has it now. */
  async stored<E extends SiteEntity>(row: E): Promise<E> {
    const door = this.db.site(this.at(this.siteWith(row.siteId)), row.constructor as new () => SiteEntity);
    const found = await door.findOne({ id: row.id });
    if (!found) throw new Error(`${row.constructor.name} ${row.id} is gone`);
    return found as E;
  }

  private siteWith(id: number): SiteRef {
    const site = this.app.get<SiteDirectory>(SiteDirectory as never).byId(id);
    if (!site) throw new Error(`no site ${id}`);
    return site;
  }

  private async lead(article: Article, author: Person, state: GivenState): Promise<void> {
    if (state === 'draft') return;
    const reviews = this.app.get(ReviewService);
    const { site } = author.ctx;
    const { id } = article;
    if (state === 'scheduled') await reviews.schedule(author.ctx, id, new Date(this.now.getTime() + A_DAY));
    await reviews.submit(author.ctx, id);
    for (;;) {
      const step = (await this.stored(article)).reviewState as keyof typeof REVIEWERS | 'approved' | null;
      if (step === state || step === null || step === 'approved') break;
      const { role, pass } = REVIEWERS[step];
      await reviews[pass]((await this.editor(site, { role })).ctx, id);
    }
    if (state !== 'withdrawn') return;
    const { ctx } = await this.editor(site, { role: 'finalReviewer' });
    await reviews.withdraw(ctx, id, '内容有误，撤回核实');
  }

  private async open(wish: SiteWish & Pick<SiteOrder, 'blueprint' | 'key' | 'name'>): Promise<SiteRef> {
    const { status = 'online', portal: _above, ...order } = wish;
    await this.app.get(SiteService).open(this.system, {
      sponsorId: await this.organisation(),
      siteCode: `43312${60_000 + this.serial.next()}`,
      icpNumber: '湘ICP备12345678号-1',
      policeFilingNumber: '湘公网安备43312602000123号',
      ...order,
    });
    const site = this.siteNamed(order.key);
    if (status === 'online') {
      // 空站不得上线.
      await this.article(site, { title: '本站试运行公告', state: 'published' });
      await this.app.get(SiteLifecycle).goOnline(this.at(site));
    }
    return this.siteNamed(order.key);
  }
}

/** A channel of news in the blueprint of each kind of site. */
const NEWS: Readonly<Record<SiteRef['kind'], string>> = {
  portal: 'xwzx/zwyw',
  department: 'gzdt',
  township: 'xzdt',
  unit: 'gzdt',
};
