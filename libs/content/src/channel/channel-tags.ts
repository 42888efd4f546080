/** What pages and caches are purged by. A list page carries its channel, an article page its article. */
export const channelTag = (channelId: number): string => `channel:${channelId}`;
export const articleTag = (articleId: number): string => `article:${articleId}`;
/** Carried by pages that show a channel's name but not its articles (breadcrumb, side menu). */
export const channelNameTag = (channelId: number): string => `channel:${channelId}:name`;
/** The tree itself: site map, and the trees kept in memory. */
export const channelsTag = (siteId: number): string => `site:${siteId}:channels`;
