import type { INestApplicationContext } from '@nestjs/common';
import { Accounts, InitialPasswords, Memberships, Sessions, type RoleCode } from '@zhanqun/identity';
import { Clock, systemCtx, type EditorCtx, type SiteRef, type StaffCtx } from '@zhanqun/kernel';
import { AbilityFactory, SiteDirectory } from '@zhanqun/platform';
import { Person } from './person';
import type { Serial } from './serial';

/** Every person made here signs in with it. */
export const PASSWORD = 'Qing-shui.2026x';

export interface EditorWish {
  readonly role?: RoleCode;
  readonly roles?: readonly RoleCode[];
  /** Limits the roles to these channels. */
  readonly channelIds?: readonly number[];
  readonly name?: string;
}

/** People: accounts, roles and sessions. */
export class GivenStaff {
  constructor(
    readonly app: INestApplicationContext,
    protected readonly serial: Serial,
  ) {}

  get now(): Date {
    return this.app.get<Clock>(Clock as never).now();
  }

  /** The platform's own hand. */
  get system(): StaffCtx {
    return systemCtx(this.now);
  }

  /** The platform's own hand at a site, as the site stands now. */
  at(site: SiteRef): EditorCtx {
    return { ...this.system, site: this.siteNamed(site.key) };
  }

  /** A person with an account and roles at a site; an editor when nothing else is said. */
  async editor(site: SiteRef, wish: EditorWish = {}): Promise<Person> {
    const { role = 'editor', roles = [role], channelIds = null } = wish;
    const accountId = await this.account(wish.name);
    for (const each of roles)
      await this.app
        .get(Memberships)
        .grant(this.system, { accountId, role: each, site: this.siteNamed(site.key), channelIds });
    return this.person(accountId, site);
  }

  /** The same person at another site, with the rights held there. */
  async person(accountId: number, site: SiteRef): Promise<Person> {
    const names = await this.app.get(Accounts).names(this.system, [accountId]);
    const actor = { accountId, name: names.get(accountId) ?? '', organisationId: null };
    const here = this.siteNamed(site.key);
    const ability = await this.app.get<AbilityFactory>(AbilityFactory as never).for(actor, here, this.now);
    return new Person({ ...this.system, actor, ability, site: here }, () => this.now);
  }

  /** One of the three officers, at no site. */
  async officer(role: 'systemAdmin' | 'securityAdmin' | 'auditAdmin'): Promise<number> {
    const accountId = await this.account();
    await this.app.get(Memberships).grant(this.system, { accountId, role, site: null });
    return accountId;
  }

  /** An account whose person may sign in and holds no role. */
  async account(name?: string): Promise<number> {
    const n = this.serial.next();
    const wish = { username: `person${n}`, realName: name ?? `职员${n}`, organisationId: null };
    const { account } = await this.app.get(Accounts).create(this.system, wish);
    const passwords = this.app.get(InitialPasswords);
    await passwords.set(this.system, account.id, PASSWORD, { mustChange: false });
    return account.id;
  }

  /** The token of a new session, as a browser holds it in its cookie. */
  session(accountId: number): Promise<string> {
    return this.app.get(Sessions).open(this.system, accountId, { address: '127.0.0.1', userAgent: 'test' });
  }

  protected siteNamed(key: string): SiteRef {
    const site = this.app.get<SiteDirectory>(SiteDirectory as never).byKey(key);
    if (!site) throw new Error(`no site ${key}`);
    return site;
  }
}
