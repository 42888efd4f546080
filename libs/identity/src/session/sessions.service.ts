import { Injectable } from '@nestjs/common';
import type { Ctx, StaffCtx } from '@zhanqun/kernel';
import { Db, LessThan, LessThanOrEqual, Not, type ClientFacts } from '@zhanqun/platform';
import { IdentityRules } from '../identity-rules';
import { Session } from './session.entity';
import { hashOfToken, newToken } from './token';

const HOUR = 3_600_000;
const MINUTE = 60_000;

/** 登录会话：opening and ending them. Reading one on each request is `StoredSessionReader`'s work. */
@Injectable()
export class Sessions {
  constructor(
    private readonly db: Db,
    private readonly rules: IdentityRules,
  ) {}

  /** The token leaves only here; only its hash is stored. */
  async open(ctx: Ctx, accountId: number, client: ClientFacts): Promise<string> {
    const token = newToken();
    const sessions = this.db.shared(ctx, Session);
    await sessions.save(
      sessions.build({
        tokenHash: hashOfToken(token),
        accountId,
        lastSeenAt: ctx.now,
        expiresAt: new Date(ctx.now.getTime() + this.rules.sessionHours * HOUR),
        address: client.address.slice(0, 45),
        userAgent: client.userAgent.slice(0, 300),
      }),
    );
    return token;
  }

  async end(ctx: Ctx, sessionId: number): Promise<void> {
    await this.db.shared(ctx, Session).removeWhere({ id: sessionId });
  }

  /** Ends every session of an account, perhaps but one; tells how many there were. */
  endAll(ctx: Ctx, accountId: number, except?: number): Promise<number> {
    return this.db
      .shared(ctx, Session)
      .removeWhere({ accountId, ...(except === undefined ? {} : { id: Not(except) }) });
  }

  /** Where the caller is signed in, latest first. */
  mine(ctx: StaffCtx): Promise<Session[]> {
    const idleSince = new Date(ctx.now.getTime() - this.rules.sessionIdleMinutes * MINUTE);
    return this.db
      .shared(ctx, Session)
      .find({ where: { accountId: ctx.actor.accountId }, order: { lastSeenAt: 'DESC' }, take: 100 })
      .then((sessions) => sessions.filter((one) => one.expiresAt > ctx.now && one.lastSeenAt > idleSince));
  }

  /** Removes sessions that nobody can use any more. */
  cleanUp(ctx: Ctx): Promise<number> {
    const idleSince = new Date(ctx.now.getTime() - this.rules.sessionIdleMinutes * MINUTE);
    return this.db
      .shared(ctx, Session)
      .removeWhere([{ expiresAt: LessThanOrEqual(ctx.now) }, { lastSeenAt: LessThan(idleSince) }]);
  }
}
