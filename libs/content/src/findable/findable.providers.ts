import { ContactPage } from './contact.page';
import { FeedPage } from './feed.page';
import { MapPlaces } from './map-places';
import { PolicyLibraryPage } from '../policy-library/policy-library.page';
import { PolicyLibrary } from '../policy-library/policy-library';
import { RobotsPage } from './robots.page';
import { SitemapPage } from './sitemap.page';

/** What makes a site findable: site map for machines, robots.txt, feeds, contact page, policy library. */
export const FINDABLE_PAGES = [
  ContactPage,
  FeedPage,
  MapPlaces,
  PolicyLibrary,
  PolicyLibraryPage,
  RobotsPage,
  SitemapPage,
];
