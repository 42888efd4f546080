import { Injectable } from '@nestjs/common';
import { SearchEntry, SearchWord } from '@zhanqun/content';
import { addDays, shanghaiDay, type StaffCtx } from '@zhanqun/kernel';
import { Db } from '@zhanqun/platform';
import { SEARCH_ENTRIES, SEARCHED } from '../county/search-words';
import { PORTAL } from '../county/sites';
import { staffOf } from '../county/staff';
import { Cast } from './cast';

const DAYS = 30;

/** 搜索词 of the last weeks and the 检索词典 that the portal's people keep. */
@Injectable()
export class SearchSeeder {
  constructor(
    private readonly db: Db,
    private readonly cast: Cast,
  ) {}

  async lay(ctx: StaffCtx): Promise<void> {
    const admin = await this.cast.at(ctx, staffOf(PORTAL).admin, PORTAL);
    const entries = this.db.site(admin, SearchEntry);
    await entries.saveAll(
      SEARCH_ENTRIES.map(([kind, text]) => entries.build({ kind, text, byName: admin.actor.name })),
    );
    const words = this.db.site(admin, SearchWord);
    const today = shanghaiDay(ctx.now);
    const days = Array.from({ length: DAYS }, (_, ago) => addDays(today, -ago));
    await words.saveAll(
      days.flatMap((onDay, ago) =>
        SEARCHED.filter((_, rank) => (ago + rank) % 3 > 0).map(({ word, times, hits }, rank) => {
          const asked = times + ((ago + rank) % 3);
          return words.build({ word, scope: 'site', onDay, times: asked, visitors: asked, hits });
        }),
      ),
    );
  }
}
