import { Injectable } from '@nestjs/common';
import { shanghaiMinute, type SiteCtx } from '@zhanqun/kernel';
import { Db, FileStore, SiteDirectory } from '@zhanqun/platform';
import {
  Chromes,
  FileBody,
  notFound,
  Page,
  PageRenderer,
  raw,
  redirect,
  type PageFrame,
  type PageResult,
} from '@zhanqun/theming';
import { articlePath } from '../article/article-address';
import { ArticleReading } from '../article/article-reading';
import { Asset } from '../asset/asset.entity';
import { dispositionOf, FILE_POLICY } from '../asset/file-headers';
import { FileReader } from '../asset/file-reader';
import { readFilePath } from '../asset/presets';
import type { ArticleRevision } from '../revision/article-revision.entity';
import { PreviewOpening } from './opened-preview';
import { asPreview } from './preview-html';

/** Never kept by anybody, never indexed, and the address is told to nobody by the browser. */
const HEADERS = {
  'Cache-Control': 'no-store',
  'X-Robots-Tag': 'noindex, nofollow, noarchive',
  'Referrer-Policy': 'no-referrer',
} as const;
const OWN_FILE = /\/_files\/([A-Za-z0-9/_.-]+)/g;

/** 预览页: an unpublished text on the site's own page, for who holds a valid link of this very site. */
@Page('/_preview/:token/')
@Injectable()
export class PreviewPage {
  constructor(
    private readonly opening: PreviewOpening,
    private readonly reading: ArticleReading,
    private readonly chromes: Chromes,
    private readonly renderer: PageRenderer,
    private readonly directory: SiteDirectory,
  ) {}

  async load(ctx: SiteCtx, { token = '' }: { token?: string }, frame: PageFrame): Promise<PageResult> {
    const opened = await this.opening.open(ctx, token);
    if (!opened) return notFound;
    const { article, revision, link } = opened;
    if (revision.state === 'live' && article.publishedAt)
      return redirect(articlePath({ id: article.id, publishedAt: article.publishedAt }), false);
    const view = await this.reading.viewOf(ctx, article, revision, frame);
    if (!view) return notFound;
    const shown = { ...view, canonicalPath: '/', page: { ...view.page, tags: [], visit: null } };
    const { html } = this.renderer.render(ctx, shown, await this.chromes.get(ctx), '/');
    const at = (path: string): string => this.directory.sitePath(ctx.site, path);
    const marked = asPreview(
      html,
      at('/_files/'),
      at(`/_preview/${token}/_files/`),
      pathsOf(revision),
      shanghaiMinute(link.expiresAt),
    );
    return raw('text/html; charset=utf-8', Buffer.from(marked), { headers: HEADERS });
  }
}

/** Pictures and attachments of the text behind a link: those of that text, and no other file of the site. */
@Page('/_preview/:token/_files/*path')
@Injectable()
export class PreviewFilePage {
  constructor(
    private readonly db: Db,
    private readonly opening: PreviewOpening,
    private readonly files: FileStore,
    private readonly reader: FileReader,
  ) {}

  async load(
    ctx: SiteCtx,
    { token = '', path: asked = '' }: { token?: string; path?: string },
  ): Promise<PageResult> {
    const opened = await this.opening.open(ctx, token);
    const { path, variant } = readFilePath(asked);
    if (!opened || !pathsOf(opened.revision).includes(path)) return notFound;
    const asset = await this.db.site(ctx, Asset).findOne({ path, state: 'ready' });
    const found = asset && (await this.reader.findPublic(ctx, asset, variant));
    if (!asset || !found) return notFound;
    const body = new FileBody(
      found.size,
      async (range) => (await this.files.read(ctx.site.id, found.storedAs, range)).stream,
    );
    return raw(found.type, body, {
      headers: {
        ...HEADERS,
        'Content-Disposition': dispositionOf(asset),
        'Content-Security-Policy': FILE_POLICY,
      },
    });
  }
}

function pathsOf({ body, coverPath, attachments }: ArticleRevision): string[] {
  const inBody = [...body.matchAll(OWN_FILE)].map(([, path]) => readFilePath(path as string).path);
  const cover = coverPath === '' ? [] : [coverPath];
  return [...new Set([...inBody, ...cover, ...attachments.map((file) => file.path)])];
}
