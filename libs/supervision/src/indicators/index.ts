import type { Indicator } from '../indicator/indicator';
import { DeadLinks } from './dead-links.indicator';
import { EmptyChannels } from './empty-channels.indicator';
import { GraveHits } from './grave-hits.indicator';
import { HomepageStale } from './homepage-stale.indicator';
import { OwedCarryings } from './owed-carryings.indicator';
import { OwedReviews } from './owed-reviews.indicator';
import { PageTags } from './page-tags.indicator';
import { StaleChannels } from './stale-channels.indicator';
import { StaleOtherChannels } from './stale-other-channels.indicator';

/** Every indicator that the platform measures by itself. A test fails when a file is not listed here. */
export const indicators: readonly Indicator[] = [
  new GraveHits(),
  new HomepageStale(),
  new StaleChannels(),
  new StaleOtherChannels(),
  new EmptyChannels(),
  new PageTags(),
  new DeadLinks(),
  new OwedReviews(),
  new OwedCarryings(),
];
