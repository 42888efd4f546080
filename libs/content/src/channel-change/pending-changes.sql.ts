/** Sites where an application to change a channel waits. Ids only: each site is then entered in its own context. */
export const SITES_WITH_PENDING_CHANGES =
  "SELECT DISTINCT `siteId` FROM `channel_change` WHERE `state` = 'pending'";
