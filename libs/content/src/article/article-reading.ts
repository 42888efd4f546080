import { Injectable } from '@nestjs/common';
import type { SiteCtx } from '@zhanqun/kernel';
import { Db, SiteDirectory } from '@zhanqun/platform';
import { articleTags, view, type PageFrame, type View } from '@zhanqun/theming';
import { ChannelReading } from '../channel/channel-reading';
import { articlePageTag, articleTag } from '../channel/channel-tags';
import type { ChannelNode, ChannelTree } from '../channel/channel-tree';
import { articleFinding } from '../findable/article-finding';
import { breadcrumbTo, channelLink, columnTagFacts } from '../page/page-parts';
import { factSheet } from '../kind/fact-sheet';
import { kindOf } from '../kind/kind';
import { ArticleRevision } from '../revision/article-revision.entity';
import { sanitizedBody } from '../rich-text/rich-text';
import { articlePath, filePath, PageAddresses } from './article-address';
import { toArticleLink, type LinkRow } from './article-links';
import { Article } from './article.entity';
import { aroundArticle } from './article.sql';
import type { ArticleLink, ArticleView, PolicyHeader } from './article.view';
import { relatedTo } from './related-articles';
import { policyFactsOf, successorIn, VALIDITY_LABELS, type PolicyFacts } from './policy-facts';

const TTL_SECONDS = 24 * 3600;

interface Around {
  readonly previous: ArticleLink | null;
  readonly next: ArticleLink | null;
  readonly interpretations: readonly ArticleLink[];
  readonly interprets: ArticleLink | null;
  readonly successor: ArticleLink | null;
  readonly predecessors: readonly ArticleLink[];
  readonly related: readonly ArticleLink[];
}

/** An article as citizens read it: 3 statements, whatever its kind. The preview shows an open text the same way. */
@Injectable()
export class ArticleReading {
  constructor(
    private readonly db: Db,
    private readonly channels: ChannelReading,
    private readonly directory: SiteDirectory,
  ) {}

  /** Null when it is not published at this site. */
  async published(ctx: SiteCtx, id: number, frame: PageFrame): Promise<View | null> {
    const article = await this.db.site(ctx, Article).findOne({ id, state: 'published' });
    if (!article?.liveRevisionId) return null;
    const revision = await this.db.site(ctx, ArticleRevision).findOne({ id: article.liveRevisionId });
    return revision && this.viewOf(ctx, article, revision, frame);
  }

  async viewOf(
    ctx: SiteCtx,
    article: Article,
    revision: ArticleRevision,
    frame: Pick<PageFrame, 'site'>,
  ): Promise<View | null> {
    const tree = await this.channels.tree(ctx);
    const channel = tree.find(article.channelId);
    if (!channel) return null;
    const addresses = new PageAddresses(this.directory, ctx.site);
    const publishedAt = article.publishedAt ?? ctx.now;
    const around = await this.around(ctx, article, revision, addresses);
    const { id } = article;
    const policy = policyFactsOf({ kind: article.kind, facts: revision.facts });
    const data: ArticleView = {
      article: {
        id,
        kind: article.kind,
        kindName: kindOf(article.kind).name,
        coverUrl: revision.coverPath ? addresses.file(revision.coverPath) : null,
        coverAlt: revision.coverAlt,
        title: revision.title,
        subtitle: revision.subtitle,
        source: revision.source,
        author: revision.author,
        origin: article.origin,
        publishedAt,
        updatedAt: article.revisedAt ?? publishedAt,
        summary: revision.summary,
        body: sanitizedBody(revision.body, ctx.site.prefix),
        reviewers: revision.credits?.reviewers ?? [],
        editor: revision.credits?.editor ?? revision.savedByName,
      },
      channel: channelLink(channel, addresses),
      policy: policy && policyHeader(policy, article.indexNumber ?? '', keywordsOf(revision)),
      interpretations: around.interpretations,
      interprets: around.interprets,
      successor: around.successor,
      predecessors: around.predecessors,
      sheet: factSheet(article.kind, revision.facts, addresses),
      attachments: revision.attachments.map((file) => ({
        label: file.name,
        url: addresses.file(file.path),
        format: file.format,
        bytes: file.bytes,
      })),
      related: around.related,
      previous: around.previous,
      next: around.next,
    };
    return view(kindOf(article.kind).template, data, {
      tags: tagsOf(id, around, revision),
      ttlSeconds: TTL_SECONDS,
      canonicalPath: articlePath({ id, publishedAt }),
      page: this.pageFacts(ctx, tree, channel, article, revision, addresses, frame, publishedAt),
    });
  }

