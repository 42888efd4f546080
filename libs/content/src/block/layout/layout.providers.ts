import { HomePage } from '../../home/home.page';
import { HomeViews } from '../../home/home-views';
import { SiteNeighbours } from '../../page/site-neighbours';
import { TopicCards } from '../../topic/topic-cards';
import { BlockReading } from '../block-reading';
import { MostRead } from '../most-read';
import { PublishedDays } from '../published-days';
import { LayoutController } from './layout.controller';
import { LayoutFiles } from './layout-files';
import { LayoutJudging } from './layout-judging';
import { LayoutPages } from './layout-pages';
import { LayoutPreview } from './layout-preview';
import { LayoutReading } from './layout-reading';
import { LayoutService } from './layout.service';

/** Home page, blocks and their layouts; listed here so that the modules stay readable. */
export const LAYOUT_FILES = [LayoutFiles];
export const LAYOUT_PAGES = [
  BlockReading,
  HomePage,
  HomeViews,
  LayoutReading,
  MostRead,
  PublishedDays,
  SiteNeighbours,
  TopicCards,
];
export const LAYOUT_SERVICES = [LayoutJudging, LayoutPages, LayoutService];
/** What the console makes previews of. */
export const LAYOUT_OFFERED = [HomeViews, SiteNeighbours, ...LAYOUT_SERVICES];
export const LAYOUT_CONSOLE = [LayoutPreview];
export const LAYOUT_CONTROLLERS = [LayoutController];
