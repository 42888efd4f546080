import type { Chrome, PageInfo } from '../chrome';
import type { JsonLd } from './json-ld';
import { absolute } from './absolute';
import type { PageFinding } from './page-head';

export interface ThingFacts {
  readonly chrome: Chrome;
  readonly page: PageInfo;
  /** Absolute address of the site's home page. */
  readonly home: string;
  readonly description: string;
  /** Absolute addresses. */
  readonly images: readonly string[];
  readonly finding: PageFinding;
}

const CONTEXT = 'https://schema.org';
/** Longer headlines are cut by who reads them. */
const MOST_HEADLINE = 110;

const filled = (text: string | undefined): string | undefined => (text === '' ? undefined : text);

/** schema.org GovernmentOrganization: the body whose site it is, with the figures that its footer shows. */
export function organisationData({ chrome, page, home, finding }: ThingFacts): JsonLd {
  const { site, upperSite } = chrome;
  return {
    '@context': CONTEXT,
    '@type': 'GovernmentOrganization',
    '@id': `${home}#organisation`,
    name: site.name,
    alternateName: site.shortName === site.name ? undefined : filled(site.shortName),
    url: home,
    description: filled(site.description),
    telephone: filled(site.contactPhone),
    email: filled(site.email),
    openingHours: filled(finding.openingHours),
    address: site.contactAddress
      ? {
          '@type': 'PostalAddress',
          addressCountry: 'CN',
          streetAddress: site.contactAddress,
          postalCode: filled(finding.postcode),
        }
      : undefined,
    parentOrganization: upperSite
      ? {
          '@type': 'GovernmentOrganization',
          name: upperSite.label,
          url: absolute(upperSite.url, page.canonicalUrl),
        }
      : undefined,
  };
}

/** schema.org Article or what the kind is more exactly; says what the page tags say. */
export function articleData({ chrome, page, home, description, images, finding }: ThingFacts): JsonLd {
  const tag = (name: string): string => page.tags.find((each) => each.name === name)?.content ?? '';
  const { site } = chrome;
  const authors = tag('Author').split(';').filter(Boolean);
  const published = tag('PubDate');
  return {
    '@context': CONTEXT,
    '@type': finding.schema ?? 'Article',
    headline: [...tag('ArticleTitle')].slice(0, MOST_HEADLINE).join(''),
    name: tag('ArticleTitle'),
    description: filled(description),
    image: images.length > 0 ? images : undefined,
    datePublished: published ? `${published.replace(' ', 'T')}:00+08:00` : undefined,
    dateModified: finding.modifiedAt?.toISOString(),
    inLanguage: site.lang,
    articleSection: filled(tag('ColumnName')),
    keywords: filled(tag('Keywords')),
    isAccessibleForFree: true,
    legislationIdentifier: filled(finding.documentNumber),
    author:
      authors.length > 0
        ? authors.map((name) => ({ '@type': 'Person', name }))
        : [{ '@type': 'Organization', name: tag('ContentSource') || site.name }],
    publisher: {
      '@type': 'GovernmentOrganization',
      '@id': `${home}#organisation`,
      name: site.name,
      url: home,
    },
    mainEntityOfPage: page.canonicalUrl,
  };
}

/** 当前位置 as search engines show it. */
export function breadcrumbData(page: PageInfo): JsonLd {
  return {
    '@context': CONTEXT,
    '@type': 'BreadcrumbList',
    itemListElement: page.breadcrumb.map(({ label, url }, at) => ({
      '@type': 'ListItem',
      position: at + 1,
      name: label,
      item: url === '' ? page.canonicalUrl : absolute(url, page.canonicalUrl),
    })),
  };
}
