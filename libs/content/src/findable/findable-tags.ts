import { shanghaiDay } from '@zhanqun/kernel';

/** `2026-03`: the Shanghai month that stands in an article's address. */
export const monthOf = (publishedAt: Date): string => shanghaiDay(publishedAt).slice(0, 7);

/** Carried by the part of the site map that lists the articles of a month: publishing renews this part alone. */
export const mapMonthTag = (siteId: number, month: string): string => `site:${siteId}:map:${month}`;

/** Carried by the policy library: renewed when a policy document comes, changes or goes. */
export const policiesTag = (siteId: number): string => `site:${siteId}:policies`;

/** Carried by a portal's policy library over all its sites: renewed when that changes on any of them. */
export const networkPoliciesTag = (portalId: number): string => `network:${portalId}:policies`;
