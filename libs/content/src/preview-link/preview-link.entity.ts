import { SiteEntity } from '@zhanqun/platform';
import { Column, Entity, Index } from 'typeorm';

/**
 * 预览链接: lets people without an account read one text before it is published, for a time. The address
 * holds a signature made with the link's own key, so the row must be there and not revoked.
 */
@Entity('preview_link')
@Index('IDX_preview_link_article', ['siteId', 'articleId'])
export class PreviewLink extends SiteEntity {
  @Column({ type: 'int' })
  articleId: number;

  /** The text that may be read; a later one needs a link of its own. */
  @Column({ type: 'int' })
  revisionId: number;

  /** Signs this link and no other. */
  @Column({ type: 'varchar', length: 64 })
  signingKey: string;

  @Column({ type: 'datetime' })
  expiresAt: Date;

  @Column({ type: 'datetime', nullable: true })
  revokedAt: Date | null;

  @Column({ type: 'int' })
  createdById: number;

  @Column({ type: 'varchar', length: 50 })
  createdByName: string;
}
