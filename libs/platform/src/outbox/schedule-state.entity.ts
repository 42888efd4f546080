import { Column, Entity, Index } from 'typeorm';
import { SharedEntity } from '../db';

/** 定时计划：when each schedule is due next. Whoever moves `nextRunAt` on has the right to start that run. */
@Entity('schedule_state')
@Index('UQ_schedule_state_key', ['key'], { unique: true })
export class ScheduleState extends SharedEntity {
  @Column({ type: 'varchar', length: 100 })
  key: string;

  @Column({ type: 'datetime' })
  nextRunAt: Date;

  @Column({ type: 'datetime', nullable: true })
  lastRunAt: Date | null;
}
