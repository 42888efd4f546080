import { Injectable } from '@nestjs/common';
import { Account, MembershipAbilityFactory } from '@zhanqun/identity';
import { atSite, type EditorCtx, type StaffCtx } from '@zhanqun/kernel';
import { Db, SiteDirectory } from '@zhanqun/platform';
import type { SiteKey } from '../county/sites';

/** The county's people as they sit at their desks: with the rights they really hold there. */
@Injectable()
export class Cast {
  constructor(
    private readonly db: Db,
    private readonly directory: SiteDirectory,
    private readonly abilities: MembershipAbilityFactory,
  ) {}

  /** The context in which this person works at this site. */
  async at(ctx: StaffCtx, username: string, key: SiteKey): Promise<EditorCtx> {
    const account = await this.db.shared(ctx, Account).findOne({ username });
    if (!account) throw new Error(`nobody is called ${username}`);
    const site = this.directory.byKey(key);
    if (!site) throw new Error(`there is no site ${key}`);
    const actor = { accountId: account.id, name: account.realName, organisationId: account.organisationId };
    const ability = await this.abilities.for(actor, site, ctx.now);
    return { ...atSite(ctx, site), actor, ability };
  }
}
