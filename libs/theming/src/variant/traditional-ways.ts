import type { SiteRef } from '@zhanqun/kernel';
import type { SiteDirectory } from '@zhanqun/platform';
import type { TraditionalWays } from './traditional-page';
import { traditionalText } from './traditional-text';
import { VariantLinks } from './variant-path';

/** How texts and links of a site read on its 繁体 pages. */
export async function traditionalWays(directory: SiteDirectory, site: SiteRef): Promise<TraditionalWays> {
  const links = new VariantLinks(directory, site);
  return { convert: await traditionalText(), link: (href) => links.to(href) };
}
