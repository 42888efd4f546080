import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Matches,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { Type } from 'class-transformer';
import { SITE_KINDS, SITE_STATUSES, type SiteKind, type SiteRef, type SiteStatus } from '@zhanqun/kernel';
import { MustHave, PageQuery } from '@zhanqun/platform';
import { lifeCycle } from './life-cycle';
import type { SiteBinding } from './site-binding.entity';
import type { SiteStatusChange } from './site-status-change.entity';
import { DEREGISTRATIONS, type Deregistration, type Site } from './site.entity';
import { MOVE_NAMES, STATUS_NAMES } from './site.errors';

const given = (_: unknown, value: unknown): boolean => value !== null && value !== undefined;

export class SiteQuery extends PageQuery {
  /** Part of the name, the key or the site code. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;

  @IsOptional()
  @IsIn(SITE_KINDS)
  kind?: SiteKind;

  @IsOptional()
  @IsIn(SITE_STATUSES)
  status?: SiteStatus;

  /** Key of a portal: its sites and itself. */
  @IsOptional()
  @IsString()
  @MaxLength(31)
  portal?: string;
}

export class BindingDto {
  /** Host alone, without scheme, port or path. */
  @IsString({ message: '请填写域名' })
  @MaxLength(253)
  host: string;

  /** `/hexi`; empty for the whole host. */
  @IsOptional()
  @IsString()
  @MaxLength(130)
  prefix?: string;

  @IsOptional()
  @IsBoolean()
  isCanonical?: boolean;

  /** Last day of the redirect of a former domain. */
  @ValidateIf(given)
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: '跳转截止日应如 2026-06-30' })
  redirectUntil?: string | null;
}

export class BindingsDto {
  @IsArray()
  @ArrayMaxSize(20, { message: '一个站点至多 20 个地址' })
  @ValidateNested({ each: true })
  @Type(() => BindingDto)
  bindings: BindingDto[];
}

export class EditSiteDto {
  @IsOptional()
  @Length(2, 100, { message: '站点名称须为 2 至 100 字' })
  name?: string;

  @IsOptional()
  @MaxLength(50)
  shortName?: string;

  @IsOptional()
  @IsInt()
  @Min(0)
  position?: number;

  @IsOptional()
  @MaxLength(10)
  lang?: string;

  @IsOptional()
  @MaxLength(50)
  themeName?: string;

  @ValidateIf(given)
  @IsInt()
  competentAuthorityId?: number | null;

  @ValidateIf(given)
  @IsInt()
  sponsorId?: number | null;

  @ValidateIf(given)
  @IsInt()
  operatorId?: number | null;

  @IsOptional()
  @MaxLength(20)
  siteCode?: string;

  @IsOptional()
  @MaxLength(60)
  icpNumber?: string;

  @IsOptional()
  @MaxLength(60)
  policeFilingNumber?: string;

  @IsOptional()
  @MaxLength(50)
  contactPhone?: string;

  @IsOptional()
  @MaxLength(200)
  contactAddress?: string;

  @IsOptional()
  @MaxLength(100)
  email?: string;

  @IsOptional()
  @MaxLength(500)
  description?: string;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  keywords?: string[];

  /** 批准文件号 for a domain of its own. */
  @IsOptional()
  @MaxLength(100)
  exemptionDocument?: string;

  /** On portals: code of the local regulation; null = the national floor alone. */
  @ValidateIf(given)
  @IsString()
  @MaxLength(50)
  regulation?: string | null;
}

export class FirstMemberDto {
  @IsInt()
  accountId: number;

  @IsString()
  @MaxLength(50)
  role: string;
}

export class OpenSiteDto extends EditSiteDto {
  @IsString({ message: '请选择建站蓝本' })
  @MaxLength(50)
  blueprint: string;

  /** Stable name in addresses and paths: `qingshui`. */
  @IsString({ message: '请填写站点标识' })
  @MaxLength(31)
  key: string;

  @MustHave()
  @Length(2, 100, { message: '站点名称须为 2 至 100 字' })
  declare name: string;

  /** Key of the site above; absent for a portal. */
  @ValidateIf(given)
  @IsString()
  @MaxLength(31)
  parent?: string | null;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => BindingDto)
  bindings?: BindingDto[];

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => FirstMemberDto)
  members?: FirstMemberDto[];
}

export class SuspendDto {
  @Length(2, 500, { message: '请写明临时下线的原因' })
  reason: string;

  /** Last day of the shutdown. */
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: '恢复日期应如 2026-06-30' })
  until: string;
}

export class AnnounceClosingDto {
  @Length(2, 500, { message: '请写明关停原因' })
  reason: string;

  /** Where the content goes. */
  @Length(2, 300, { message: '请写明内容去向' })
  destination: string;
}

export class WithdrawClosingDto {
  @IsOptional()
  @MaxLength(500)
  reason?: string;
}

export class DeregistrationDto {
  @IsIn(DEREGISTRATIONS, { message: '请选择注销事项' })
  item: Deregistration;

  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: '注销日期应如 2026-06-30' })
  doneOn: string;

  /** Receipt or document number. */
  @Length(1, 100, { message: '请填写注销回执或文号' })
  reference: string;
}

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

export class BindingView {
  id: number;
  host: string;
  prefix: string;
  isCanonical: boolean;
  redirectUntil: string | null;
}

export class BindingsView {
  bindings: BindingView[];
  /** What the regulation recommends. */
  advice: string[];
}

export class OpenedSiteView {
  site: SiteView;
  advice: string[];
}

export class SiteHistoryView {
  move: string;
  moveName: string;
  from: SiteStatus | null;
  to: SiteStatus;
  reason: string;
  at: Date;
  by: string;
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

export function toBindingView({ id, host, prefix, isCanonical, redirectUntil }: SiteBinding): BindingView {
  return { id, host, prefix, isCanonical, redirectUntil };
}

export function toSiteHistoryView(change: SiteStatusChange): SiteHistoryView {
  const { move, fromStatus, toStatus, reason, createdAt, byName } = change;
  return {
    move,
    moveName: MOVE_NAMES[move] ?? move,
    from: fromStatus,
    to: toStatus,
    reason,
    at: createdAt,
    by: byName,
  };
}

function bodyOf(id: number | null, names: ReadonlyMap<number, string>): SiteBodyView | null {
  return id === null ? null : { id, name: names.get(id) ?? '' };
}
