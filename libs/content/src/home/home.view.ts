import type { RegionViews } from '../block/block.view';

/** pages/home.njk */
export interface HomeView {
  readonly regions: RegionViews;
}
