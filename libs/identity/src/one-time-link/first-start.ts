import { Injectable } from '@nestjs/common';
import { Clock, shanghaiMinute, systemCtx, type StaffCtx } from '@zhanqun/kernel';
import { AppConfig, Audit, Db, isUniqueViolation } from '@zhanqun/platform';
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
    private readonly clock: Clock,
    private readonly config: AppConfig,
  ) {}

  /** Runs and puts what there is to show into lines for the operator's terminal; none when all is set up. */
  async announce({ reissue = false } = {}): Promise<string[]> {
    const links = await this.run(systemCtx(this.clock.now()), { reissue });
    if (links.length === 0) return [];
    const console = this.config.links.console;
    return [
      '首次启动：请把下面的一次性链接分别交给三名管理员本人，用于登记姓名并设置密码（只显示这一次）',
      ...links.map(
        ({ roleName, username, path, expiresAt }) =>
          `  ${roleName}（${username}）：${console}${path}  有效至 ${shanghaiMinute(expiresAt)}`,
      ),
    ];
  }

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
