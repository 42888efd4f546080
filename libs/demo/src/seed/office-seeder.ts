import { Injectable } from '@nestjs/common';
import { Account, Accounts, InitialPasswords, Memberships } from '@zhanqun/identity';
import type { StaffCtx } from '@zhanqun/kernel';
import { Db, SiteDirectory } from '@zhanqun/platform';
import { OrganisationService } from '@zhanqun/tenancy';
import { ACCOUNTS, DEMO_PASSWORD } from '../county/accounts';
import { ORGANISATIONS } from '../county/organisations';

/** Offices and the people in them. */
@Injectable()
export class OfficeSeeder {
  constructor(
    private readonly db: Db,
    private readonly directory: SiteDirectory,
    private readonly organisations: OrganisationService,
    private readonly accounts: Accounts,
    private readonly passwords: InitialPasswords,
    private readonly memberships: Memberships,
  ) {}

  /** The organisations by their key in the plan. */
  async openOffices(ctx: StaffCtx): Promise<ReadonlyMap<string, number>> {
    const ids = new Map<string, number>();
    await this.db.transaction(ctx, async (ctx) => {
      for (const [position, { key, parent, ...facts }] of ORGANISATIONS.entries()) {
        const parentId = parent === undefined ? null : (ids.get(parent) ?? null);
        ids.set(key, (await this.organisations.create(ctx, { ...facts, parentId, position })).id);
      }
    });
    return ids;
  }

  async openAccounts(ctx: StaffCtx, offices: ReadonlyMap<string, number>): Promise<void> {
    const ids = await this.db.transaction(ctx, async (ctx) => {
      const made: number[] = [];
      for (const { username, realName, organisation, phone } of ACCOUNTS) {
        const organisationId = offices.get(organisation) ?? null;
        made.push(
          (await this.accounts.create(ctx, { username, realName, organisationId, phone })).account.id,
        );
      }
      return made;
    });
    // Hashing takes long on purpose; together the processors share it.
    await Promise.all(ids.map((id) => this.passwords.set(ctx, id, DEMO_PASSWORD, { mustChange: false })));
  }

  /** Roles, once the sites are there. */
  async staff(ctx: StaffCtx): Promise<void> {
    const rows = await this.db.shared(ctx, Account).select(['id', 'username'], {});
    const idOf = new Map(rows.map(({ id, username }) => [username, id]));
    await this.db.transaction(ctx, async (ctx) => {
      for (const { username, roles } of ACCOUNTS) {
        for (const { role, site: key } of roles) {
          const site = key === null ? null : (this.directory.byKey(key) ?? null);
          await this.memberships.grant(ctx, { accountId: idOf.get(username) ?? 0, role, site });
        }
      }
    });
  }
}
