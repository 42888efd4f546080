import { askingRuleOf, routesOf, type AskingRule, type Page } from './page';
import { RoutePattern } from './route-pattern';

export interface PageMatch {
  readonly page: Page;
  readonly route: string;
  readonly params: Record<string, string>;
  /** What the page reads of a query; null when it depends on the path alone. */
  readonly asks: AskingRule | null;
}

/** All public pages, the most specific route first. Two pages with one route are a fault of the program. */
export class PageRegistry {
  private readonly entries: {
    readonly pattern: RoutePattern;
    readonly page: Page;
    readonly asks: AskingRule | null;
  }[];

  constructor(pages: readonly object[]) {
    this.entries = pages
      .flatMap((page) =>
        routesOf(page.constructor).map((route) => ({
          pattern: new RoutePattern(route),
          page: page as Page,
          asks: askingRuleOf(page.constructor),
        })),
      )
      .sort((a, b) => a.pattern.compare(b.pattern));
    for (let index = 1; index < this.entries.length; index += 1) {
      const [before, here] = [this.entries[index - 1], this.entries[index]];
      if (before?.pattern.route === here?.pattern.route)
        throw new Error(`route ${here?.pattern.route} belongs to two pages`);
    }
  }

  get routes(): readonly string[] {
    return this.entries.map((entry) => entry.pattern.route);
  }

  /** `path` is a decoded canonical path. */
  match(path: string): PageMatch | null {
    for (const { pattern, page, asks } of this.entries) {
      const params = pattern.match(path);
      if (params) return { page, route: pattern.route, params, asks };
    }
    return null;
  }
}
