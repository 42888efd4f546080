import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { must, type EditorCtx, type SiteCtx } from '@zhanqun/kernel';
import { Audit, Db } from '@zhanqun/platform';
import { ChannelReading } from '../channel/channel-reading';
import type { ChannelNode } from '../channel/channel-tree';
import { checkKind, refuseWrongChannel } from '../kind/channel-fit';
import { ArticleRevision } from '../revision/article-revision.entity';
import type { RemovedPart } from '../rich-text/rich-text';
import { Article, type ArticleKind } from './article.entity';
import type { ArticleText } from './article-text';
import { ArticleWriting, showHead } from './article-writing';

/** An article with the text somebody is working on, and what the sanitiser took away. */
export interface Written {
  readonly article: Article;
  readonly revision: ArticleRevision;
  readonly removed: readonly RemovedPart[];
}

/** 起草：the rows with which an article begins. */
@Injectable()
export class ArticleDrafts {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly channels: ChannelReading,
    private readonly writing: ArticleWriting,
  ) {}

  /** Article and first revision. Two with the same key break a unique index: the second is not stored. */
  async begin(
    ctx: EditorCtx,
    channelId: number,
    kind: ArticleKind,
    given: ArticleText,
    draftKey: string | null,
  ): Promise<Written> {
    checkKind(kind);
    const channel = await this.channelFor(ctx, channelId, kind);
    const articles = this.db.site(ctx, Article);
    const { actor } = ctx;
    const blank = {
      channelId: channel.id,
      kind,
      authorId: actor.accountId,
      authorName: actor.name,
      draftKey,
    };
    must(ctx, 'create', articles.build({ ...blank, title: '', source: '' }));
    const { text, removed } = await this.writing.prepare(ctx, kind, given);
    const article = articles.build({ ...blank, title: text.title, source: text.source });
    showHead(article, text);
    article.importance = text.importance;
    article.reviewState = 'draft';
    await articles.save(article);
    const revisions = this.db.site(ctx, ArticleRevision);
    const revision = await revisions.save(
      revisions.build({ ...text, ...signatureOf(ctx), articleId: article.id, number: 1 }),
    );
    article.openRevisionId = revision.id;
    await articles.save(article);
    await this.audit.record(ctx, {
      action: 'article.draft',
      subject: 'Article',
      subjectId: article.id,
      summary: `起草稿件《${article.title}》`,
      detail: { channelId, kind },
    });
    return { article, revision, removed };
  }

  async findByKey(ctx: SiteCtx, draftKey: string): Promise<Written | null> {
    const article = await this.db.site(ctx, Article).findOne({ draftKey });
    if (!article) return null;
    const revisions = this.db.site(ctx, ArticleRevision);
    const revision = await revisions.findOne({ articleId: article.id }, { order: { number: 'DESC' } });
    return revision && { article, revision, removed: [] };
  }

  /** The channel of such an article; raises when it holds none of this kind. */
  async channelFor(ctx: SiteCtx, channelId: number, kind: ArticleKind): Promise<ChannelNode> {
    const channel = await this.channels.getNode(ctx, channelId);
    refuseWrongChannel(kind, channel);
    return channel;
  }
}

/** Whose hand a new revision is in. */
export function signatureOf({ actor: { accountId, name }, now }: EditorCtx) {
  return {
    steps: [],
    writerIds: [accountId],
    writtenById: accountId,
    writtenByName: name,
    savedById: accountId,
    savedByName: name,
    savedAt: now,
  };
}

/** Keys of different people never meet, nor those that the platform makes (`delivery:7`). */
export function keyOfPerson({ actor }: EditorCtx, key: string): string {
  return `person:${actor.accountId}:${createHash('sha256').update(key).digest('hex').slice(0, 40)}`;
}
