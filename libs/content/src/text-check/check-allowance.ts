import { Injectable } from '@nestjs/common';
import type { StaffCtx } from '@zhanqun/kernel';
import { checkedTooOften } from './check.errors';

const WINDOW_MS = 60_000;
/** Characters that one account may have checked in a minute: a panel that checks live stays far below. */
const CHARACTERS = 3_000_000;
const TIMES = 120;
const MOST_ACCOUNTS = 10_000;

interface Spent {
  since: number;
  characters: number;
  times: number;
}

/** 检查额度：nobody keeps the machine busy with checks. Counted in this process, a window of a minute each. */
@Injectable()
export class CheckAllowance {
  private readonly spent = new Map<number, Spent>();

  /** Raises `content.check.tooOften`. */
  take({ actor, now }: StaffCtx, characters: number): void {
    const at = now.getTime();
    const known = this.spent.get(actor.accountId);
    const spent = known && at - known.since < WINDOW_MS ? known : { since: at, characters: 0, times: 0 };
    if (spent.times >= TIMES || spent.characters + characters > CHARACTERS)
      throw checkedTooOften({ seconds: Math.max(1, Math.ceil((spent.since + WINDOW_MS - at) / 1000)) });
    spent.times += 1;
    spent.characters += characters;
    if (this.spent.size >= MOST_ACCOUNTS) this.spent.clear();
    this.spent.set(actor.accountId, spent);
  }
}
