import type { SiteKind, SiteRef, SiteStatus } from '@zhanqun/kernel';
import { lifeCycle } from './life-cycle';
import type { Site } from './site.entity';
import { MOVE_NAMES, STATUS_NAMES } from './site.errors';

export class SiteBodyView {
  id: number;
  name: string;
}

export class SiteLineView {
  id: number;
  key: string;
  name: string;
  shortName: string;
  kind: SiteKind;
  status: SiteStatus;
  statusName: string;
  portal: string;
  parent: string | null;
  position: number;
  host: string;
  prefix: string;
  /** Home page; empty while the site has no address. */
  url: string;
  siteCode: string;
  sponsor: SiteBodyView | null;
  themeName: string;
  suspendedUntil: string | null;
  closingNoticeOn: string | null;
}

export class SitePageView {
  items: SiteLineView[];
  total: number;
  page: number;
  pageSize: number;
}

export class SiteMoveView {
  move: string;
  name: string;
}

export class SiteDeregistrationView {
  item: string;
  name: string;
  doneOn: string | null;
  reference: string;
}

export class SiteView extends SiteLineView {
  lang: string;
  blueprint: string;
  /** Chosen on the portal. */
  regulation: string | null;
  /** What holds here. */
  effectiveRegulation: string;
  competentAuthority: SiteBodyView | null;
  operator: SiteBodyView | null;
  icpNumber: string;
  policeFilingNumber: string;
  contactPhone: string;
  contactAddress: string;
  email: string;
  description: string;
  keywords: string[];
  exemptionDocument: string;
  openedOn: string | null;
  closingDestination: string;
  /** First day on which a closing site may be deregistered and closed. */
  closableOn: string | null;
  closedOn: string | null;
  deregistrations: SiteDeregistrationView[];
  /** Life-cycle moves open from here. */
  moves: SiteMoveView[];
  /** What is lacking before it may go online; empty otherwise. */
  missing: string[];
}

export class OpenedSiteView {
  site: SiteView;
  advice: string[];
}

/** What a view of a site needs beside its row. */
export interface SiteSurroundings {
  readonly names: ReadonlyMap<number, string>;
  readonly refOf: (id: number) => SiteRef | undefined;
  readonly urlOf: (site: SiteRef) => string;
}

export function toSiteLineView(site: Site, { names, refOf, urlOf }: SiteSurroundings): SiteLineView {
  const ref = refOf(site.id);
  const { id, key, name, shortName, kind, status, position, siteCode, themeName } = site;
  return {
    id,
    key,
    name,
    shortName,
    kind,
    status,
    statusName: STATUS_NAMES[status] ?? status,
    portal: refOf(site.portalId)?.key ?? '',
    parent: site.parentId === null ? null : (refOf(site.parentId)?.key ?? null),
    position,
    host: ref?.host ?? '',
    prefix: ref?.prefix ?? '',
    url: ref && ref.host !== '' ? urlOf(ref) : '',
    siteCode,
    sponsor: bodyOf(site.sponsorId, names),
    themeName,
    suspendedUntil: site.suspendedUntil,
    closingNoticeOn: site.closingNoticeOn,
  };
}

export function toSiteView(
  site: Site,
  around: SiteSurroundings,
  more: Pick<SiteView, 'effectiveRegulation' | 'closableOn' | 'deregistrations' | 'missing'>,
): SiteView {
  return {
    ...toSiteLineView(site, around),
    lang: site.lang,
    blueprint: site.blueprint,
    regulation: site.regulation,
    competentAuthority: bodyOf(site.competentAuthorityId, around.names),
    operator: bodyOf(site.operatorId, around.names),
    icpNumber: site.icpNumber,
    policeFilingNumber: site.policeFilingNumber,
    contactPhone: site.contactPhone,
    contactAddress: site.contactAddress,
    email: site.email,
    description: site.description,
    keywords: [...site.keywords],
    exemptionDocument: site.exemptionDocument,
    openedOn: site.openedOn,
    closingDestination: site.closingDestination,
    closedOn: site.closedOn,
    moves: lifeCycle.movesFrom(site.status).map((move) => ({ move, name: MOVE_NAMES[move] ?? move })),
    ...more,
  };
}

function bodyOf(id: number | null, names: ReadonlyMap<number, string>): SiteBodyView | null {
  return id === null ? null : { id, name: names.get(id) ?? '' };
}
