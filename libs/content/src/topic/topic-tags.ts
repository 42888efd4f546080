/** Carried by the topic's own page. */
export const topicTag = (topicId: number): string => `topic:${topicId}`;
/** Carried by the list of topics of a site. */
export const topicsTag = (siteId: number): string => `site:${siteId}:topics`;
