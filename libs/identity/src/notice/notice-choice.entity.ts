import { SharedEntity } from '@zhanqun/platform';
import { Column, Entity, Index } from 'typeorm';
import type { NoticeKind, NoticeWay } from './notice-kind';

/** 接收方式：how one person wants to be told of one kind; no row means as declared. */
@Entity('notice_choice')
@Index('UQ_notice_choice', ['accountId', 'kind'], { unique: true })
export class NoticeChoice extends SharedEntity {
  @Column({ type: 'int' })
  accountId: number;

  @Column({ type: 'varchar', length: 30 })
  kind: NoticeKind;

  @Column({ type: 'varchar', length: 10 })
  way: NoticeWay;
}
