import { Injectable } from '@nestjs/common';
import type { StaffCtx } from '@zhanqun/kernel';
import { Audit, Db, isUniqueViolation } from '@zhanqun/platform';
import { Account } from '../account/account.entity';
import { Memberships } from '../membership/memberships.service';
import { OFFICER_ROLES, ROLES, type OfficerRole } from '../role/roles';
import { OneTimeLinks } from './one-time-links.service';

export interface FirstStartLink {
  readonly role: OfficerRole;
  readonly roleName: string;
  readonly username: string;
  /** Path in the console. */
  readonly path: string;
  readonly expiresAt: Date;
}

const USERNAMES: Readonly<Record<OfficerRole, string>> = {
  systemAdmin: 'sysadmin',
  securityAdmin: 'secadmin',
  auditAdmin: 'auditadmin',
};

/** 第一次启动：three officers without a password and a link for each, instead of default passwords. */
@Injectable()
export class FirstStart {
  constructor(
    private readonly db: Db,
    private readonly links: OneTimeLinks,
    private readonly memberships: Memberships,
    private readonly audit: Audit,
  ) {}

  /**
   * Creates the three officers when there is no account at all. May run at every start: later it
   * answers with new links only for an officer of the first start whose link ran out before a password
   * was set, or (`reissue`) was lost.
   */
  async run(ctx: StaffCtx, { reissue = false } = {}): Promise<FirstStartLink[]> {
    try {
      return await this.db.transaction(ctx, async (ctx) => {
        if ((await this.db.shared(ctx, Account).count()) === 0) return this.createOfficers(ctx);
        return this.renewLinks(ctx, reissue);
      });
    } catch (error) {
      // Another process started at the same moment and showed the links.
      if (isUniqueViolation(error)) return [];
      throw error;
    }
  }

  private async createOfficers(ctx: StaffCtx): Promise<FirstStartLink[]> {
    const made: FirstStartLink[] = [];
    for (const role of OFFICER_ROLES) {
      const accounts = this.db.shared(ctx, Account);
      const account = await accounts.save(
        accounts.build({ username: USERNAMES[role], realName: `${ROLES[role].name}（待登记）` }),
      );
      await this.memberships.grant(ctx, { accountId: account.id, role, site: null });
      made.push(await this.linkFor(ctx, role, account));
    }
    return made;
  }

  private async renewLinks(ctx: StaffCtx, reissue: boolean): Promise<FirstStartLink[]> {
    const made: FirstStartLink[] = [];
    for (const role of OFFICER_ROLES) {
      const account = await this.db
        .shared(ctx, Account)
        .findOne({ username: USERNAMES[role] }, { lock: 'write' });
      if (!account || account.passwordHash !== null || account.status !== 'active') continue;
      if (!(await this.holds(ctx, account.id, role))) continue;
      if (!reissue && (await this.links.hasOpen(ctx, account.id))) continue;
      made.push(await this.linkFor(ctx, role, account));
    }
    return made;
  }

  private async holds(ctx: StaffCtx, accountId: number, role: OfficerRole): Promise<boolean> {
    return (await this.memberships.heldBy(ctx, [accountId])).some((held) => held.role === role);
  }

  private async linkFor(ctx: StaffCtx, role: OfficerRole, account: Account): Promise<FirstStartLink> {
    const { path, expiresAt } = await this.links.issue(ctx, account.id, 'firstStart');
    await this.audit.record(ctx, {
      action: 'account.issueLink',
      subject: 'Account',
      subjectId: account.id,
      summary: `第一次启动：为${ROLES[role].name}发放一次性链接`,
    });
    return { role, roleName: ROLES[role].name, username: account.username, path, expiresAt };
  }
}
