import type { RegionViews } from '../block/block.view';

/** pages/home.njk */
export interface HomeView {
  readonly regions: RegionViews;
  /** Some block shows cards: the page loads their style. */
  readonly hasCards: boolean;
}
