import { shanghaiMinute, type SiteCtx } from '@zhanqun/kernel';
import type { SiteFacts } from '../facts/site-facts';
import type { Indicator, IndicatorRule, Observation } from '../indicator/indicator';

/** V-W1 严重问题, the part a machine sees: published words that the text check forbids, one finding an article. */
export class GraveHits implements Indicator {
  readonly code = 'V-W1';
  readonly rhythm = 'daily';

  async check(ctx: SiteCtx, facts: SiteFacts, _rule: IndicatorRule): Promise<Observation[]> {
    const byArticle = Map.groupBy(await facts.graveHits(ctx), ({ articleId }) => articleId);
    return [...byArticle].flatMap(([articleId, hits]) => {
      const [first] = hits;
      if (!first) return [];
      return [
        {
          subject: `article:${articleId}`,
          title: `“${first.title}”中有禁止发布的内容`,
          severity: 'veto' as const,
          url: first.url,
          evidence: [
            ...hits.map(({ text, reason }) => ({ label: `“${text}”`, value: reason })),
            { label: '发现时间', value: shanghaiMinute(first.foundAt) },
          ],
        },
      ];
    });
  }
}
