import { SiteEntity } from '@zhanqun/platform';
import { Column, Entity, Index } from 'typeorm';

/** 动态、政策、公告类逐条列出；static 是单页；link 指向别处. */
export const CHANNEL_KINDS = ['dynamic', 'policy', 'notice', 'static', 'link'] as const;
export type ChannelKind = (typeof CHANNEL_KINDS)[number];

/** 更新类别: which cycle of the regulation applies; static channels have none. */
export const UPDATE_CLASSES = ['news', 'notice', 'policy', 'other', 'static'] as const;
export type UpdateClass = (typeof UPDATE_CLASSES)[number];

/**
 * 栏目. `path` is the whole address below the site and stays when the channel is moved in the tree: an
 * address, once published, is for life.
 */
@Entity('channel')
@Index('UQ_channel_path', ['siteId', 'path'], { unique: true })
@Index('IDX_channel_tree', ['siteId', 'parentId', 'position'])
export class Channel extends SiteEntity {
  @Column({ type: 'int', nullable: true })
  parentId: number | null;

  @Column({ type: 'varchar', length: 120 })
  path: string;

  @Column({ type: 'varchar', length: 50 })
  name: string;

  @Column({ type: 'varchar', length: 20 })
  kind: ChannelKind;

  /** Where a `link` channel leads; empty on the others. */
  @Column({ type: 'varchar', length: 500, default: '' })
  linkUrl: string;

  /** 责任单位. */
  @Column({ type: 'int', nullable: true })
  ownerOrganisationId: number | null;

  @Column({ type: 'varchar', length: 20 })
  updateClass: UpdateClass;

  /** 自定更新周期: may only shorten what the regulation allows. */
  @Column({ type: 'int', nullable: true })
  cycleDays: number | null;

  @Column({ type: 'varchar', length: 500, default: '' })
  description: string;

  /** Separated by `;`, as the page tags want them. */
  @Column({ type: 'varchar', length: 300, default: '' })
  keywords: string;

  /** 栏目类别 of the page tags, e.g. 政务动态. */
  @Column({ type: 'varchar', length: 50, default: '' })
  columnType: string;

  @Column({ type: 'int', default: 0 })
  position: number;

  @Column({ type: 'boolean', default: false })
  isHidden: boolean;

  @Column({ type: 'boolean', default: false })
  isNavigation: boolean;

  /** Whether anything of its own is published; kept by publishing and withdrawing. */
  @Column({ type: 'boolean', default: false })
  hasContent: boolean;

  /** 关闭: takes no articles any more; its address leads to `movedToId`, or home. */
  @Column({ type: 'datetime', nullable: true })
  closedAt: Date | null;

  @Column({ type: 'int', nullable: true })
  movedToId: number | null;

  /** A page template of the theme other than the usual one. */
  @Column({ type: 'varchar', length: 100, nullable: true })
  template: string | null;
}
