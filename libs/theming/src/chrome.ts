import type { PageHead } from './tags/page-head';

/** A link as templates show it: address already made. */
export interface Link {
  readonly label: string;
  readonly url: string;
  /** Leaves the site network: templates add the leaving prompt unless the host ends in gov.cn. */
  readonly isExternal?: boolean;
  readonly isCurrent?: boolean;
}

export interface NavigationEntry extends Link {
  readonly children: readonly Link[];
}

/** One `<meta name content>`: page tags of 国办发〔2017〕47号; several may share a name. */
export interface MetaTag {
  readonly name: string;
  readonly content: string;
}

/** The frame around every page of a site: header, navigation, footer. Cached with the tag `site:ID:chrome`. */
export interface Chrome {
  readonly site: {
    readonly name: string;
    readonly shortName: string;
    readonly kind: 'portal' | 'department' | 'township' | 'unit';
    readonly lang: string;
    readonly homeUrl: string;
    readonly domain: string;
    readonly siteCode: string;
    readonly icpNumber: string;
    readonly policeFilingNumber: string;
    readonly sponsor: string;
    readonly operator: string;
    readonly contactPhone: string;
    readonly contactAddress: string;
    readonly email: string;
    readonly description: string;
    readonly keywords: readonly string[];
  };
  readonly theme: {
    readonly name: string;
    /** Values of the theme's declared settings, defaults filled in; images are addresses. */
    readonly settings: Readonly<Record<string, unknown>>;
  };
  readonly navigation: readonly NavigationEntry[];
  /** The portal above a department or township; null on a portal. */
  readonly upperSite: Link | null;
  /** The first of each group: a frame does not grow with the network. */
  readonly departments: readonly Link[];
  readonly townships: readonly Link[];
  /** 全部网站: where all of them are listed; null when the frame names them all. */
  readonly allSitesUrl: string | null;
  readonly siteMapUrl: string;
  /** Where the search box of the header sends its words, as the parameter `q`. */
  readonly searchUrl: string;
  readonly contactUrl: string;
  /** 政策文件库; null where the site has no policy documents. */
  readonly policiesUrl: string | null;
  /** Hosts of the network outside gov.cn, each with everything below it: no leaving prompt for them. */
  readonly insideHosts: readonly string[];
  /** 我为政府网站找错: address of the national platform's entry for this site code. */
  readonly mistakeReportUrl: string;
  /** Notice shown above every page (closing site, holiday); null when there is none. */
  readonly notice: string | null;
  /** 域名变更公告 of the site and, on a portal, 临时下线、关停公告 of the sites below: for the home page. */
  readonly siteChanges: readonly string[];
  /** 应急横幅 of the network or the platform; the gravest one where several stand. */
  readonly emergency: EmergencyBanner | null;
  /** 灰色日 of the network or the platform; a site's own switch is the theme setting `greyDay`. */
  readonly isGrey: boolean;
}

/** 应急横幅: level 1 (red) to 3 (yellow), told by a word and a shape, not by colour alone. */
export interface EmergencyBanner {
  readonly level: 1 | 2 | 3;
  /** Ⅰ级（红色） … */
  readonly label: string;
  readonly title: string;
  readonly text: string;
  readonly url: string | null;
  readonly since: Date;
}

/** What a template knows of the page itself. */
export interface PageInfo {
  readonly title: string;
  /** Path on the host, prefix included. */
  readonly path: string;
  readonly canonicalUrl: string;
  /** What is being rendered; 繁体版 is made from the finished page, where this stays `zh-Hans`. */
  readonly variant: 'zh-Hans' | 'zh-Hant';
  /**
   * Path of the other variant, prefix and query included; null where there is none. A link that leads
   * there is turned round on the other variant, with the word 繁体 (繁體) in it becoming 简体.
   */
  readonly variantUrl: string | null;
  /** For `<link rel="alternate" hreflang>`: this page in each writing, itself included. */
  readonly alternates: readonly { readonly lang: string; readonly url: string }[];
  readonly tags: readonly MetaTag[];
  readonly breadcrumb: readonly Link[];
  /** What the visit counter calls this page: `home`, `channel:3`, `article:7`; null where nothing is counted. */
  readonly visit?: string | null;
  /** Made by the engine for every page. */
  readonly head?: PageHead;
}
