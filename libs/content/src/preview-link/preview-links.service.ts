import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { shanghaiMinute, type EditorCtx } from '@zhanqun/kernel';
import { Audit, Db, MoreThan, SiteDirectory } from '@zhanqun/platform';
import { articleForChange, articleToRead } from '../article/article-rows';
import { noOpenRevision } from '../review/review.errors';
import { PreviewLink } from './preview-link.entity';
import {
  previewDaysWrong,
  previewLinkNotFound,
  previewSiteWithoutAddress,
  tooManyPreviewLinks,
} from './preview-link.errors';
import { previewToken } from './preview-token';

export const MOST_DAYS = 7;
const MOST_LINKS = 20;
const DAY_MS = 86_400_000;

export interface IssuedLink {
  readonly link: PreviewLink;
  readonly url: string;
}

/** 预览链接 of the text that is being worked on: issued, listed and taken back by those who may change it. */
@Injectable()
export class PreviewLinks {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly directory: SiteDirectory,
  ) {}

  async issue(ctx: EditorCtx, articleId: number, days: number): Promise<IssuedLink> {
    if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS) throw previewDaysWrong({ most: MOST_DAYS });
    const { site } = ctx;
    if (site.host === '' || (site.status !== 'online' && site.status !== 'closing'))
      throw previewSiteWithoutAddress();
    return this.db.transaction(ctx, async (ctx) => {
      const article = await articleForChange(this.db, ctx, articleId, 'update');
      const revisionId = article.openRevisionId;
      if (revisionId === null) throw noOpenRevision({ articleId });
      const links = this.db.site(ctx, PreviewLink);
      const valid = { articleId, revokedAt: null, expiresAt: MoreThan(ctx.now) };
      if ((await links.count(valid)) >= MOST_LINKS) throw tooManyPreviewLinks({ most: MOST_LINKS });
      const link = await links.save(
        links.build({
          articleId,
          revisionId,
          signingKey: randomBytes(32).toString('hex'),
          expiresAt: new Date(ctx.now.getTime() + days * DAY_MS),
          createdById: ctx.actor.accountId,
          createdByName: ctx.actor.name,
        }),
      );
      const until = shanghaiMinute(link.expiresAt);
      await this.record(
        ctx,
        'article.previewLink',
        articleId,
        `生成预览链接，有效至 ${until}《${article.title}》`,
      );
      return { link, url: this.urlOf(ctx, link) };
    });
  }

  /** Those that still open, newest first. */
  async list(ctx: EditorCtx, articleId: number): Promise<IssuedLink[]> {
    await articleToRead(this.db, ctx, articleId, 'update');
    const links = await this.db.site(ctx, PreviewLink).find({
      where: { articleId, revokedAt: null, expiresAt: MoreThan(ctx.now) },
      order: { id: 'DESC' },
      take: MOST_LINKS,
    });
    return links.map((link) => ({ link, url: this.urlOf(ctx, link) }));
  }

  /** 收回: from now on the address answers as if it had never been. */
  async revoke(ctx: EditorCtx, articleId: number, id: number): Promise<void> {
    await this.db.transaction(ctx, async (ctx) => {
      const article = await articleForChange(this.db, ctx, articleId, 'update');
      const revoked = await this.db
        .site(ctx, PreviewLink)
        .updateWhere({ id, articleId, revokedAt: null }, { revokedAt: ctx.now });
      if (revoked === 0) throw previewLinkNotFound({ id });
      await this.record(ctx, 'article.revokePreviewLink', articleId, `收回预览链接《${article.title}》`);
    });
  }

  private urlOf(ctx: EditorCtx, link: PreviewLink): string {
    return this.directory.siteUrl(ctx.site, `/_preview/${previewToken(link)}/`);
  }

  private async record(ctx: EditorCtx, action: string, subjectId: number, summary: string): Promise<void> {
    await this.audit.record(ctx, { action, subject: 'Article', subjectId, summary });
  }
}
