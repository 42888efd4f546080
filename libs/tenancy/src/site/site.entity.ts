import { SITE_KINDS, SITE_STATUSES, type SiteKind, type SiteStatus } from '@zhanqun/kernel';
import { SharedEntity } from '@zhanqun/platform';
import { Column, Entity, Index } from 'typeorm';

export { SITE_KINDS, SITE_STATUSES };

/** 注销手续: what must be handed back before a closing site may be closed. */
export const DEREGISTRATIONS = ['icp', 'mark', 'police', 'domain'] as const;
export type Deregistration = (typeof DEREGISTRATIONS)[number];
export interface DeregistrationTick {
  /** Day on which it was done. */
  readonly doneOn: string;
  /** Receipt or document number. */
  readonly reference: string;
  readonly byId: number;
}

/** 站点: one website or one page set under another's path. It is never deleted; its life ends as `closed`. */
@Entity('site')
@Index('UQ_site_key', ['key'], { unique: true })
@Index('IDX_site_tree', ['portalId', 'parentId', 'position'])
export class Site extends SharedEntity {
  /** Short stable name in console addresses and file paths; never changes. */
  @Column({ type: 'varchar', length: 31 })
  key: string;

  @Column({ type: 'varchar', length: 100 })
  name: string;

  @Column({ type: 'varchar', length: 50 })
  shortName: string;

  @Column({ type: 'varchar', length: 20 })
  kind: SiteKind;

  @Column({ type: 'varchar', length: 20, default: 'preparing' })
  status: SiteStatus;

  @Column({ type: 'int', nullable: true })
  parentId: number | null;

  /** The portal at the top; a portal names itself. */
  @Column({ type: 'int', default: 0 })
  portalId: number;

  @Column({ type: 'int', default: 0 })
  position: number;

  @Column({ type: 'varchar', length: 10, default: 'zh-CN' })
  lang: string;

  @Column({ type: 'varchar', length: 50, default: 'base' })
  themeName: string;

  @Column({ type: 'varchar', length: 50, default: '' })
  blueprint: string;

  /** Code of the local regulation, on portals; null = the national floor alone. */
  @Column({ type: 'varchar', length: 50, nullable: true })
  regulation: string | null;

  @Column({ type: 'int', nullable: true })
  competentAuthorityId: number | null;

  @Column({ type: 'int', nullable: true })
  sponsorId: number | null;

  @Column({ type: 'int', nullable: true })
  operatorId: number | null;

  @Column({ type: 'varchar', length: 12, default: '' })
  siteCode: string;

  @Column({ type: 'varchar', length: 40, default: '' })
  icpNumber: string;

  @Column({ type: 'varchar', length: 40, default: '' })
  policeFilingNumber: string;

  @Column({ type: 'varchar', length: 50, default: '' })
  contactPhone: string;

  @Column({ type: 'varchar', length: 200, default: '' })
  contactAddress: string;

  @Column({ type: 'varchar', length: 100, default: '' })
  email: string;

  @Column({ type: 'varchar', length: 500, default: '' })
  description: string;

  @Column({ type: 'simple-json' })
  keywords: readonly string[];

  /** 批准文件号 that allows a domain where the regulation allows none. */
  @Column({ type: 'varchar', length: 100, default: '' })
  exemptionDocument: string;

  @Column({ type: 'varchar', length: 10, nullable: true })
  openedOn: string | null;

  /** Last day of a temporary shutdown. */
  @Column({ type: 'varchar', length: 10, nullable: true })
  suspendedUntil: string | null;

  /** First day of the closing notice. */
  @Column({ type: 'varchar', length: 10, nullable: true })
  closingNoticeOn: string | null;

  /** Where the content of a closing site goes. */
  @Column({ type: 'varchar', length: 300, default: '' })
  closingDestination: string;

  @Column({ type: 'varchar', length: 10, nullable: true })
  closedOn: string | null;

  @Column({ type: 'simple-json' })
  deregistrations: Readonly<Partial<Record<Deregistration, DeregistrationTick>>>;
}
