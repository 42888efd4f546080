import { Injectable } from '@nestjs/common';
import type { SiteCtx } from '@zhanqun/kernel';
import { Db } from '@zhanqun/platform';
import { Article } from '../../article/article.entity';
import { isExcerpt } from '../../article/article-writing';
import { ArticleRevision } from '../../revision/article-revision.entity';
import { AttachmentTexts, type ReadingHaste } from '../attachment/attachment-texts';
import { checkAttachments } from '../attachment/check-attachments';
import { checkBody } from '../body/check-body';
import { easeInCells } from '../body/markings-in-cells';
import { readBody } from '../body/read-body';
import { placeHits, type CheckField, type CheckHit } from '../check-hit';
import { checkText } from '../check-text';
import { DeadLinks } from '../links/dead-links';
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

/** 稿件检查: every field by every rule of the site. Nobody outside is asked: links are visited by a job. */
@Injectable()
export class ArticleCheck {
  constructor(
    private readonly db: Db,
    private readonly lists: CheckLists,
    private readonly titles: SameTitles,
    private readonly links: DeadLinks,
    private readonly files: AttachmentTexts,
  ) {}

  async check(ctx: SiteCtx, text: CheckedText, haste: ReadingHaste = 'stored'): Promise<Checked> {
    const list = await this.lists.at(ctx.site);
    const body = readBody(text.body);
    const files = await this.files.of(ctx, text.attachments, haste);
    const hits = [
      ...writtenLines(text).flatMap((field) =>
        placeHits(checkText(list, text[field]), text[field], { field }),
      ),
      ...checkHead(list, text, body.text),
      ...(await this.titles.check(ctx, list, text)),
      ...placeHits(easeInCells(checkText(list, body.text), body), body.text, { field: 'body' }),
      ...placeHits(checkBody(list, body), body.text, { field: 'body' }),
      ...placeHits(await this.links.check(ctx, list, body), body.text, { field: 'body' }),
      ...checkAttachments(list, files),
    ];
    const pending = files.filter(({ state }) => state === 'waiting').map(({ name }) => name);
    return { hits: await this.withDismissals(ctx, text.articleId, hits), pending };
  }

  /** The words of the files under the text being worked on, read now. */
  async readAttachments(ctx: SiteCtx, articleId: number): Promise<void> {
    const article = await this.db.site(ctx, Article).findOne({ id: articleId });
    const id = article?.openRevisionId ?? 0;
    const [open] = await this.db.site(ctx, ArticleRevision).select(['attachments'], { where: { id } });
    await this.files.of(ctx, open?.attachments ?? [], 'all');
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

/** A summary that was cut out of the body says nothing of its own, and ends in the middle of a sentence. */
function writtenLines(text: CheckedText): readonly (typeof LINES)[number][] {
  return isExcerpt(text) ? LINES.filter((field) => field !== 'summary') : LINES;
}
