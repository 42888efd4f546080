import { Injectable } from '@nestjs/common';
import { shanghaiDay, type SiteCtx, type SiteRef } from '@zhanqun/kernel';
import { SiteDirectory } from '@zhanqun/platform';
import { LEVEL_NAMES, NetworkNoticeBoard, Settings, siteNotice, SiteService } from '@zhanqun/tenancy';
import { ChromeSource, ThemeSettings, type Chrome, type Link, type NavigationEntry } from '@zhanqun/theming';
import { PageAddresses } from '../article/article-address';
import { ChannelReading } from '../channel/channel-reading';
import { isShown, type ChannelTree } from '../channel/channel-tree';
import { insideHosts } from '../findable/inside-hosts';
import { channelLink } from '../page/page-parts';
import { allSitesPath, siteLinks } from '../page/site-links';
import { closingNotice, isChanging, MOST_NAMED, movedNotices, statusNotices } from './status-notices';

/** 首页 and eight more: what one line of a desktop page holds. */
const MOST_NAVIGATION = 9;
/** 我为政府网站找错: the national platform's entry for a site code. */
const MISTAKE_REPORT = 'https://zfwzzc.www.gov.cn/exposure/jiucuo.html?site_code=';

/** 页头、导航、页脚 of a site, made from its channels, its profile and its look. */
@Injectable()
export class SiteChrome extends ChromeSource {
  constructor(
    private readonly channels: ChannelReading,
    private readonly sites: SiteService,
    private readonly themes: ThemeSettings,
    private readonly directory: SiteDirectory,
    private readonly settings: Settings,
    private readonly notices: NetworkNoticeBoard,
  ) {
    super();
  }

  override async chrome(ctx: SiteCtx): Promise<Chrome> {
    const { site } = ctx;
    const [tree, profile, theme] = [
      await this.channels.tree(ctx),
      await this.sites.profile(ctx, site),
      await this.themes.get(ctx),
    ];
    const addresses = new PageAddresses(this.directory, site);
    const network = this.sites.network(site.portalId);
    const departments = siteLinks(network.departments, this.directory, site);
    const townships = siteLinks(network.townships, this.directory, site);
    return {
      site: {
        name: site.name,
        shortName: profile.shortName,
        kind: site.kind,
        lang: site.lang,
        homeUrl: addresses.at('/'),
        domain: site.host + site.prefix,
        siteCode: profile.siteCode,
        icpNumber: profile.icpNumber,
        policeFilingNumber: profile.policeFilingNumber,
        sponsor: profile.sponsor,
        operator: profile.operator,
        contactPhone: profile.contactPhone,
        contactAddress: profile.contactAddress,
        email: profile.email,
        description: profile.description,
        keywords: profile.keywords,
      },
      theme: { name: theme.name, settings: withOwnFiles(theme.settings, addresses) },
      navigation: navigationOf(tree, addresses),
      upperSite: this.upperSite(site),
      departments: departments.links,
      townships: townships.links,
      allSitesUrl: departments.isWhole && townships.isWhole ? null : addresses.at(allSitesPath),
      siteMapUrl: addresses.at('/sitemap/'),
      searchUrl: addresses.at('/search/'),
      contactUrl: addresses.at('/contact/'),
      policiesUrl: hasPolicies(tree) ? addresses.at('/policies/') : null,
      insideHosts: insideHosts(this.directory.all().filter((each) => each.portalId === site.portalId)),
      mistakeReportUrl: profile.siteCode ? MISTAKE_REPORT + encodeURIComponent(profile.siteCode) : '',
      notice: closingNotice(site, profile) ?? (this.settings.get(ctx, siteNotice) || null),
      siteChanges: [
        ...movedNotices(site, this.sites.formerAddresses(site), shanghaiDay(ctx.now)),
        ...(await this.goingBelow(ctx)),
      ],
      emergency: this.emergency(ctx),
      isGrey: this.notices.isGreyAt(site, ctx.now),
    };
  }

  private emergency({ site, now }: SiteCtx): Chrome['emergency'] {
    const standing = this.notices.emergencyAt(site, now);
    return standing && { ...standing, label: LEVEL_NAMES[standing.level] };
  }

  /** Statements only while a site below is away or going. */
  private async goingBelow(ctx: SiteCtx): Promise<string[]> {
    const { site } = ctx;
    if (site.kind !== 'portal') return [];
    const below = this.directory.all().filter((each) => each.portalId === site.id && each.id !== site.id);
    const changing = below.filter(isChanging);
    const named = [];
    for (const each of changing.slice(0, MOST_NAMED))
      named.push({ site: each, facts: await this.sites.profile(ctx, each) });
    return statusNotices(named, changing.length);
  }

  private upperSite(site: SiteRef): Link | null {
    const upper = this.directory.byId(site.parentId ?? site.portalId);
    if (!upper || upper.id === site.id || upper.host === '') return null;
    return { label: upper.name, url: this.directory.siteUrl(upper, '/') };
  }
}

/** 政策文件库 is offered where a channel of policy documents is open and not blank. */
function hasPolicies(tree: ChannelTree): boolean {
  return tree.all().some((node) => node.kind === 'policy' && isShown(node));
}

/** Blank channels do not stand in the navigation: 不得出现空白栏目. */
function navigationOf(tree: ChannelTree, addresses: PageAddresses): NavigationEntry[] {
  const roots = tree.roots.filter((node) => node.isNavigation && isShown(node)).slice(0, MOST_NAVIGATION - 1);
  return [
    { label: '首页', url: addresses.at('/'), children: [] },
    ...roots.map((root) => ({
      ...channelLink(root, addresses),
      children: root.children.filter(isShown).map((child) => channelLink(child, addresses)),
    })),
  ];
}

/** Pictures that the site set are its own files, below its prefix. */
function withOwnFiles(
  settings: Readonly<Record<string, unknown>>,
  addresses: PageAddresses,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(settings).map(([key, value]) => [
      key,
      typeof value === 'string' && value.startsWith('/_files/') ? addresses.at(value) : value,
    ]),
  );
}
