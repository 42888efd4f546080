import { SiteEntity } from '@zhanqun/platform';
import { Column, Entity, Index } from 'typeorm';

/** 审查结论. */
export const SECRECY_OPINIONS = ['public', 'publicAfterChange', 'notPublic'] as const;
export type SecrecyOpinion = (typeof SECRECY_OPINIONS)[number];

export const SECRECY_LABELS: Readonly<Record<SecrecyOpinion, string>> = {
  public: '不涉密，可以公开',
  publicAfterChange: '删改后可以公开',
  notPublic: '不宜公开',
};

/** 保密审查记录：who looked at which words with what result and on which grounds. Written once, never changed. */
@Entity('secrecy_record')
@Index('IDX_secrecy_record_article', ['siteId', 'articleId', 'id'])
export class SecrecyRecord extends SiteEntity {
  @Column({ type: 'int' })
  articleId: number;

  @Column({ type: 'int' })
  revisionId: number;

  @Column({ type: 'int' })
  round: number;

  @Column({ type: 'int' })
  version: number;

  @Column({ type: 'varchar', length: 20 })
  opinion: SecrecyOpinion;

  /** 依据和理由. */
  @Column({ type: 'varchar', length: 500 })
  grounds: string;

  @Column({ type: 'int' })
  byId: number;

  @Column({ type: 'varchar', length: 50 })
  byName: string;

  @Column({ type: 'datetime' })
  at: Date;
}
