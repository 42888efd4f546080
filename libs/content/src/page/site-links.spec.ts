import type { SiteRef } from '@zhanqun/kernel';
import type { SiteDirectory } from '@zhanqun/platform';
import type { SiteNetwork } from '@zhanqun/tenancy';
import { MOST_SITES_LISTED, siteGroups, siteLinks } from './site-links';

const directory = { siteUrl: ({ key }: SiteRef) => `http://${key}.localhost/` } as unknown as SiteDirectory;
const town = (id: number): SiteRef =>
  ({ id, key: `town-${id}`, name: `第${id}镇`, host: `town-${id}.localhost` }) as SiteRef;
const towns = (count: number): SiteRef[] => Array.from({ length: count }, (_, at) => town(at + 1));
const network = (townships: SiteRef[]): SiteNetwork => ({
  portal: undefined,
  departments: [],
  townships,
  units: [],
});

describe('相关政府网站', () => {
  it('names the first forty of a group, in their order, and says that there are more', () => {
    const { links, isWhole } = siteLinks(towns(1000), directory, town(1));

    expect(links).toHaveLength(MOST_SITES_LISTED);
    expect(links[0]).toEqual({ label: '第2镇', url: 'http://town-2.localhost/' });
    expect(isWhole).toBe(false);
  });

  it('names all of a group that is small enough, without the site itself', () => {
    const { links, isWhole } = siteLinks(towns(MOST_SITES_LISTED + 1), directory, town(1));

    expect(links).toHaveLength(MOST_SITES_LISTED);
    expect(isWhole).toBe(true);
  });

  it('names all of them where a page asks for all', () => {
    const [group] = siteGroups(network(towns(1000)), directory, town(1), ['townships'], Infinity);

    expect(group).toMatchObject({ title: '乡镇（街道）网站', isWhole: true });
    expect(group?.links).toHaveLength(999);
  });
});
