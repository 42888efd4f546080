import type { SiteCtx } from '@zhanqun/kernel';
import type { SiteDirectory } from '@zhanqun/platform';
import type { Chrome, PageInfo } from '../chrome';
import type { View } from '../page/page';
import { markLeaving } from '../tags/leaving-links';
import { pageHead } from '../tags/page-head';
import type { ThemeLibrary } from '../theme/theme-library';
import type { Theme } from '../theme/theme';
import { hasVariant, TRADITIONAL } from '../variant/variant-path';

/** View + frame + theme → HTML. The one place where a page becomes text, for citizens and for previews. */
export class PageRenderer {
  constructor(
    private readonly themes: ThemeLibrary,
    private readonly directory: () => SiteDirectory,
  ) {}

  /** `path` is the page's path below the site's prefix. */
  render(ctx: SiteCtx, view: View, chrome: Chrome, path: string): { html: string; theme: Theme } {
    const theme = this.themes.get(chrome.theme.name);
    const page = this.pageInfo(ctx, view, view.canonicalPath ?? path);
    const head = pageHead(chrome, page, view.data, view.page.finding);
    const html = theme.render(view.template, { chrome, view: view.data, page: { ...page, head } });
    return { html: markLeaving(html, ctx.site.host, chrome.insideHosts), theme };
  }

  private pageInfo(ctx: SiteCtx, { page: facts, status }: View, path: string): PageInfo {
    const directory = this.directory();
    const canonicalUrl = directory.siteUrl(ctx.site, path);
    const other = hasVariant(ctx.site) && !path.includes('\0') ? TRADITIONAL + path : null;
    return {
      ...facts,
      variant: 'zh-Hans',
      variantUrl: other && directory.sitePath(ctx.site, other),
      alternates: other
        ? [
            { lang: 'zh-Hans', url: canonicalUrl },
            { lang: 'zh-Hant', url: directory.siteUrl(ctx.site, other) },
          ]
        : [],
      visit: status === 410 ? null : facts.visit === undefined ? usualVisit(path) : facts.visit,
      path: directory.sitePath(ctx.site, path),
      canonicalUrl,
    };
  }
}

const usualVisit = (path: string): string => (path === '/' ? 'home' : 'other');
