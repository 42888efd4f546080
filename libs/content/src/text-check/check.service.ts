import { Injectable } from '@nestjs/common';
import type { EditorCtx, StaffCtx } from '@zhanqun/kernel';
import { ArticleAssets } from '../article/article-assets';
import { ArticleDesk } from '../article/article-desk';
import { ArticleCheck, type Checked } from './article/article-check';
import { CheckAllowance } from './check-allowance';
import type { CheckArticleDto } from './check.dto';
import { LONGEST_TEXT, textTooLong } from './check.errors';
import type { TextHit } from './check-hit';
import { checkText } from './check-text';
import { CheckLists } from './lists/check-lists';

/** Markup and words of a body together. */
const LONGEST_BODY = 1_000_000;

/** 内容检查, as people ask for it. */
@Injectable()
export class CheckService {
  constructor(
    private readonly lists: CheckLists,
    private readonly allowance: CheckAllowance,
    private readonly checks: ArticleCheck,
    private readonly desk: ArticleDesk,
    private readonly assets: ArticleAssets,
  ) {}

  /** A text by the lists of the platform. Raises `content.check.textTooLong` or `.tooOften`. */
  async text(ctx: StaffCtx, text: string): Promise<TextHit[]> {
    if (text.length > LONGEST_TEXT) throw textTooLong({ length: text.length });
    this.allowance.take(ctx, text.length);
    return checkText(await this.lists.at(undefined), text);
  }

  /** An article as it stands in the editor; what was answered for it is told with the hits. */
  async article(ctx: EditorCtx, text: CheckArticleDto): Promise<Checked> {
    const { title = '', subtitle = '', summary = '', source = '', author = '', body = '' } = text;
    const lines = [title, subtitle, summary, source, author].join('').length;
    if (lines > LONGEST_TEXT || body.length > LONGEST_BODY)
      throw textTooLong({ length: lines + body.length });
    this.allowance.take(ctx, lines + body.length);
    const { articleId = null, attachments = [] } = text;
    if (articleId !== null) await this.desk.getArticle(ctx, articleId);
    const files = await this.assets.describe(ctx, attachments);
    return this.checks.check(
      ctx,
      {
        articleId,
        title,
        subtitle,
        summary,
        source,
        author,
        body,
        attachments: [...files.values()].map(({ id: assetId, name }) => ({ assetId, name })),
      },
      'quick',
    );
  }

  /** The text being worked on, else the live one: for those who review it. */
  async stored(ctx: EditorCtx, articleId: number): Promise<Checked> {
    const { shown } = await this.desk.getFile(ctx, articleId);
    return this.checks.check(ctx, { ...shown, articleId }, 'quick');
  }
}
