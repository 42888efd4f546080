import { Injectable } from '@nestjs/common';
import { DomainError, type SiteCtx } from '@zhanqun/kernel';
import { Db, In } from '@zhanqun/platform';
import { Article } from '../article/article.entity';
import { ChannelReading } from '../channel/channel-reading';
import { addressKey, readAddress } from './old-address';
import { oldAddressTargetUnusable, oldAddressUnusable } from './old-address.errors';
import type { OldAddress } from './old-address.entity';

export type Destination = Pick<OldAddress, 'target' | 'articleId' | 'channelId' | 'location'>;

export const toArticle = (articleId: number): Destination => ({
  target: 'article',
  articleId,
  channelId: null,
  location: '',
});
export const toChannel = (channelId: number): Destination => ({
  target: 'channel',
  articleId: null,
  channelId,
  location: '',
});
export const toPath = (location: string): Destination => ({
  target: 'path',
  articleId: null,
  channelId: null,
  location,
});

const OWN_PATH = /^\/(?![/\\])[^\s\\?#\p{Cc}\p{Surrogate}]{0,290}$/u;

/** A path below the site, which no browser takes for another host. */
export const isOwnPath = (location: string): boolean => OWN_PATH.test(location);

/** What a person writes as the new address: an article's or channel's address, or another path of the site. */
@Injectable()
export class AddressTargets {
  constructor(
    private readonly db: Db,
    private readonly channels: ChannelReading,
  ) {}

  /** Raises `content.oldAddress.targetUnusable` for what is not of this site. */
  async read(ctx: SiteCtx, wanted: string): Promise<Destination> {
    const path = this.pathBelow(ctx, wanted.trim());
    if (path === null || !OWN_PATH.test(path) || path.split('/').includes('..'))
      throw oldAddressTargetUnusable({ target: wanted });
    const articleId = /^\/art\/\d{6}\/(\d{1,15})\.html$/.exec(path)?.[1];
    if (articleId !== undefined) {
      const id = Number(articleId);
      if ((await this.db.site(ctx, Article).count({ id })) === 0)
        throw oldAddressTargetUnusable({ target: wanted });
      return toArticle(id);
    }
    const channel = (await this.channels.tree(ctx)).at(path.replace(/^\/|\/$/g, ''));
    return channel ? toChannel(channel.id) : toPath(path);
  }

  /** As `read`, with the reason instead of an error: for lists. */
  async tryRead(
    ctx: SiteCtx,
    address: string,
    wanted: string,
  ): Promise<Destination | { readonly reason: string }> {
    try {
      const to = await this.read(ctx, wanted);
      const reading = readAddress(address);
      if (!reading) throw oldAddressUnusable({ address });
      this.refuseItself(reading.address, to, wanted);
      return to;
    } catch (error) {
      if (error instanceof DomainError) return { reason: error.message };
      throw error;
    }
  }

  isItself(address: string, to: Destination): boolean {
    return to.target === 'path' && addressKey(address.split('?')[0] as string) === addressKey(to.location);
  }

  refuseItself(address: string, to: Destination, wanted: string): void {
    if (this.isItself(address, to)) throw oldAddressTargetUnusable({ target: wanted });
  }

  /** By row id: the title of the article, the name of the channel, or the path. */
  async describe(
    ctx: SiteCtx,
    rows: readonly OldAddress[],
    channels: ChannelReading,
  ): Promise<Map<number, string>> {
    const ids = rows.flatMap(({ articleId }) => articleId ?? []);
    const articles =
      ids.length > 0
        ? await this.db.site(ctx, Article).select(['id', 'title'], { where: { id: In(ids) } })
        : [];
    const titles = new Map(articles.map(({ id, title }) => [id, title]));
    const tree = await channels.tree(ctx);
    return new Map(
      rows.map((row) => {
        if (row.target === 'path') return [row.id, row.location];
        if (row.target === 'channel')
          return [row.id, `栏目“${tree.find(row.channelId ?? 0)?.name ?? '已删除'}”`];
        return [row.id, titles.get(row.articleId ?? 0) ?? '稿件已删除'];
      }),
    );
  }

  /** Without the site's own host and prefix; null for another host. */
  private pathBelow({ site }: SiteCtx, wanted: string): string | null {
    let path = wanted;
    if (/^https?:\/\//i.test(wanted)) {
      if (!URL.canParse(wanted)) return null;
      const url = new URL(wanted);
      if (url.hostname !== site.host) return null;
      path = decodedPath(url.pathname);
    }
    const { prefix } = site;
    if (prefix !== '' && (path === prefix || path.startsWith(`${prefix}/`)))
      path = path.slice(prefix.length) || '/';
    return path === '' ? null : path;
  }
}

function decodedPath(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
