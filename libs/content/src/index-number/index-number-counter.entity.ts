import { SharedEntity } from '@zhanqun/platform';
import { Column, Entity, Index } from 'typeorm';

/** 索引号流水: the last serial given under one publisher and year. Only ever rises, so no number comes twice. */
@Entity('index_number_counter')
@Index('UQ_index_number_counter_scope', ['scope'], { unique: true })
export class IndexNumberCounter extends SharedEntity {
  @Column({ type: 'varchar', length: 100 })
  scope: string;

  @Column({ type: 'int', default: 0 })
  lastSerial: number;
}
