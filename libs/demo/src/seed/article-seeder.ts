import { Injectable } from '@nestjs/common';
import { ArchiveService, ChannelReading, type ChannelTree, type HistoricArticle } from '@zhanqun/content';
import type { EditorCtx } from '@zhanqun/kernel';
import { ACCOUNTS } from '../county/accounts';
import type { SiteKey } from '../county/sites';
import type { Piece } from '../plan/piece';
import type { Library } from './library-seeder';

/** Ids of what has been stored, by the name in the plan. */
export type Stored = Map<string, number>;

const PICTURE = /src="picture:(\w+)"/g;

/** Publishes the planned texts with the dates they have in the plan. */
@Injectable()
export class ArticleSeeder {
  constructor(
    private readonly archive: ArchiveService,
    private readonly channels: ChannelReading,
  ) {}

  /** Documents that others point to come first, those that were replaced next, the rest last. */
  async publish(
    ctx: EditorCtx,
    site: SiteKey,
    pieces: readonly Piece[],
    library: Library,
    stored: Stored,
  ): Promise<void> {
    const isDocument = ({ kind }: Piece): boolean => kind === 'policyDocument';
    const waves = [
      pieces.filter((piece) => isDocument(piece) && !piece.facts?.successor),
      pieces.filter((piece) => isDocument(piece) && piece.facts?.successor),
      pieces.filter((piece) => !isDocument(piece)),
    ];
    const tree = await this.channels.tree(ctx);
    const credits = creditsOf(site);
    for (const wave of waves) {
      const articles = await this.archive.publishAll(
        ctx,
        wave.map((piece) => ({ ...historicOf(piece, tree, library, stored), credits })),
      );
      articles.forEach((article, at) => stored.set(wave[at]?.ref ?? '', article.id));
    }
  }
}

function historicOf(piece: Piece, tree: ChannelTree, library: Library, stored: Stored): HistoricArticle {
  const { facts, interprets, cover } = piece;
  const file = (name: string): number =>
    library.get(name)?.id ?? missing(`${piece.site} has no file ${name}`);
  const article = (ref: string): number => stored.get(ref) ?? missing(`nothing is stored as ${ref}`);
  const channel = tree.at(piece.channel) ?? missing(`${piece.site} has no channel ${piece.channel}`);
  const { successor, ...official } = facts ?? {};
  return {
    channelId: channel.id,
    kind: piece.kind,
    title: piece.title,
    source: piece.source,
    body: piece.body.replace(
      PICTURE,
      (_, name: string) => `src="/_files/${library.get(name)?.path ?? missing(name)}"`,
    ),
    keywords: piece.keywords ?? [],
    importance: piece.importance ?? 'general',
    originallyPublishedAt: piece.publishedAt,
    isPinned: piece.isPinned ?? false,
    coverAssetId: cover ? file(cover) : null,
    attachmentIds: (piece.attachments ?? []).map(file),
    interpretsArticleId: interprets ? article(interprets) : null,
    facts: facts ? { ...official, successorArticleId: successor ? article(successor) : null } : null,
  };
}

/** 责任编辑 and 审核: the people who hold these roles at the site. */
function creditsOf(site: SiteKey): { editor: string; reviewers: readonly string[] } {
  const holder = (wanted: string): string =>
    ACCOUNTS.find(({ roles }) => roles.some(({ role, site: at }) => role === wanted && at === site))
      ?.realName ?? '';
  return { editor: holder('editor'), reviewers: ['initialReviewer', 'secondReviewer'].map(holder) };
}

function missing(what: string): never {
  throw new Error(what);
}
