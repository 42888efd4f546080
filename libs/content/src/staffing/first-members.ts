import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Memberships, ROLE_CODES, type RoleCode } from '@zhanqun/identity';
import { defineError, type SiteCtx, type StaffCtx } from '@zhanqun/kernel';
import { SiteFurnisher, SiteFurnishers, type Blueprint, type FirstMember } from '@zhanqun/tenancy';

export const roleNotInBlueprint = defineError<{ role: string }>(
  'content.staffing.roleNotInBlueprint',
  'invalid',
  ({ role }) => `所选蓝本没有“${role}”这一角色，请从蓝本列出的角色中选择`,
);

/** 首批人员: grants the first members of a new site the roles that its blueprint offers, by the grant rules. */
@Injectable()
export class FirstMembers extends SiteFurnisher implements OnModuleInit {
  constructor(
    private readonly furnishers: SiteFurnishers,
    private readonly memberships: Memberships,
  ) {
    super();
  }

  onModuleInit(): void {
    this.furnishers.register(this);
  }

  override async furnish(ctx: SiteCtx, blueprint: Blueprint, members: readonly FirstMember[]): Promise<void> {
    for (const { accountId, role } of members) {
      if (!isRole(role) || !blueprint.roles.includes(role)) throw roleNotInBlueprint({ role });
      await this.memberships.grant(ctx as SiteCtx & StaffCtx, { accountId, role, site: ctx.site });
    }
  }
}

const isRole = (role: string): role is RoleCode => (ROLE_CODES as readonly string[]).includes(role);
