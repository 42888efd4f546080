import { Injectable } from '@nestjs/common';
import type { SiteCtx } from '@zhanqun/kernel';
import { Db, In, SiteDirectory } from '@zhanqun/platform';
import { Article } from '../../article/article.entity';
import { Asset } from '../../asset/asset.entity';
import { readFilePath } from '../../asset/presets';
import { ChannelReading } from '../../channel/channel-reading';

const ARTICLE = /^\/art\/\d{6}\/(\d{1,10})\.html$/;
const CHANNEL = /^\/([a-z0-9-]+(?:\/[a-z0-9-]+)*)\/(?:p\d+\/)?$/;
const FILE = /^\/_files\/(.+)$/;
/** Pages that are no channel. */
const FIXED = new Set(['', 'sitemap', 'search']);

/** 站内链接: asked in the database of the site, nobody is visited. Other sites of the platform are not told of. */
@Injectable()
export class OwnLinks {
  constructor(
    private readonly db: Db,
    private readonly channels: ChannelReading,
    private readonly directory: SiteDirectory,
  ) {}

  /** The address as a path below this site; null when it leads elsewhere. */
  pathOf(ctx: SiteCtx, address: string): string | null {
    const bare = address.split(/[?#]/)[0] ?? '';
    if (bare.startsWith('/') && !bare.startsWith('//')) return bare;
    if (!/^https?:\/\//i.test(bare) || !URL.canParse(bare)) return null;
    const { host, pathname } = new URL(bare);
    const match = this.directory.match(host, pathname);
    return match.kind === 'site' && match.site.id === ctx.site.id ? match.path : null;
  }

  /** Whether the address belongs to a site of this platform. */
  isOurs(address: string): boolean {
    if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return false;
    const { host, pathname } = new URL(address);
    return this.directory.match(host, pathname).kind !== 'unknown';
  }

  /** The paths that lead nowhere, each with the reason. */
  async deadAmong(ctx: SiteCtx, paths: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const dead = new Map<string, string>();
    if (paths.length === 0) return dead;
    const articles = new Map(
      paths.flatMap((path) => (ARTICLE.test(path) ? [[path, idIn(path)] as const] : [])),
    );
    const files = new Map(paths.flatMap((path) => (FILE.test(path) ? [[path, fileIn(path)] as const] : [])));
    const published = await this.published(ctx, [...articles.values()]);
    for (const [path, id] of articles) if (!published.has(id)) dead.set(path, '所链接的稿件不存在或已撤下');
    const stored = await this.stored(ctx, [...files.values()]);
    for (const [path, file] of files) if (!stored.has(file)) dead.set(path, '所链接的文件不存在或已删除');
    const rest = paths.filter((path) => !articles.has(path) && !files.has(path) && CHANNEL.test(path));
    if (rest.length > 0) {
      const tree = await this.channels.tree(ctx);
      for (const path of rest) {
        const channel = CHANNEL.exec(path)?.[1] ?? '';
        if (!FIXED.has(channel.split('/')[0] ?? '') && !tree.at(channel))
          dead.set(path, '所链接的栏目不存在');
      }
    }
    return dead;
  }

  private async published(ctx: SiteCtx, ids: readonly number[]): Promise<Set<number>> {
    if (ids.length === 0) return new Set();
    const where = { id: In([...ids]), state: 'published' as const };
    return new Set((await this.db.site(ctx, Article).select(['id'], { where })).map(({ id }) => id));
  }

  private async stored(ctx: SiteCtx, paths: readonly string[]): Promise<Set<string>> {
    if (paths.length === 0) return new Set();
    const where = { path: In([...paths]), state: 'ready' as const };
    return new Set((await this.db.site(ctx, Asset).select(['path'], { where })).map(({ path }) => path));
  }
}

const idIn = (path: string): number => Number(ARTICLE.exec(path)?.[1]);
/** Of a smaller picture, the one it was made from. */
const fileIn = (path: string): string => readFilePath(FILE.exec(path)?.[1] ?? '').path;
