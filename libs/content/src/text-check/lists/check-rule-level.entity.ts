import { SharedEntity } from '@zhanqun/platform';
import { Column, Entity, Index } from 'typeorm';
import type { RuleLevel } from '../check-rules';

/** 规则级别：how one place sets one rule. `ofSiteId` 0 is the platform; a portal's row also holds at its sites. */
@Entity('check_rule_level')
@Index('UQ_check_rule_level', ['ofSiteId', 'rule'], { unique: true })
export class CheckRuleLevel extends SharedEntity {
  @Column({ type: 'int' })
  ofSiteId: number;

  @Column({ type: 'varchar', length: 50 })
  rule: string;

  @Column({ type: 'varchar', length: 10 })
  level: RuleLevel;

  /** Places below may not set it. */
  @Column({ type: 'boolean', default: false })
  isLocked: boolean;
}
