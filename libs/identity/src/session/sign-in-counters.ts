import { Injectable } from '@nestjs/common';
import type { Ctx, DomainError } from '@zhanqun/kernel';
import { Db, In, LessThan, MoreThan } from '@zhanqun/platform';
import { isUsername } from '../account/username';
import { IdentityRules } from '../identity-rules';
import { addressKey, countFailure, isLocked, minutesLeft, type FailureLimit } from './failure-count';
import { addressLocked, signInLocked } from './session.errors';
import { SignInFailure } from './sign-in-failure.entity';

/** Whom a failure is counted against. */
export interface Attempt {
  readonly username: string;
  /** Null when the person is signed in already and only proves the password again. */
  readonly address: string | null;
}

/** 登录失败锁定：five wrong passwords lock a name, twenty an address. */
@Injectable()
export class SignInCounters {
  constructor(
    private readonly db: Db,
    private readonly rules: IdentityRules,
  ) {}

  /** Why this attempt must wait, or null. Inside a transaction the counters stay locked until its end. */
  async refusalOf(ctx: Ctx, attempt: Attempt): Promise<DomainError | null> {
    const subjects = subjectsOf(attempt);
    const rows = await this.db
      .shared(ctx, SignInFailure)
      .find({ where: { subject: In(subjects) }, order: { id: 'ASC' }, ...(ctx.tx ? { lock: 'write' } : {}) });
    const locked = rows.find((row) => isLocked(row, ctx.now));
    if (!locked?.lockedUntil) return null;
    const minutes = minutesLeft(locked.lockedUntil, ctx.now);
    return locked.subject.startsWith('name:') ? signInLocked({ minutes }) : addressLocked({ minutes });
  }

  /** Counts one failure against the name and the address; true when it locked the name. */
  async count(ctx: Ctx, attempt: Attempt): Promise<boolean> {
    let locksName = false;
    for (const subject of subjectsOf(attempt)) {
      const isName = subject.startsWith('name:');
      const locks = await this.countOne(ctx, subject, {
        failures: isName ? this.rules.failuresPerName : this.rules.failuresPerAddress,
        minutes: this.rules.lockMinutes,
      });
      if (isName) locksName = locks;
    }
    return locksName;
  }

  /** Forgets the failures of a name: after signing in, or when an administrator unlocks it. */
  clear(ctx: Ctx, username: string): Promise<number> {
    return this.db.shared(ctx, SignInFailure).removeWhere({ subject: nameSubject(username) });
  }

  /** Names that are locked now, with the end of the lock; all of them when none are given. */
  async lockedNames(ctx: Ctx, usernames?: readonly string[]): Promise<Map<string, Date>> {
    const rows = await this.db.shared(ctx, SignInFailure).find({
      where: {
        lockedUntil: MoreThan(ctx.now),
        ...(usernames ? { subject: In(usernames.map(nameSubject)) } : {}),
      },
    });
    return new Map(
      rows
        .filter((row) => row.subject.startsWith('name:'))
        .map((row) => [row.subject.slice('name:'.length), row.lockedUntil as Date]),
    );
  }

  /** Removes counters that no longer count. */
  cleanUp(ctx: Ctx): Promise<number> {
    const longPast = new Date(ctx.now.getTime() - 2 * this.rules.lockMinutes * 60_000);
    return this.db
      .shared(ctx, SignInFailure)
      .removeWhere({ firstAt: LessThan(longPast), updatedAt: LessThan(longPast) });
  }

  private async countOne(ctx: Ctx, subject: string, limit: FailureLimit): Promise<boolean> {
    const rows = this.db.shared(ctx, SignInFailure);
    const row = await rows.findOne({ subject }, { lock: 'write' });
    const count = countFailure(row, limit, ctx.now);
    await rows.save(row ? Object.assign(row, count) : rows.build({ subject, ...count }));
    return isLocked(count, ctx.now);
  }
}

const nameSubject = (username: string): string => `name:${username}`;

/** Names that no account can have are counted by address only. */
function subjectsOf({ username, address }: Attempt): string[] {
  return [
    ...(isUsername(username) ? [nameSubject(username)] : []),
    ...(address === null ? [] : [`address:${addressKey(address)}`]),
  ];
}
