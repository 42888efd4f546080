/** What pages and caches are purged by. A list page carries its channel, an article page its article. */
export const channelTag = (channelId: number): string => `channel:${channelId}`;
/** Carried by the article's own page and by pages that show its title (neighbours, linked documents). */
export const articleTag = (articleId: number): string => `article:${articleId}`;
/** Carried by the article's own page alone: for what changes around an article without changing it. */
export const articlePageTag = (articleId: number): string => `article:${articleId}:page`;
/** The trees kept in memory. Every page carries the frame's tag, which a change of the tree purges as well. */
export const channelsTag = (siteId: number): string => `site:${siteId}:channels`;
