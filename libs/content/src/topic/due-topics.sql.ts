/** Sites where an application to open a topic waits. */
export const SITES_WITH_PENDING_TOPICS = "SELECT DISTINCT `siteId` FROM `topic` WHERE `state` = 'pending'";

/** Sites with a topic to begin or to end. Ids only: each site is then entered in its own context. Parameters: today, today. */
export const SITES_WITH_DUE_TOPICS =
  "SELECT DISTINCT `siteId` FROM `topic` WHERE (`state` = 'approved' AND `startsOn` <= ?)" +
  " OR (`state` = 'running' AND `endsOn` < ?)";
