import { Column, Entity, Index } from 'typeorm';
import { SharedEntity } from '@zhanqun/platform';

/** 规定的一个版本。A version is never changed: a correction is the next version, so past decisions keep their ground. */
@Entity('regulation_record')
@Index('UQ_regulation_record', ['code', 'version'], { unique: true })
export class RegulationRecord extends SharedEntity {
  @Column({ type: 'varchar', length: 50 })
  code: string;

  @Column({ type: 'int' })
  version: number;

  @Column({ type: 'varchar', length: 10 })
  level: string;

  @Column({ type: 'varchar', length: 200 })
  title: string;

  /** The regulation as its file wrote it. */
  @Column({ type: 'simple-json' })
  body: Readonly<Record<string, unknown>>;
}
