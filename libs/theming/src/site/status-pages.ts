import type { SiteRef } from '@zhanqun/kernel';
import type { Chrome, PageInfo } from '../chrome';
import { BASE_THEME, type ThemeLibrary } from '../theme/theme-library';
import type { Answer } from './answer';
import { htmlAnswer, plainPage } from './plain-page';

interface StatusPage {
  readonly status: number;
  readonly template: string;
  readonly title: string;
  /** Said when the theme has no such page. */
  readonly text: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const UNKNOWN_HOST: StatusPage = {
  status: 421,
  template: 'pages/unknown-host.njk',
  title: '无法访问',
  text: '您访问的地址不属于本平台的任何网站，请检查地址是否正确。',
};
const SUSPENDED: StatusPage = {
  status: 503,
  template: 'pages/site-suspended.njk',
  title: '网站临时下线',
  text: '本网站临时下线，请稍后访问。',
  headers: { 'Retry-After': '86400' },
};
const PREPARING: StatusPage = {
  status: 503,
  template: 'pages/site-preparing.njk',
  title: '网站尚未开通',
  text: '本网站正在建设中，尚未开通。',
  headers: { 'Retry-After': '86400' },
};
const CLOSED: StatusPage = {
  status: 410,
  template: 'pages/site-closed.njk',
  title: '网站已关停',
  text: '本网站已永久关停，不再更新。',
};
const UNAVAILABLE: StatusPage = {
  status: 503,
  template: 'pages/unavailable.njk',
  title: '暂时无法访问',
  text: '本网站暂时无法访问，请稍后再试。',
  headers: { 'Retry-After': '30' },
};

const MOST_KEPT = 5_000;
/** These pages have no address of their own. */
const NOWHERE: Omit<PageInfo, 'title'> = {
  path: '',
  canonicalUrl: '',
  variant: 'zh-Hans',
  variantUrl: null,
  alternates: [],
  tags: [],
  breadcrumb: [],
};

/** Pages shown in place of a site's pages. They need a theme and a name, no query and no frame. */
export class StatusPages {
  private readonly bodies = new Map<string, Buffer | null>();

  constructor(private readonly themes: ThemeLibrary) {}

  /** 421, naming no site: who asks for a host that is not ours learns nothing of those that are. */
  unknownHost(): Answer {
    return this.answer(UNKNOWN_HOST, BASE_THEME, '');
  }

  unavailable(site: SiteRef, theme: string = site.theme): Answer {
    return this.answer(UNAVAILABLE, theme, site.name);
  }

  /**
   * What a site answers because of its state; null when it shows its pages. A closing site keeps
   * publishing to the last day, with its notice in the frame.
   */
  insteadOf(site: SiteRef): Answer | null {
    switch (site.status) {
      case 'online':
      case 'closing':
        return null;
      case 'preparing':
        return this.answer(PREPARING, site.theme, site.name);
      case 'suspended':
        return this.answer(SUSPENDED, site.theme, site.name);
      case 'closed':
        return this.answer(CLOSED, site.theme, site.name);
    }
  }

  private answer(page: StatusPage, themeName: string, siteName: string): Answer {
    const body = this.body(page, themeName, siteName);
    if (body) return htmlAnswer(page.status, body, page.headers);
    return plainPage(page.status, siteName || page.title, [page.text], page.headers);
  }

  private body({ template, title }: StatusPage, themeName: string, siteName: string): Buffer | null {
    const key = `${template}\0${themeName}\0${siteName}`;
    let body = this.bodies.get(key);
    if (body === undefined) {
      const theme = this.themes.get(themeName);
      const page: PageInfo = { ...NOWHERE, title };
      // These pages are written for a frame that is not there: nothing of the site can be asked for.
      const chrome = {} as Chrome;
      body = theme.has(template)
        ? Buffer.from(theme.render(template, { chrome, view: { siteName }, page }))
        : null;
      if (this.bodies.size >= MOST_KEPT) this.bodies.clear();
      this.bodies.set(key, body);
    }
    return body;
  }
}

export const methodRefused = (): Answer =>
  plainPage(405, '无法处理', ['本网站只提供页面浏览，不接受此类请求。'], { Allow: 'GET, HEAD' });

export const badAddress = (): Answer => plainPage(400, '地址有误', ['您输入的地址无法识别，请检查后重试。']);

export const addressTooLong = (): Answer => plainPage(414, '地址过长', ['您输入的地址过长，请检查后重试。']);

export const badQuery = (): Answer =>
  plainPage(400, '内容有误', ['您输入的内容含有无法识别的字符，请返回修改后重试。']);

export const queryTooLong = (): Answer =>
  plainPage(400, '内容过长', ['您输入的内容超过 200 字，请返回缩短后重试。']);

export const tooManyRequests = (seconds: number): Answer =>
  plainPage(429, '访问过于频繁', [`您的访问过于频繁，请 ${seconds} 秒后再试。`], {
    'Retry-After': String(seconds),
  });