  private pageFacts(
    ctx: SiteCtx,
    tree: ChannelTree,
    channel: ChannelNode,
    article: Article,
    revision: ArticleRevision,
    addresses: PageAddresses,
    frame: Pick<PageFrame, 'site'>,
    publishedAt: Date,
  ) {
    const absolute = (path: string): string =>
      ctx.site.host === '' ? '' : this.directory.siteUrl(ctx.site, path);
    const { id } = article;
    return {
      finding: articleFinding(article, revision.facts, channel, addresses),
      title: revision.title,
      visit: `article:${id}`,
      breadcrumb: [...breadcrumbTo(tree, channel, addresses), { label: '正文', url: '', isCurrent: true }],
      tags: articleTags(frame.site, columnTagFacts(channel), {
        title: revision.title,
        publishedAt,
        source: revision.source,
        keywords: keywordsOf(revision),
        authors: revision.author ? [revision.author] : [],
        description: revision.summary,
        images: revision.coverPath ? [absolute(filePath(revision.coverPath))].filter(Boolean) : [],
        url: absolute(articlePath({ id, publishedAt })),
      }),
    };
  }

  /** Neighbours in the channel and linked documents, in one statement. */
  private async around(
    ctx: SiteCtx,
    article: Article,
    revision: ArticleRevision,
    addresses: PageAddresses,
  ): Promise<Around> {
    const query = aroundArticle({
      siteId: ctx.site.id,
      id: article.id,
      channelId: article.channelId,
      publishedAt: article.publishedAt,
      isPolicy: article.kind === 'policyDocument',
      linkedIds: [revision.interpretsArticleId, successorIn(revision.facts)],
    });
    const rows = query
      ? await this.db.sql<LinkRow & { readonly part: string }>(ctx, query.text, query.parameters)
      : [];
    const links = (part: string): ArticleLink[] =>
      rows.filter((row) => row.part === part).map((row) => toArticleLink(row, addresses));
    const linked = links('linked');
    const linkedWith = (id: number | null | undefined): ArticleLink | null =>
      linked.find((link) => link.id === id) ?? null;
    const older = links('older').toSorted(newestFirst);
    const keywords = keywordsOf(revision);
    return {
      previous: older[0] ?? null,
      related: relatedTo({ title: revision.title, keywords }, older.slice(1)),
      next: links('newer')[0] ?? null,
      interpretations: links('interpretation').toSorted(newestFirst),
      interprets: linkedWith(revision.interpretsArticleId),
      successor: linkedWith(successorIn(revision.facts)),
      predecessors: links('predecessor'),
    };
  }
}

const newestFirst = (left: ArticleLink, right: ArticleLink): number =>
  +right.publishedAt - +left.publishedAt || right.id - left.id;

/** Everything on the page that may change without this article: its neighbours and what it is linked with. */
function tagsOf(id: number, around: Around, revision: ArticleRevision): string[] {
  const { previous, next, interpretations, predecessors, related } = around;
  const shown = [previous, next, ...interpretations, ...predecessors, ...related].filter(
    (link) => link !== null,
  );
  const linked = [revision.interpretsArticleId, successorIn(revision.facts)].filter((each) => each !== null);
  return [articlePageTag(id), ...new Set([id, ...shown.map((link) => link.id), ...linked].map(articleTag))];
}

const keywordsOf = ({ keywords }: ArticleRevision): string[] =>
  keywords.split(';').filter((word) => word !== '');

function policyHeader(facts: PolicyFacts, indexNumber: string, keywords: readonly string[]): PolicyHeader {
  const {
    subjectCategory,
    genre,
    issuer,
    issuedOn,
    documentNumber,
    validity,
    effectiveOn,
    amendedOn,
    expiresOn,
  } = facts;
  return {
    indexNumber,
    subjectCategory,
    genre,
    issuer,
    issuedOn,
    documentNumber,
    validity,
    validityLabel: VALIDITY_LABELS[validity],
    effectiveOn,
    amendedOn,
    expiresOn,
    keywords,
  };
}
