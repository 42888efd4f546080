import { Injectable } from '@nestjs/common';
import type { StaffCtx } from '@zhanqun/kernel';
import { Db } from '@zhanqun/platform';
import { CHECK_RULES, findRule, type CheckRule, type RuleLevel } from '../check-rules';
import { CheckLists } from './check-lists';
import { CheckRuleLevel } from './check-rule-level.entity';
import type { EffectiveLevel, EffectiveList } from './effective-list';
import { placeOf, refuseIdleLock } from './list-place';
import { ListsChanged } from './lists-changed';
import { ruleLocked, ruleUnknown } from './lists.errors';

export interface ListedRule extends EffectiveLevel {
  readonly rule: CheckRule;
  /** What this place set itself. */
  readonly own: { readonly level: RuleLevel; readonly isLocked: boolean } | null;
}

/** 规则级别 at one place: the site of the context, else the platform. */
@Injectable()
export class RuleDesk {
  constructor(
    private readonly db: Db,
    private readonly lists: CheckLists,
    private readonly changed: ListsChanged,
  ) {}

  async list(ctx: StaffCtx): Promise<ListedRule[]> {
    const list = await this.lists.at(ctx.site);
    return CHECK_RULES.map((rule) => listed(list, rule));
  }

  /** Raises `content.check.ruleLocked` where a place above locked it. */
  async set(ctx: StaffCtx, code: string, level: RuleLevel, isLocked: boolean): Promise<void> {
    refuseIdleLock(ctx, isLocked);
    const rule = await this.free(ctx, code);
    await this.db.transaction(ctx, async (ctx) => {
      const rows = this.db.shared(ctx, CheckRuleLevel);
      const where = { ofSiteId: placeOf(ctx), rule: code };
      const row = (await rows.findOne(where, { lock: 'write' })) ?? rows.build(where);
      Object.assign(row, { level, isLocked });
      await rows.save(row);
      await this.changed.tell(ctx, 'check.rule.set', `检查规则“${rule.name}”设为“${LEVEL_NAMES[level]}”`, {
        rule: code,
        level,
        isLocked,
      });
    });
  }

  /** Back to what the places above say. */
  async clear(ctx: StaffCtx, code: string): Promise<void> {
    const rule = await this.free(ctx, code);
    await this.db.transaction(ctx, async (ctx) => {
      await this.db.shared(ctx, CheckRuleLevel).removeWhere({ ofSiteId: placeOf(ctx), rule: code });
      await this.changed.tell(ctx, 'check.rule.clear', `检查规则“${rule.name}”恢复上级设定`, { rule: code });
    });
  }

  private async free(ctx: StaffCtx, code: string): Promise<CheckRule> {
    const rule = findRule(code);
    if (!rule) throw ruleUnknown({ rule: code });
    if ((await this.lists.at(ctx.site)).rule(code).lockedBy)
      throw ruleLocked({ rule: code, name: rule.name });
    return rule;
  }
}

const LEVEL_NAMES: Readonly<Record<RuleLevel, string>> = {
  block: '必须改正',
  warn: '请核对',
  hint: '提示',
  off: '不检查',
};

function listed(list: EffectiveList, rule: CheckRule): ListedRule {
  const own = list.places.at(-1)?.levels.get(rule.code) ?? null;
  return { rule, own, ...list.rule(rule.code) };
}
