import { Injectable } from '@nestjs/common';
import { ArchiveService, ChannelReading, type HistoricArticle } from '@zhanqun/content';
import { atSite, type EditorCtx, type SiteRef, type StaffCtx } from '@zhanqun/kernel';
import { SiteDirectory } from '@zhanqun/platform';
import { OrganisationService, SiteLifecycle, SiteService } from '@zhanqun/tenancy';
import { OTHER_TOWNSHIPS, TOWNSHIPS, COUNTY_WORDS, VILLAGERS } from '../county/places';
import { Chance } from '../plan/chance';
import { compose } from '../plan/compose';
import { Filler, type Words } from '../plan/fill';
import { moments } from '../plan/moments';
import { townWords } from '../plan/town-words';
import { COUNTY_NEWS } from '../topics/county-news';
import { TOWNSHIP_NEWS } from '../topics/township-news';

export interface LargeOrder {
  readonly sites: number;
  readonly articles: number;
  /** Told after every batch how many articles are stored so far. */
  readonly onProgress?: (done: number) => void;
}

const KEY = 'daxing';
const HOST = 'daxing.localhost';
const OFFICE = '大型县人民政府办公室';
const BATCH = 250;
const TOWNS = [...Object.values(TOWNSHIPS), ...OTHER_TOWNSHIPS];
const NEWS = [...COUNTY_NEWS, ...TOWNSHIP_NEWS];

/**
 * A county of any size for measurements: a portal of its own, its sites under paths, articles with
 * believable titles in all channels. Written in batches; memory does not grow with the number.
 */
@Injectable()
export class LargeCounty {
  constructor(
    private readonly directory: SiteDirectory,
    private readonly sites: SiteService,
    private readonly lifecycle: SiteLifecycle,
    private readonly channels: ChannelReading,
    private readonly archive: ArchiveService,
    private readonly organisations: OrganisationService,
  ) {}

  async build(ctx: StaffCtx, { sites, articles, onProgress }: LargeOrder): Promise<void> {
    let done = 0;
    for (let number = 0; number < sites; number += 1) {
      const site = await this.open(ctx, number);
      const here = atSite(ctx, site);
      for (let left = articles; left > 0; left -= BATCH) {
        const count = Math.min(BATCH, left);
        await this.archive.publishAll(here, await this.batch(here, number, articles - left, count));
        done += count;
        onProgress?.(done);
      }
      if (site.status === 'preparing') await this.lifecycle.goOnline(here);
    }
  }

  /** A county that exists already gets more articles, not a second set of sites. */
  private async open(ctx: StaffCtx, number: number): Promise<SiteRef> {
    const isPortal = number === 0;
    const key = isPortal ? KEY : `${KEY}-${number}`;
    const known = this.directory.byKey(key);
    if (known) return known;
    const town = TOWNS[number % TOWNS.length];
    const sponsorId = await this.office(ctx);
    const { site } = await this.sites.open(ctx, {
      key,
      name: isPortal
        ? '大型县人民政府门户网站'
        : `大型县第${number}${number % 3 === 0 ? '工作局' : town?.name}`,
      shortName: isPortal ? '大型县' : `第${number}站`,
      blueprint: isPortal ? 'portal' : number % 3 === 0 ? 'department' : 'township',
      siteCode: `4398${String(number + 1).padStart(6, '0')}`,
      icpNumber: '湘ICP备00000001号',
      policeFilingNumber: '湘公网安备43980002000001号',
      sponsorId,
      bindings: [{ host: HOST, prefix: isPortal ? '' : `/s${number}`, isCanonical: true }],
      ...(isPortal ? {} : { parent: KEY }),
    });
    return site;
  }

  /** One office answers for all of them. */
  private async office(ctx: StaffCtx): Promise<number> {
    const { items } = await this.organisations.list(ctx, { q: OFFICE }, { page: 1, pageSize: 1 });
    return items[0]?.id ?? (await this.organisations.create(ctx, { name: OFFICE, kind: 'office' })).id;
  }

  private async batch(ctx: EditorCtx, site: number, from: number, count: number): Promise<HistoricArticle[]> {
    const chance = new Chance(`大型县 ${site} ${from}`);
    const tree = await this.channels.tree(ctx);
    const places = tree.all().filter(({ kind }) => kind === 'dynamic' || kind === 'notice');
    return moments(ctx.now, chance, count, { newest: 0 }).map((originallyPublishedAt, at) => {
      const filler = new Filler(chance, wordsFor(chance), originallyPublishedAt);
      const topic = chance.pick(NEWS);
      const title = filler.fill(chance.pick(topic.titles).replace(/^[①②]/, ''));
      const body = topic.body.map((paragraph) => filler.fill(chance.pick(paragraph))).join('\n');
      return {
        channelId: (places[at % places.length] as (typeof places)[number]).id,
        kind: 'news',
        title: `${title}（${from + at + 1}）`,
        source: '大型县融媒体中心',
        body: compose(body),
        originallyPublishedAt,
      };
    });
  }
}

function wordsFor(chance: Chance): Words {
  return {
    ...COUNTY_WORDS,
    ...townWords(chance.pick(TOWNS), chance),
    villager: chance.pick(VILLAGERS),
    meeting: String(chance.whole(20, 90)),
  };
}
