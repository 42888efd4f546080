import type { SiteCtx } from '@zhanqun/kernel';
import { readPageTags } from '@zhanqun/theming';
import type { PageFacts, SiteFacts } from '../facts/site-facts';
import type { Indicator, IndicatorRule, Observation } from '../indicator/indicator';

const SITE = ['SiteName', 'SiteDomain', 'SiteIDCode'];
const CHANNEL = [...SITE, 'ColumnName', 'ColumnDescription', 'ColumnKeywords', 'ColumnType'];
const ARTICLE = [...SITE, 'ColumnName', 'ColumnType', 'ArticleTitle', 'PubDate', 'ContentSource'];
const REQUIRED: Readonly<Record<PageFacts['kind'], readonly string[]>> = {
  home: SITE,
  channel: CHANNEL,
  article: ARTICLE,
};
const SINGLE = new Set([
  'SiteName',
  'SiteDomain',
  'SiteIDCode',
  'ColumnName',
  'ArticleTitle',
  'PubDate',
  'ContentSource',
]);
const PUB_DATE = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/;

/** What is wrong with the page tags of one page (国办发〔2017〕47号, annex: names are case-sensitive). */
export function pageTagFaults(page: PageFacts): string[] {
  const tags = readPageTags(page.html);
  const valuesOf = (name: string): string[] =>
    tags.filter((tag) => tag.name === name).map((tag) => tag.content.trim());
  const faults: string[] = [];
  for (const name of REQUIRED[page.kind]) {
    const values = valuesOf(name);
    if (values.length === 0) faults.push(`缺少 ${name}`);
    else if (values.some((value) => value === '')) faults.push(`${name} 为空`);
    if (SINGLE.has(name) && values.length > 1) faults.push(`${name} 重复`);
  }
  if (page.kind === 'article' && valuesOf('PubDate').some((value) => value !== '' && !PUB_DATE.test(value)))
    faults.push('PubDate 格式不是 YYYY-MM-DD HH:MM');
  return faults;
}

/** D-4.6 页面标签: site, column and content tags, on every page that is looked at. */
export class PageTags implements Indicator {
  readonly code = 'D-4.6';
  readonly rhythm = 'daily';

  async check(ctx: SiteCtx, facts: SiteFacts, _rule: IndicatorRule): Promise<Observation[]> {
    const found: Observation[] = [];
    for await (const page of facts.pages(ctx)) {
      const faults = pageTagFaults(page);
      if (faults.length === 0) continue;
      found.push({
        subject: `page:${new URL(page.url).pathname}`,
        title: `页面标签不完整：${faults.join('、')}`,
        severity: 'deduction',
        url: page.url,
        evidence: [
          { label: '页面', value: page.url },
          { label: '问题', value: faults.join('、') },
        ],
      });
    }
    return found;
  }
}
