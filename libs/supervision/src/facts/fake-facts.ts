import { allowAll, WorkingCalendar, type SiteCtx, type SiteRef } from '@zhanqun/kernel';
import type {
  ChannelFacts,
  GraveHitFacts,
  LinkFacts,
  OwedCarryingFacts,
  OwedReviewFacts,
  PageFacts,
  SiteFacts,
} from './site-facts';
import type { IndicatorRule } from '../indicator/indicator';

const site = { id: 3, key: 'qingshui', name: '清水镇人民政府', portalId: 1 } as SiteRef;

export const siteAt = (now: string): SiteCtx => ({
  site,
  ability: allowAll,
  now: new Date(now),
  traceId: 'spec',
});

/** A site as an indicator sees it, of a few lines. */
export function fakeFacts(given: {
  homeNewest?: Date | null;
  channels?: Partial<ChannelFacts>[];
  pages?: PageFacts[];
  links?: LinkFacts[];
  alive?: readonly string[];
  owed?: readonly OwedReviewFacts[];
  uncarried?: readonly OwedCarryingFacts[];
  grave?: readonly GraveHitFacts[];
}): SiteFacts {
  return {
    calendar: () => new WorkingCalendar([]),
    homeUrl: () => 'http://qingshui.localhost/',
    homeNewest: () => Promise.resolve(given.homeNewest ?? null),
    owedReviews: () => Promise.resolve(given.owed ?? []),
    owedCarryings: () => Promise.resolve(given.uncarried ?? []),
    graveHits: () => Promise.resolve(given.grave ?? []),
    channels: () =>
      Promise.resolve(
        (given.channels ?? []).map((channel, index) => ({
          id: index + 1,
          name: `栏目${index + 1}`,
          url: `http://qingshui.localhost/${index + 1}/`,
          updateClass: 'news' as const,
          isTopLevel: true,
          cycle: null,
          newestPublishedAt: null,
          publishedCount: 1,
          ownerOrganisationId: null,
          isMeasured: true,
          ...channel,
        })),
      ),
    pages: async function* () {
      yield* await Promise.resolve(given.pages ?? []);
    },
    internalLinks: async function* () {
      yield* await Promise.resolve(given.links ?? []);
    },
    resolves: (_ctx, target) => Promise.resolve((given.alive ?? []).includes(target)),
  };
}

export const rule = (figures: Partial<IndicatorRule>): IndicatorRule => ({
  code: 'X',
  name: '',
  threshold: 5,
  window: { count: 14, unit: 'days' },
  parameters: {},
  enabled: true,
  ruleText: '',
  source: '国办秘函〔2019〕19号',
  ...figures,
});
