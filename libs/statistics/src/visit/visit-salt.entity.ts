import { SharedEntity } from '@zhanqun/platform';
import { Column, Entity, Index } from 'typeorm';

/** 当日随机盐：shared by all public processes for one Shanghai day, erased when the day is over. */
@Entity('visit_salt')
@Index('UQ_visit_salt', ['onDay'], { unique: true })
export class VisitSalt extends SharedEntity {
  @Column({ type: 'varchar', length: 10 })
  onDay: string;

  /** 32 random bytes in hex. */
  @Column({ type: 'varchar', length: 64 })
  salt: string;
}
