import { shanghaiMinute, type SiteCtx } from '@zhanqun/kernel';
import type { GraveHitFacts, SiteFacts } from '../facts/site-facts';
import type { Indicator, IndicatorRule, Observation } from '../indicator/indicator';

/** V-W1 严重问题, the part a machine sees: published words that the text check forbids, one finding an article. */
export class GraveHits implements Indicator {
  readonly code = 'V-W1';
  readonly rhythm = 'daily';

  async check(ctx: SiteCtx, facts: SiteFacts, _rule: IndicatorRule): Promise<Observation[]> {
    const byArticle = new Map<number, GraveHitFacts[]>();
    for (const hit of await facts.graveHits(ctx))
      byArticle.set(hit.articleId, [...(byArticle.get(hit.articleId) ?? []), hit]);
    return [...byArticle].flatMap(([articleId, hits]) => {
      const [first] = hits;
      if (!first) return [];
      return [
        {
          subject: `article:${articleId}`,
          title: `“${first.title}”中疑似有禁止发布的内容，请核实`,
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
