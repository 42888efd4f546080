import { Injectable } from '@nestjs/common';
import type { SiteCtx } from '@zhanqun/kernel';
import { Db, In } from '@zhanqun/platform';
import type { PageAddresses } from '../article/article-address';
import { toArticleLink, type LinkRow } from '../article/article-links';
import { factsIn } from '../article/article-links';
import { factSheet } from '../kind/fact-sheet';
import { ArticleRevision } from '../revision/article-revision.entity';
import { sanitizedBody } from '../rich-text/rich-text';
import type { ChannelPresentation } from './channel-presentation';
import type { ChannelEntry } from './channel.view';

type EntryRow = LinkRow & { readonly liveRevisionId: number | null };

/** The entries of a channel that is laid out as leaders, files, questions …: facts, answers and files with the link. */
@Injectable()
export class ChannelEntries {
  constructor(private readonly db: Db) {}

  /** At most one statement, and none when the layout shows only what the list itself knows. */
  async of(
    ctx: SiteCtx,
    presentation: ChannelPresentation,
    rows: readonly EntryRow[],
    addresses: PageAddresses,
  ): Promise<ChannelEntry[]> {
    const texts = await this.texts(ctx, presentation, rows);
    return rows.map((row) => {
      const text = texts.get(row.liveRevisionId ?? 0);
      return {
        article: toArticleLink(row, addresses),
        sheet: factSheet(row.kind, factsIn(row.facts), addresses),
        body: presentation.reads === 'answers' && text ? sanitizedBody(text.body, ctx.site.prefix) : null,
        files: (text?.attachments ?? []).map((file) => ({
          label: file.name,
          url: addresses.file(file.path),
          format: file.format,
          bytes: file.bytes,
        })),
      };
    });
  }

  private async texts(ctx: SiteCtx, { reads }: ChannelPresentation, rows: readonly EntryRow[]) {
    const ids = rows.map((row) => row.liveRevisionId).filter((id) => id !== null);
    if (!reads || ids.length === 0) return new Map<number, Pick<ArticleRevision, 'body' | 'attachments'>>();
    const found = await this.db
      .site(ctx, ArticleRevision)
      .select(['id', 'body', 'attachments'], { where: { id: In(ids) } });
    return new Map(found.map((revision) => [revision.id, revision]));
  }
}
