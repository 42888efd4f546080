import { SharedEntity } from '@zhanqun/platform';
import { Column, Entity, Index } from 'typeorm';
import type { NoticeKind } from './notice-kind';

/** Whether the notice also goes out by mail, and whether it did. */
export const MAIL_STATES = ['none', 'now', 'digest', 'sent'] as const;
export type MailState = (typeof MAIL_STATES)[number];

/** 消息：one thing one person was told. What waits to be done is a to-do; a notice only says that it came. */
@Entity('notice')
@Index('IDX_notice_account', ['accountId', 'readAt', 'toldAt'])
@Index('IDX_notice_about', ['accountId', 'about'])
@Index('IDX_notice_mail', ['mail', 'accountId'])
export class Notice extends SharedEntity {
  @Column({ type: 'int' })
  accountId: number;

  /** Where it happened; null for the platform. Shown only while the person works at that site. */
  @Column({ type: 'int', nullable: true })
  siteId: number | null;

  @Column({ type: 'varchar', length: 30 })
  kind: NoticeKind;

  @Column({ type: 'varchar', length: 200 })
  title: string;

  /** Path in the console that shows what it is about. */
  @Column({ type: 'varchar', length: 200 })
  path: string;

  /** What it is about: unread news of the same thing replace each other. */
  @Column({ type: 'varchar', length: 80 })
  about: string;

  @Column({ type: 'datetime' })
  toldAt: Date;

  @Column({ type: 'datetime', nullable: true })
  readAt: Date | null;

  @Column({ type: 'varchar', length: 10, default: 'none' })
  mail: MailState;
}
