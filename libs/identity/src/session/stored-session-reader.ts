import { Injectable } from '@nestjs/common';
import { systemCtx, type Actor } from '@zhanqun/kernel';
import { Db, instant, LessThanOrEqual, SessionReader, type ClientFacts } from '@zhanqun/platform';
import { IdentityRules } from '../identity-rules';
import { Session } from './session.entity';
import { SESSION_WITH_ACCOUNT, type SessionRow } from './session.sql';
import { hashOfToken } from './token';

/** The cookie's token → the person. One statement; a second one at most once a minute to note the visit. */
@Injectable()
export class StoredSessionReader extends SessionReader {
  constructor(
    private readonly db: Db,
    private readonly rules: IdentityRules,
  ) {
    super();
  }

  override async read(token: string, client: ClientFacts, now: Date): Promise<Actor | null> {
    const [row] = await this.db.sql<SessionRow>(systemCtx(now), SESSION_WITH_ACCOUNT, [
      now,
      hashOfToken(token),
    ]);
    if (!row || row.status !== 'active') return null;
    const lastSeenAt = instant(row.lastSeenAt);
    const expiresAt = instant(row.expiresAt);
    if (!lastSeenAt || !expiresAt || expiresAt <= now) return null;
    if (now.getTime() - lastSeenAt.getTime() >= this.idleMilliseconds(row)) return null;

    await this.noteVisit(Number(row.sessionId), lastSeenAt, now);
    return {
      accountId: Number(row.accountId),
      name: row.realName,
      organisationId: row.organisationId === null ? null : Number(row.organisationId),
      sessionId: String(row.sessionId),
      address: client.address,
    };
  }

  private idleMilliseconds(row: SessionRow): number {
    const isOfficer = Number(row.platformRoles) > 0;
    return (isOfficer ? this.rules.sessionIdleMinutesForOfficers : this.rules.sessionIdleMinutes) * 60_000;
  }

  private async noteVisit(id: number, lastSeenAt: Date, now: Date): Promise<void> {
    const before = new Date(now.getTime() - this.rules.lastSeenSeconds * 1000);
    if (lastSeenAt > before) return;
    await this.db
      .shared(systemCtx(now), Session)
      .updateWhere({ id, lastSeenAt: LessThanOrEqual(before) }, { lastSeenAt: now });
  }
}
