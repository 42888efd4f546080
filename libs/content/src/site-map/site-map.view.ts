import type { Link, NavigationEntry } from '@zhanqun/theming';

/** pages/site-map.njk */
export interface SiteMapView {
  readonly channels: readonly NavigationEntry[];
  readonly sites: readonly { readonly title: string; readonly links: readonly Link[] }[];
}
