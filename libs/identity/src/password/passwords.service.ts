import { Injectable } from '@nestjs/common';
import type { Ctx } from '@zhanqun/kernel';
import { Db, In } from '@zhanqun/platform';
import type { Account } from '../account/account.entity';
import { IdentityRules } from '../identity-rules';
import { PasswordHasher } from './password-hasher';
import { PasswordHistory } from './password-history.entity';
import { passwordFaults } from './password-policy';
import { passwordReused, passwordWeak } from './password.errors';

/** A password that passed every rule, hashed and ready to store. */
export interface PreparedPassword {
  readonly hash: string;
}

/** 密码：judging and hashing happen before the transaction, because they take long; storing inside it. */
@Injectable()
export class Passwords {
  constructor(
    private readonly db: Db,
    private readonly hasher: PasswordHasher,
    private readonly rules: IdentityRules,
  ) {}

  /** Raises `identity.password.weak` (with every fault) or `identity.password.reused`. */
  async prepare(
    ctx: Ctx,
    account: Pick<Account, 'username'> & { id?: number },
    password: string,
  ): Promise<PreparedPassword> {
    const faults = passwordFaults(password, account, this.rules);
    if (faults.length > 0) throw passwordWeak({ faults });
    if (account.id !== undefined && (await this.wasUsed(ctx, account.id, password)))
      throw passwordReused({ count: this.rules.passwordHistory });
    return { hash: await this.hasher.hash(password) };
  }

  /** Sets the prepared password on the account (which the caller saves) and remembers it. */
  async store(ctx: Ctx, account: Account, { hash }: PreparedPassword): Promise<void> {
    account.passwordHash = hash;
    account.passwordChangedAt = ctx.now;
    account.mustChangePassword = false;
    const history = this.db.shared(ctx, PasswordHistory);
    await history.save(history.build({ accountId: account.id, passwordHash: hash }));
    const outdated = (await this.latest(ctx, account.id)).slice(this.rules.passwordHistory);
    if (outdated.length > 0) await history.removeWhere({ id: In(outdated.map(({ id }) => id)) });
  }

  /** As much work for an account that does not exist as for one that does. */
  verify(stored: string | null, password: string): Promise<boolean> {
    return this.hasher.verify(stored, password);
  }

  /** A new hash of a password just verified, when the stored one was made at another cost. */
  async renewed(stored: string, password: string): Promise<string | null> {
    return this.hasher.isOutdated(stored) ? this.hasher.hash(password) : null;
  }

  private async wasUsed(ctx: Ctx, accountId: number, password: string): Promise<boolean> {
    const used = (await this.latest(ctx, accountId)).slice(0, this.rules.passwordHistory);
    for (const { passwordHash } of used) if (await this.hasher.verify(passwordHash, password)) return true;
    return false;
  }

  private latest(ctx: Ctx, accountId: number): Promise<PasswordHistory[]> {
    return this.db.shared(ctx, PasswordHistory).find({ where: { accountId }, order: { id: 'DESC' } });
  }
}
