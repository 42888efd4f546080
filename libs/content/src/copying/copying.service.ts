import { Injectable } from '@nestjs/common';
import { atSite, canDo, type EditorCtx } from '@zhanqun/kernel';
import { AbilityFactory, Audit, SiteDirectory } from '@zhanqun/platform';
import { ArticleDesk } from '../article/article-desk';
import type { Article } from '../article/article.entity';
import { ArticleService } from '../article/article.service';
import { asHandedIn } from '../article/article-writing';
import { TravellingFiles } from '../asset/travelling-files';
import { freeze, kindAtReceiver, textFor } from '../delivery/delivered-document';
import { copySiteUnknown } from './copying.errors';

export interface CopyTarget {
  readonly channelId: number;
  /** Key of another site; this one when left out. */
  readonly site?: string | undefined;
}

/**
 * 复制: a new draft with the words of an article, at this site or at another where this person may write. It
 * is an article of its own: reviewed there, with its own address, and it never follows its source.
 */
@Injectable()
export class Copying {
  constructor(
    private readonly audit: Audit,
    private readonly desk: ArticleDesk,
    private readonly articles: ArticleService,
    private readonly travelling: TravellingFiles,
    private readonly directory: SiteDirectory,
    private readonly abilities: AbilityFactory,
  ) {}

  async copy(ctx: EditorCtx, id: number, { channelId, site }: CopyTarget): Promise<Article> {
    const { article, shown } = await this.desk.getFile(ctx, id);
    if (site !== undefined && site !== ctx.site.key) return this.copyTo(ctx, id, channelId, site);
    const text = asHandedIn(shown);
    const copy = (await this.articles.draft(ctx, { ...text, channelId, kind: article.kind })).article;
    await this.record(ctx, article, copy.id, ctx.site.key);
    return copy;
  }

  private async copyTo(ctx: EditorCtx, id: number, channelId: number, key: string): Promise<Article> {
    const there = await this.standAt(ctx, key);
    const { article, shown } = await this.desk.getFile(ctx, id);
    const packed = await this.travelling.pack(ctx, shown, there.site);
    try {
      const document = freeze(article, shown, '', packed);
      const files = await this.travelling.unpack(there, packed, document.body);
      const text = textFor(document, files);
      const kind = kindAtReceiver(document);
      const { article: copy } = await this.articles.draft(there, { ...text, channelId, kind });
      await this.record(ctx, article, copy.id, key);
      return copy;
    } finally {
      await this.travelling.discard(there.site, packed);
    }
  }

  /** The same person at the other site, with the rights held there; no right and no site look the same. */
  private async standAt(ctx: EditorCtx, key: string): Promise<EditorCtx> {
    const site = this.directory.byKey(key);
    if (!site) throw copySiteUnknown({ site: key });
    const ability = await this.abilities.for(ctx.actor, site, ctx.now);
    const there = { ...atSite(ctx, site), ability };
    if (!canDo(there, 'create', 'Article')) throw copySiteUnknown({ site: key });
    return there;
  }

  private async record(ctx: EditorCtx, article: Article, copyId: number, site: string): Promise<void> {
    await this.audit.record(ctx, {
      action: 'article.copy',
      subject: 'Article',
      subjectId: article.id,
      summary: `复制稿件《${article.title}》`,
      detail: { copyId, site },
    });
  }
}
