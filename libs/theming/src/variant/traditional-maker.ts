import type { SiteRef } from '@zhanqun/kernel';
import type { SiteDirectory } from '@zhanqun/platform';
import type { PageContent } from '../cache/cached-page';
import type { Answer } from '../site/answer';
import { redirectAnswer } from '../site/plain-page';
import { traditionalPage } from './traditional-page';
import { traditionalWays } from './traditional-ways';
import { VariantLinks } from './variant-path';

/** Makes 繁体版 out of what the simplified address came to; reads no database. */
export class TraditionalMaker {
  constructor(private readonly directory: () => SiteDirectory) {}

  /**
   * The page under `path`: it shows the same, was read at the same moment and carries the same tags, so it
   * goes when the simplified one goes. Null for what is no page of text, like a feed.
   */
  async page(site: SiteRef, path: string, source: PageContent): Promise<PageContent | null> {
    if (!source.contentType.startsWith('text/html')) return null;
    const { etag: _etag, ...facts } = source;
    return { ...facts, path, language: 'zh-Hant', body: await this.body(site, source.body) };
  }

  async body(site: SiteRef, simplified: Buffer): Promise<Buffer> {
    const ways = await traditionalWays(this.directory(), site);
    return Buffer.from(traditionalPage(simplified.toString(), ways));
  }

  /** A redirect stays in the variant, where the place it leads to has one. */
  redirect(site: SiteRef, answer: Answer): Answer {
    const { Location: location } = answer.headers;
    if (location === undefined) return answer;
    const { href, isSwitch } = new VariantLinks(this.directory(), site).to(location);
    return isSwitch ? answer : { ...answer, headers: { ...answer.headers, Location: href } };
  }

  /** What exists once, at its one address. */
  once(site: SiteRef, path: string): Answer {
    return redirectAnswer(this.directory().sitePath(site, path), true);
  }
}
