import { publicCtx, type SiteRef } from '@zhanqun/kernel';
import type { PurgeMark } from '../cache/purge-history';
import { view } from '../page/page';
import { siteTags } from '../tags/page-tags';
import { TraditionalMaker } from '../variant/traditional-maker';
import type { Answer } from './answer';
import type { PageDeskParts } from './page-desk';
import { PageMaker } from './page-maker';
import { htmlAnswer, plainPage } from './plain-page';

const TEMPLATE = 'pages/not-found.njk';
// No path of a request has a NUL in it, so these entries are nobody's page.
const PATH = `\0${TEMPLATE}`;
const TRADITIONAL_PATH = `\0zh-hant/${TEMPLATE}`;

/** 404 in the site's own look. One body a site, whatever the path: a flood of wrong paths stores nothing. */
export class NotFoundPages {
  /** The page of a site while it is being made, and what had been purged when that began. */
  private readonly flights = new Map<string, { mark: PurgeMark; answer: Promise<Answer> }>();
  private readonly maker: PageMaker;
  private readonly traditional: TraditionalMaker;

  constructor(private readonly parts: PageDeskParts) {
    this.maker = new PageMaker(parts);
    this.traditional = new TraditionalMaker(parts.directory);
  }

  async answer(site: SiteRef, isTraditional = false): Promise<Answer> {
    const { cache, clock } = this.parts;
    const path = isTraditional ? TRADITIONAL_PATH : PATH;
    const known = cache.get(site.id, path, clock.now().getTime());
    if (known) return htmlAnswer(404, known.content.body);
    const mark = cache.history.mark;
    const key = site.id + path;
    const under = this.flights.get(key);
    if (under?.mark === mark) return under.answer;
    const flight = { mark, answer: isTraditional ? this.translate(site, mark) : this.render(site, mark) };
    this.flights.set(key, flight);
    return flight.answer.finally(() => {
      if (this.flights.get(key) === flight) this.flights.delete(key);
    });
  }

  private async render(site: SiteRef, mark: PurgeMark): Promise<Answer> {
    const { cache, chromes, clock, themes } = this.parts;
    const ctx = publicCtx(site, clock.now());
    const chrome = await chromes.get(ctx).catch(() => chromes.lastKnown(site.id));
    if (!chrome || !themes.get(chrome.theme.name).has(TEMPLATE))
      return plainPage(404, site.name, ['您访问的页面不存在或已删除。']);
    const page = { title: '页面不存在', tags: siteTags(chrome.site), breadcrumb: [], visit: null };
    const missing = view(TEMPLATE, {}, { tags: [], ttlSeconds: 3600, page, canonicalPath: '/' });
    const content = await this.maker.render(ctx, PATH, missing);
    cache.put({ ...content, status: 404 }, mark);
    return htmlAnswer(404, content.body);
  }

  private async translate(site: SiteRef, mark: PurgeMark): Promise<Answer> {
    const { cache, clock } = this.parts;
    const answer = await this.answer(site);
    const source = cache.get(site.id, PATH, clock.now().getTime());
    const content = source && (await this.traditional.page(site, TRADITIONAL_PATH, source.content));
    if (!content) return answer;
    cache.put(content, mark);
    return htmlAnswer(404, content.body);
  }
}
