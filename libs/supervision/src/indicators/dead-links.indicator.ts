import type { SiteCtx } from '@zhanqun/kernel';
import type { LinkFacts, SiteFacts } from '../facts/site-facts';
import type { Indicator, IndicatorRule, Observation } from '../indicator/indicator';

/** D-4.3 可用性, the part that needs no network: links between our own sites that lead nowhere. */
export class DeadLinks implements Indicator {
  readonly code = 'D-4.3';
  readonly rhythm = 'daily';

  async check(ctx: SiteCtx, facts: SiteFacts, _rule: IndicatorRule): Promise<Observation[]> {
    const known = new Map<string, boolean>();
    const dead = new Map<string, LinkFacts>();
    for await (const link of facts.internalLinks(ctx)) {
      const alive = known.get(link.target) ?? (await facts.resolves(ctx, link.target));
      known.set(link.target, alive);
      if (!alive) dead.set(`${link.pageUrl} ${link.target}`, link);
    }
    return [...dead.values()].map((link) => ({
      subject: `link:${new URL(link.pageUrl).pathname}→${link.target}`,
      title: `“${link.pageTitle}”中的链接打不开`,
      severity: 'deduction',
      url: link.pageUrl,
      evidence: [
        { label: '所在页面', value: link.pageUrl },
        { label: '链接文字', value: link.label || '（无文字）' },
        { label: '链接地址', value: link.target },
      ],
    }));
  }
}
