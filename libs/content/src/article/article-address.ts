import { shanghaiDay, type SiteRef } from '@zhanqun/kernel';
import type { SiteDirectory } from '@zhanqun/platform';

/** Path below the site, for life: `/art/202603/7.html`. The month is that of the first publication. */
export function articlePath(article: { readonly id: number; readonly publishedAt: Date }): string {
  return `/art/${shanghaiDay(article.publishedAt).slice(0, 7).replace('-', '')}/${article.id}.html`;
}

export function filePath(path: string): string {
  return `/_files/${path}`;
}

/** Addresses of one site as its own pages write them: prefix and path. */
export class PageAddresses {
  constructor(
    private readonly directory: SiteDirectory,
    readonly site: SiteRef,
  ) {}

  article(article: { readonly id: number; readonly publishedAt: Date }): string {
    return this.at(articlePath(article));
  }

  channel(path: string, page = 1): string {
    return this.at(page > 1 ? `/${path}/p${page}/` : `/${path}/`);
  }

  file(path: string): string {
    return this.at(filePath(path));
  }

  at(path: string): string {
    return this.directory.sitePath(this.site, path);
  }
}
