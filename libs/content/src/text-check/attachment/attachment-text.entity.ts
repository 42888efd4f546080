import { SiteEntity } from '@zhanqun/platform';
import { Column, Entity, Index } from 'typeorm';

/** `scanned`: pictures of pages, no words; `unreadable`: broken, encrypted or beyond the bounds. */
export const ATTACHMENT_STATES = ['read', 'scanned', 'unreadable', 'tooLarge'] as const;
export type AttachmentState = (typeof ATTACHMENT_STATES)[number];

/** 附件文字: the words of a file of the library, read once for its content. */
@Entity('attachment_text')
@Index('UQ_attachment_text', ['siteId', 'sha256'], { unique: true })
export class AttachmentText extends SiteEntity {
  /** Of the file, as the library knows it. */
  @Column({ type: 'varchar', length: 64 })
  sha256: string;

  @Column({ type: 'varchar', length: 20 })
  state: AttachmentState;

  @Column({ type: 'text' })
  text: string;

  /** A better reader reads old files again. */
  @Column({ type: 'int' })
  readerVersion: number;
}
