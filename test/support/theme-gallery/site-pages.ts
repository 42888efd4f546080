import type { SiteMapView, WithdrawnView } from '@zhanqun/content';
import { single } from './articles-data';
import { contactView, emergencies, libraryViews, searchViews } from './found-data';
import type { GalleryFrame, GalleryPage } from './gallery-page';
import { homes } from './homes-data';
import { articles, documents } from './links-data';
import { longPager } from './lists-data';
import { departments, portalLink, townships } from './sites-data';

/** What every site has beside its content: the way round it, and what is shown when something is not there. */
export function sitePages(frame: GalleryFrame): GalleryPage[] {
  const siteName = frame.chrome.site.name;
  const contact = frame.info('联系我们', '/contact/', ['联系我们']);
  return [
    frame.page('page', 'page', single, frame.info('机构职能', '/zwgk/jgzn/', ['政务公开', '机构职能'])),
    frame.page(
      'site-map',
      'site-map',
      {
        channels: frame.chrome.navigation,
        sites: [
          { title: '部门网站', links: departments },
          { title: '乡镇（街道）网站', links: townships },
        ],
      } satisfies SiteMapView,
      frame.info('网站地图', '/sitemap/', ['网站地图']),
    ),
    frame.page(
      'not-found',
      'not-found',
      {},
      frame.info('没有找到这个页面', '/none/'),
      frame.raising({
        notice: '因系统升级，本网站将于2026年3月6日22:00至24:00暂停服务，敬请谅解。',
      }),
    ),
    frame.page(
      'withdrawn',
      'withdrawn',
      {
        way: 'notice',
        title: '关于开展农村饮水安全工程维修的通知',
        reason: '通知事项已由新文件替代',
        withdrawnAt: new Date('2026-03-02T02:00:00Z'),
        channel: { label: '通知公告', url: '/zwgk/tzgg/' },
      } satisfies WithdrawnView,
      frame.info('关于开展农村饮水安全工程维修的通知（已撤下）', '/art/202602/9.html'),
    ),
    ...Object.entries(searchViews(articles(6, 1), longPager)).map(([name, view]) =>
      frame.page(name, 'search', view, frame.info('搜索', '/search/', ['搜索'])),
    ),
    ...Object.entries(libraryViews(documents, longPager)).map(([name, view]) =>
      frame.page(name, 'policy-library', view, frame.info('政策文件库', '/policies/', ['政策文件库'])),
    ),
    frame.page('contact', 'contact', contactView, contact),
    frame.page(
      'accessibility',
      'accessibility',
      {},
      frame.info('无障碍说明', '/accessibility/', ['无障碍说明']),
    ),
    ...emergencies.map((emergency) =>
      frame.page(
        `emergency-${emergency.level}`,
        'contact',
        contactView,
        contact,
        frame.raising({ emergency }),
      ),
    ),
    frame.page(
      'grey-day',
      'home',
      homes[frame.face],
      frame.info(siteName, '/'),
      frame.raising({
        isGrey: true,
        siteChanges: [
          '示范县文化馆网站临时下线，计划于2026-03-20前恢复。',
          '示范县招商局网站正在公示关停，内容已迁移至示范县人民政府门户网站“投资示范”频道。',
        ],
      }),
    ),
    frame.bare('unavailable', { siteName }),
    frame.bare('unknown-host', {}),
    frame.bare('site-suspended', {
      siteName,
      until: '2026-03-20',
      reason: '网站改版',
      upperSite: portalLink,
    }),
    frame.bare('site-preparing', { siteName }),
    frame.bare('site-closed', { siteName, destination: portalLink }),
    frame.bare('error', { siteName, homeUrl: '/', traceId: '7f3a09c2' }),
  ];
}
