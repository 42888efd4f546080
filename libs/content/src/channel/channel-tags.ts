/** What pages and caches are purged by. A list page carries its channel, an article page its article. */
export const channelTag = (channelId: number): string => `channel:${channelId}`;
export const articleTag = (articleId: number): string => `article:${articleId}`;
/** The trees kept in memory. Every page carries the frame's tag, which a change of the tree purges as well. */
export const channelsTag = (siteId: number): string => `site:${siteId}:channels`;
