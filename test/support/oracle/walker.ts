import { pathOf, type ConsoleArticle, type County, type StaffedSite } from '../county';
import { until } from '../until';
import type { Dice } from './dice';
import type { Place } from './places';

/** An article the walk has published, wherever it stands now. */
export interface Walked {
  readonly site: StaffedSite;
  readonly id: number;
  readonly path: string;
}

/** What a walk knows of the county and what it has done there. */
export class Walker {
  readonly articles: Walked[] = [];
  private count = 0;

  constructor(
    readonly county: County,
    readonly dice: Dice,
    /** Channels of each site that take news. */
    readonly channels: Readonly<Record<StaffedSite, readonly string[]>>,
  ) {}

  site(): StaffedSite {
    return this.dice.pick(['qingshui', 'shifan'] as const);
  }

  /** Who runs the site, and may publish there. */
  admin(site: StaffedSite): string {
    return site === 'shifan' ? 'sf-admin' : 'qs-admin';
  }

  /** A name nothing had before; it holds a word that searches of the walk look for. */
  name(what: string): string {
    this.count += 1;
    return `走读${what}第${this.count}号`;
  }

  async publish(site: StaffedSite, channel: string, more: Record<string, unknown> = {}): Promise<Walked> {
    const live = await this.county.publish(site, channel, this.name('文稿'), more);
    return this.note(site, live);
  }

  note(site: StaffedSite, live: ConsoleArticle): Walked {
    const walked = { site, id: live.id, path: pathOf(live, site) };
    this.articles.push(walked);
    return walked;
  }

  async read({ site, id }: Walked): Promise<ConsoleArticle> {
    return (await this.county.desk(this.admin(site))).get<ConsoleArticle>(`/sites/${site}/articles/${id}`);
  }

  /** One of the walk's articles in that state with no text being worked on; a new one where none is. */
  async article(state: 'published' | 'withdrawn', site?: StaffedSite): Promise<Walked> {
    for (const each of this.dice.shuffled(this.articles)) {
      if (site && each.site !== site) continue;
      const { state: now, openState } = await this.read(each);
      if (now === state && openState === null) return each;
    }
    const at = site ?? this.site();
    const fresh = await this.publish(at, this.dice.pick(this.channels[at]));
    if (state === 'withdrawn') await this.withdraw(fresh, { reason: '走读时撤下' });
    return fresh;
  }

  async withdraw({ site, id }: Walked, how: Record<string, unknown>): Promise<void> {
    const desk = await this.county.desk(site === 'shifan' ? 'sf-zhongshen' : 'qs-zhongshen');
    await desk.post(`/sites/${site}/articles/${id}/withdraw`, how);
  }

  /** Through every step of the review. */
  async passAll({ site, id }: Walked, open: ConsoleArticle): Promise<void> {
    await this.county.pass(site, id, await this.county.bringToLastStep(site, open));
  }

  async untilState(article: Walked, state: string): Promise<void> {
    await until(async () => (await this.read(article)).state === state, {
      within: 20_000,
      every: 20,
      what: `article ${article.id} to be ${state}`,
    });
  }

  /** The pages of the articles that came last: the older ones are looked at by the lists they stand in. */
  places(most: number): Place[] {
    return this.articles.slice(-most).map(({ site, path }) => ({ site, path }));
  }
}
