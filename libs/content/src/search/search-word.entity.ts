import { SiteEntity } from '@zhanqun/platform';
import { Column, Entity, Index } from 'typeorm';

/** 搜索词：how often a word was searched for on one day and how much it found. Nothing about who searched is kept. */
@Entity('search_word')
@Index('UQ_search_word', ['siteId', 'onDay', 'scope', 'word'], { unique: true })
export class SearchWord extends SiteEntity {
  @Column({ type: 'varchar', length: 60 })
  word: string;

  @Column({ type: 'varchar', length: 10 })
  scope: 'site' | 'network';

  /** Shanghai day. */
  @Column({ type: 'varchar', length: 10 })
  onDay: string;

  @Column({ type: 'int' })
  times: number;

  /** Different visitors among them, as far as they can be told apart without knowing them. */
  @Column({ type: 'int', default: 0 })
  visitors: number;

  /** What it found when it was last searched for. */
  @Column({ type: 'int' })
  hits: number;
}
