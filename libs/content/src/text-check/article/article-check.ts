import { Injectable } from '@nestjs/common';
import type { SiteCtx } from '@zhanqun/kernel';
import { Db } from '@zhanqun/platform';
import { checkBody } from '../body/check-body';
import { readBody } from '../body/read-body';
import { placeHits, type CheckField, type CheckHit } from '../check-hit';
import { checkText } from '../check-text';
import { CheckLists } from '../lists/check-lists';
import { CheckDismissal } from './check-dismissal.entity';
import { checkHead } from './check-head';
import type { CheckedText } from './checked-text';
import { SameTitles } from './same-titles';

const LINES = ['title', 'subtitle', 'summary', 'source', 'author'] as const satisfies CheckField[];

export interface Checked {
  readonly hits: readonly CheckHit[];
  /** Names of attached files whose text is not read yet. */
  readonly pending: readonly string[];
}

/** 稿件检查: every field by every rule of the site. Reads only; nothing outside is asked. */
@Injectable()
export class ArticleCheck {
  constructor(
    private readonly db: Db,
    private readonly lists: CheckLists,
    private readonly titles: SameTitles,
  ) {}

  async check(ctx: SiteCtx, text: CheckedText): Promise<Checked> {
    const list = await this.lists.at(ctx.site);
    const body = readBody(text.body);
    const hits = [
      ...LINES.flatMap((field) => placeHits(checkText(list, text[field]), text[field], { field })),
      ...checkHead(list, text, body.text),
      ...(await this.titles.check(ctx, list, text)),
      ...placeHits(checkText(list, body.text), body.text, { field: 'body' }),
      ...placeHits(checkBody(list, body), body.text, { field: 'body' }),
    ];
    return { hits: await this.withDismissals(ctx, text.articleId, hits), pending: [] };
  }

  private async withDismissals(
    ctx: SiteCtx,
    articleId: number | null,
    hits: CheckHit[],
  ): Promise<CheckHit[]> {
    if (articleId === null || hits.length === 0) return hits;
    const rows = await this.db.site(ctx, CheckDismissal).find({ where: { articleId } });
    const byKey = new Map(rows.map((row) => [row.hitKey, row]));
    return hits.map((hit) => {
      const row = byKey.get(hit.key);
      // What an author keeps for good reason is not what keeps a text back.
      if (!row || (hit.severity === 'block' && !row.coversBlock)) return hit;
      return { ...hit, dismissed: { by: row.byName, reason: row.reason, at: row.at } };
    });
  }
}
