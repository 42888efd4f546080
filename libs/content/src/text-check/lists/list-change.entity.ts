import { SharedEntity } from '@zhanqun/platform';
import { Column, Entity, Index } from 'typeorm';

/** When the lists of a place last changed: published texts below it are checked anew. `ofSiteId` 0 is the platform. */
@Entity('check_list_change')
@Index('UQ_check_list_change', ['ofSiteId'], { unique: true })
export class CheckListChange extends SharedEntity {
  @Column({ type: 'int' })
  ofSiteId: number;

  @Column({ type: 'datetime' })
  changedAt: Date;
}
