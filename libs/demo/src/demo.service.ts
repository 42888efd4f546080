import { Injectable } from '@nestjs/common';
import { ROLES } from '@zhanqun/identity';
import { atSite, Clock, systemCtx, type StaffCtx } from '@zhanqun/kernel';
import { AppConfig, SiteDirectory } from '@zhanqun/platform';
import { ACCOUNTS, DEMO_PASSWORD } from './county/accounts';
import { PORTAL, SITES } from './county/sites';
import { staffOf } from './county/staff';
import { planCounty } from './plan/plan';
import type { Stored } from './seed/article-seeder';
import { Cast } from './seed/cast';
import { CountySeeders } from './seed/county-seeders';
import { LargeCounty, type LargeOrder } from './seed/large-county';

/** 演示县: the fictional county that a first start shows. */
@Injectable()
export class Demo {
  constructor(
    private readonly config: AppConfig,
    private readonly clock: Clock,
    private readonly directory: SiteDirectory,
    private readonly cast: Cast,
    private readonly seeders: CountySeeders,
    private readonly large: LargeCounty,
  ) {}

  /**
   * At the start of an installation: fills an empty database when the configuration asks for the demo,
   * and answers the lines to greet with, at every later start of the same county too. Never in production.
   */
  async seedWhenEmpty(): Promise<string[]> {
    if (this.config.seed !== 'demo' || this.config.production) return [];
    if (this.directory.all().length === 0) return this.seedDemo(systemCtx(this.clock.now()));
    if (this.wasInterrupted()) return [INTERRUPTED];
    return this.isThere() ? this.greeting('演示县（虚构）：') : [];
  }

  /** Writes the demo county; where sites exist already it says so and leaves everything as it is. */
  async seedDemo(ctx: StaffCtx): Promise<string[]> {
    if (this.config.production) return ['生产环境不写入演示数据'];
    if (this.wasInterrupted()) return [INTERRUPTED];
    if (this.directory.all().length > 0) return ['数据库中已有站点，没有写入演示县'];
    const { offices, sites, desks, lives, kinds, topics, reviews, deliveries, pushes, supervision, visits } =
      this.seeders;
    const openedOffices = await offices.openOffices(ctx);
    await offices.openAccounts(ctx, openedOffices);
    await sites.open(ctx, openedOffices);
    await offices.staff(ctx);
    const stored = await this.publish(ctx);
    await desks.lay(ctx);
    await lives.lay(ctx);
    await kinds.lay(ctx);
    await topics.lay(ctx, openedOffices);
    await this.seeders.layouts.lay(ctx);
    await this.seeders.searches.lay(ctx);
    await reviews.lay(ctx);
    await sites.goOnline(ctx);
    await deliveries.send(ctx, stored);
    await pushes.send(ctx, stored);
    // Before anybody looks at the pages: what was read most is ranked once in a while.
    await visits.count(ctx);
    await supervision.patrol(ctx, openedOffices);
    return this.greeting('演示县（虚构）已写入：');
  }

  /** `zhanqun seed demo --sites … --articles …`: as much as measurements ask for. */
  seedLarge(ctx: StaffCtx, order: LargeOrder): Promise<void> {
    return this.large.build(ctx, order);
  }

  private async publish(ctx: StaffCtx): Promise<Stored> {
    const pieces = planCounty(ctx.now);
    const stored: Stored = new Map();
    for (const { key } of SITES) {
      const editor = await this.cast.at(ctx, staffOf(key).editor, key);
      // Putting in old texts is the platform's own act; the person's name stands on them.
      const desk = { ...atSite(ctx, editor.site), actor: editor.actor };
      const library = await this.seeders.library.fill(desk, key);
      const own = pieces.filter(({ site }) => site === key);
      await this.seeders.articles.publish(desk, key, own, library, stored);
      await this.seeders.library.count(desk);
    }
    return stored;
  }

  /** The portal goes online last but for small things: one that is still in preparation tells of a crash. */
  private wasInterrupted(): boolean {
    return this.directory.byKey(PORTAL)?.status === 'preparing';
  }

  private isThere(): boolean {
    return SITES.every(({ key }) => this.directory.byKey(key));
  }

  private greeting(title: string): string[] {
    const addresses = SITES.map(({ key, name }) => {
      const site = this.directory.byKey(key);
      return `  ${site ? this.directory.siteUrl(site, '/') : ''}  ${name}`;
    });
    const accounts = ACCOUNTS.map(({ username, realName, roles }) => {
      const titles = roles.map(({ role, site }) => {
        const at = SITES.find(({ key }) => key === site)?.shortName;
        return `${at ?? ''}${ROLES[role].name}`;
      });
      return `  ${username.padEnd(13)}${realName}  ${titles.join('、')}`;
    });
    return [title, ...addresses, `演示账号，密码都是 ${DEMO_PASSWORD} ：`, ...accounts];
  }
}

const INTERRUPTED = '上次写入演示县时中断，数据不完整：请停止平台，删除数据目录（或清空数据库）后重新启动';
