import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Clock, publicCtx, shanghaiDay, type SiteCtx } from '@zhanqun/kernel';
import { Db, fold, In, SiteDirectory } from '@zhanqun/platform';
import { SearchWord } from './search-word.entity';
import { WordVisitors } from './word-visitors';

const WRITE_EVERY_MS = 10_000;
/** Different words of one site between two writings; further ones are not written down. */
const MOST_OF_A_SITE = 500;
const BATCH = 100;
const LONGEST_WORD = 60;
/** Telephone numbers, identity cards: what people type by mistake is not kept. */
const PERSONAL = /\d{6,}/;

interface Searched {
  readonly word: string;
  readonly scope: 'site' | 'network';
  readonly onDay: string;
  times: number;
  visitors: number;
  hits: number;
}

/**
 * 搜索记录: words, not people. Counted in memory and written every ten seconds; a killed process loses at
 * most that much.
 */
@Injectable()
export class SearchLog implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Search');
  private readonly visitors = new WordVisitors();
  private pending = new Map<number, Map<string, Searched>>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly db: Db,
    private readonly directory: SiteDirectory,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.write(), WRITE_EVERY_MS).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.write();
  }

  /** `address` tells visitors apart and is forgotten. */
  note(ctx: SiteCtx, typed: string, scope: 'site' | 'network', hits: number, address: string): void {
    const word = fold(typed.toWellFormed()).trim().replace(/\s+/g, ' ');
    if (word === '' || word.length > LONGEST_WORD || PERSONAL.test(word) || !/[\p{L}\p{N}]/u.test(word))
      return;
    const onDay = shanghaiDay(ctx.now);
    const visitors = Number(this.visitors.isNew(onDay, ctx.site.id, word, address));
    this.add(ctx.site.id, { word, scope, onDay, times: 1, visitors, hits });
  }

  /** Writes what was counted. What cannot be written now is kept for the next time. */
  async write(): Promise<void> {
    const counted = this.pending;
    this.pending = new Map();
    for (const [siteId, words] of counted) {
      const site = this.directory.byId(siteId);
      if (!site) continue;
      try {
        await this.store(publicCtx(site, this.clock.now()), [...words.values()]);
      } catch (error) {
        this.logger.warn(`${site.key} 的搜索词暂未写入，稍后重试：${String(error)}`);
        for (const one of words.values()) this.add(siteId, one);
      }
    }
  }

  private add(siteId: number, searched: Searched): void {
    const ofSite = this.pending.get(siteId) ?? new Map<string, Searched>();
    this.pending.set(siteId, ofSite);
    const key = `${searched.onDay}|${searched.scope}|${searched.word}`;
    const known = ofSite.get(key);
    if (known) {
      known.times += searched.times;
      known.visitors += searched.visitors;
      known.hits = searched.hits;
    } else if (ofSite.size < MOST_OF_A_SITE) ofSite.set(key, { ...searched });
  }

  private async store(ctx: SiteCtx, words: readonly Searched[]): Promise<void> {
    for (let from = 0; from < words.length; from += BATCH) {
      await this.storeBatch(ctx, words.slice(from, from + BATCH));
    }
  }

  private storeBatch(ctx: SiteCtx, words: readonly Searched[]): Promise<void> {
    return this.db.transaction(ctx, async (ctx) => {
      const rows = this.db.site(ctx, SearchWord);
      const onDays = [...new Set(words.map(({ onDay }) => onDay))];
      const known = await rows.find({
        where: { word: In(words.map(({ word }) => word)), onDay: In(onDays) },
        lock: 'write',
      });
      await rows.saveAll(
        words.map(({ word, scope, onDay, times, visitors, hits }) => {
          const row =
            known.find((one) => one.word === word && one.scope === scope && one.onDay === onDay) ??
            rows.build({ word, scope, onDay, times: 0, visitors: 0, hits });
          row.times += times;
          row.visitors += visitors;
          row.hits = hits;
          return row;
        }),
      );
    });
  }
}
