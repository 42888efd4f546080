import { DomainError, publicCtx, type SiteCtx, type SiteRef } from '@zhanqun/kernel';
import type { SiteDirectory } from '@zhanqun/platform';
import type { PageContent } from '../cache/cached-page';
import { notFound, type PageResult, type RawAnswer, type View } from '../page/page';
import type { Answer } from './answer';
import { chromeTag, siteTag, themeTag, type Chromes } from './chromes';
import type { PageRenderer } from './page-renderer';
import { redirectAnswer } from './plain-page';
import { keyOf, type Wanted } from './wanted';

/** What one attempt to make a page came to. */
export type Made =
  | { readonly kind: 'content'; readonly content: PageContent; readonly mayBeKept: boolean }
  | { readonly kind: 'redirect'; readonly answer: Answer | null }
  | { readonly kind: 'elsewhere'; readonly answer: Answer }
  | { readonly kind: 'raw'; readonly raw: RawAnswer }
  | { readonly kind: 'missing' };

export interface PageMakerParts {
  readonly directory: () => SiteDirectory;
  readonly chromes: Chromes;
  readonly renderer: PageRenderer;
}

const LOAD_TIMEOUT_MS = 10_000;

/** Loads and renders one page, once: knows no cache and no visitor but what the page itself is told. */
export class PageMaker {
  constructor(private readonly parts: PageMakerParts) {}

  async make(wanted: Wanted, now: Date): Promise<Made> {
    const { site, path, query } = wanted;
    const ctx = publicCtx(site, now);
    const result = await inTime(this.load(ctx, wanted));
    switch (result.kind) {
      case 'notFound':
        return { kind: 'missing' };
      case 'redirect':
        return { kind: 'redirect', answer: this.redirectTo(site, result.location, result.isPermanent) };
      case 'raw': {
        const content = rawContent(site, keyOf(wanted), result, now);
        return content ? { kind: 'content', content, mayBeKept: true } : { kind: 'raw', raw: result };
      }
      case 'view': {
        const { canonicalPath } = result;
        const spelling = canonicalPath?.includes('?') ? path + query : path;
        if (canonicalPath && canonicalPath !== spelling) {
          const place = canonicalPath.includes('?') ? canonicalPath : canonicalPath + query;
          const location = this.parts.directory().sitePath(site, place);
          return { kind: 'elsewhere', answer: redirectAnswer(encodeSafely(location), true) };
        }
        const content = await this.render(ctx, path + query, result);
        return { kind: 'content', content, mayBeKept: !result.isPartial && result.ttlSeconds > 0 };
      }
    }
  }

  /** A view as it would be kept under `path`. */
  async render(ctx: SiteCtx, path: string, view: View): Promise<PageContent> {
    const chrome = await this.parts.chromes.get(ctx);
    const { html, theme } = this.parts.renderer.render(ctx, view, chrome, path);
    const { id, lang } = ctx.site;
    return {
      siteId: id,
      path,
      status: view.status ?? 200,
      contentType: 'text/html; charset=utf-8',
      language: lang,
      body: Buffer.from(html),
      tags: [...new Set([...view.tags, siteTag(id), chromeTag(id), themeTag(theme.name)])],
      ttlSeconds: view.ttlSeconds,
      readAt: ctx.now.getTime(),
    };
  }

  private async load(ctx: SiteCtx, { match, asked }: Wanted): Promise<PageResult> {
    if (!match) return notFound;
    return match.page.load(ctx, match.params, await this.parts.chromes.get(ctx), asked);
  }

  /** A path of this site, or an address written out; anything else leads nowhere. */
  private redirectTo(site: SiteRef, location: string, isPermanent: boolean): Answer | null {
    if (location.startsWith('/'))
      return redirectAnswer(encodeSafely(this.parts.directory().sitePath(site, location)), isPermanent);
    if (!/^https?:\/\//i.test(location) || !URL.canParse(location)) return null;
    return redirectAnswer(new URL(location).href, isPermanent);
  }
}

/** A raw answer that may be kept: whole in memory, with tags that can remove it again. */
function rawContent(site: SiteRef, path: string, raw: RawAnswer, now: Date): PageContent | null {
  if (!Buffer.isBuffer(raw.body) || raw.tags.length === 0 || raw.ttlSeconds <= 0 || raw.headers) return null;
  return {
    siteId: site.id,
    path,
    status: 200,
    contentType: raw.contentType,
    language: site.lang,
    body: raw.body,
    tags: [...new Set([...raw.tags, siteTag(site.id)])],
    ttlSeconds: raw.ttlSeconds,
    readAt: now.getTime(),
  };
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new DomainError('theming.page.tooSlow', 'unavailable', '页面数据读取超时')),
      LOAD_TIMEOUT_MS,
    ).unref();
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Percent-encoded once, whether or not it was already. */
export function encodeSafely(path: string): string {
  try {
    return encodeURI(decodeURI(path));
  } catch {
    return encodeURI(path);
  }
}
