import type { Chrome, MetaTag, PageInfo } from '@zhanqun/theming';
import { chromeOf, faces, type GalleryFace, type GalleryTheme } from './chrome-data';

export interface GalleryPage {
  readonly name: string;
  readonly template: string;
  readonly chrome: Chrome | null;
  readonly view: object;
  readonly page: PageInfo;
}

/** What stands round the pages of one theme, shown for one kind of site. */
export class GalleryFrame {
  readonly chrome: Chrome;

  constructor(
    private readonly theme: GalleryTheme,
    private readonly settings: Record<string, unknown>,
    readonly face: GalleryFace,
  ) {
    this.chrome = chromeOf(theme, settings, face);
  }

  page(name: string, template: string, view: object, page: PageInfo, chrome = this.chrome): GalleryPage {
    return { name, template: `pages/${template}.njk`, chrome, view, page };
  }

  /** A page that stands by itself: the site is not there to put anything round it. */
  bare(name: string, view: object): GalleryPage {
    return { name, template: `pages/${name}.njk`, chrome: null, view, page: this.info('', '/') };
  }

  /** `trail`: the channels on the way from the home page. */
  info(title: string, path: string, trail: readonly string[] = [], tags: readonly MetaTag[] = []): PageInfo {
    const address = `http://${faces[this.face].domain}`;
    const { name, domain, siteCode } = this.chrome.site;
    return {
      title,
      path,
      canonicalUrl: `${address}${path}`,
      variant: 'zh-Hans',
      variantUrl: `/zh-hant${path}`,
      alternates: [{ lang: 'zh-Hant', url: `${address}/zh-hant${path}` }],
      tags: [
        { name: 'SiteName', content: name },
        { name: 'SiteDomain', content: domain },
        { name: 'SiteIDCode', content: siteCode },
        ...tags,
      ],
      breadcrumb:
        trail.length === 0
          ? []
          : [
              { label: '首页', url: '/' },
              ...trail.map((label, index) => ({
                label,
                url: `/c${index}/`,
                isCurrent: index === trail.length - 1,
              })),
            ],
    };
  }

  /** The same with something raised over it: a notice, an emergency, a day of mourning. */
  raising(what: Parameters<typeof chromeOf>[3]): Chrome {
    return chromeOf(this.theme, this.settings, this.face, what);
  }
}
