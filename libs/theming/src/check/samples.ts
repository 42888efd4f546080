import type { Chrome, Link, PageInfo } from '../chrome';

/** One value of each view type every page has, complete, so that the compiler keeps the check honest. */
const link: Required<Link> = { label: '', url: '', isExternal: false, isCurrent: false };

export const sampleChrome: Chrome = {
  site: {
    name: '',
    shortName: '',
    kind: 'portal',
    lang: '',
    homeUrl: '',
    domain: '',
    siteCode: '',
    icpNumber: '',
    policeFilingNumber: '',
    sponsor: '',
    operator: '',
    contactPhone: '',
    contactAddress: '',
    email: '',
    description: '',
    keywords: [''],
  },
  theme: { name: '', settings: {} },
  navigation: [{ ...link, children: [link] }],
  upperSite: link,
  departments: [link],
  townships: [link],
  allSitesUrl: '',
  siteMapUrl: '',
  searchUrl: '',
  contactUrl: '',
  policiesUrl: '',
  insideHosts: [''],
  mistakeReportUrl: '',
  notice: '',
  siteChanges: [''],
  emergency: { level: 1, label: '', title: '', text: '', url: '', since: new Date(0) },
  isGrey: false,
};

export const samplePage: PageInfo = {
  title: '',
  path: '',
  canonicalUrl: '',
  variant: 'zh-Hans',
  variantUrl: '',
  alternates: [{ lang: '', url: '' }],
  tags: [{ name: '', content: '' }],
  breadcrumb: [link],
  visit: '',
  head: {
    description: '',
    robots: '',
    previousUrl: '',
    nextUrl: '',
    feeds: [{ title: '', url: '' }],
    openGraph: [{ property: '', content: '' }],
    things: [{}],
  },
};

/** The part of `path` up to the first name that `sample` does not have; null when all are there. */
export function shapeOf(sample: unknown, path: readonly string[]): string[] | null {
  let at: unknown = sample;
  for (const [index, name] of path.entries()) {
    if (at === null || at === undefined) return null;
    if (name === 'length' && (Array.isArray(at) || typeof at === 'string')) return null;
    if (typeof at !== 'object' || !Object.hasOwn(at, name)) return path.slice(0, index + 1);
    at = (at as Record<string, unknown>)[name];
  }
  return null;
}
