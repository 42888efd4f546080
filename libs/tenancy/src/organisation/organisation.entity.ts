import { Column, Entity, Index } from 'typeorm';
import { SharedEntity } from '@zhanqun/platform';

export const ORGANISATION_KINDS = [
  'government',
  'office',
  'department',
  'township',
  'institution',
  'party',
  'other',
] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

/** 机构: a body of the administration; on a site it is competent authority, sponsor or operator. */
@Entity('organisation')
@Index('UQ_organisation_code', ['code'], { unique: true })
@Index('IDX_organisation_parent', ['parentId', 'position'])
export class Organisation extends SharedEntity {
  @Column({ type: 'varchar', length: 100 })
  name: string;

  @Column({ type: 'varchar', length: 20, default: 'department' })
  kind: OrganisationKind;

  @Column({ type: 'int', nullable: true })
  parentId: number | null;

  /** 组织机构代码 (9) or 统一社会信用代码 (18), upper case. */
  @Column({ type: 'varchar', length: 18, nullable: true })
  code: string | null;

  /** 分管领导. */
  @Column({ type: 'varchar', length: 50, default: '' })
  leader: string;

  /** 联系人. */
  @Column({ type: 'varchar', length: 50, default: '' })
  contact: string;

  @Column({ type: 'varchar', length: 50, default: '' })
  phone: string;

  @Column({ type: 'varchar', length: 200, default: '' })
  address: string;

  @Column({ type: 'int', default: 0 })
  position: number;
}
