import { FixedClock, systemCtx, type EditorCtx, type SiteRef, type StaffCtx } from '@zhanqun/kernel';
import {
  Audit,
  AuditEntry,
  type Db,
  MoreThan,
  readConfig,
  type SharedEntity,
  SiteDirectory,
  type HostMatch,
} from '@zhanqun/platform';
import {
  Account,
  AccountKeys,
  Accounts,
  FirstStart,
  IdentityRules,
  InitialPasswords,
  Membership,
  MembershipAbilityFactory,
  Memberships,
  OneTimeLink,
  OneTimeLinks,
  OwnAccount,
  PasswordHasher,
  PasswordHistory,
  type RoleCode,
  Session,
  Sessions,
  SignIn,
  type SignedIn,
  SignInFailure,
} from '@zhanqun/identity';
import { Passwords } from '../src/password/passwords.service';
import { SignInCounters } from '../src/session/sign-in-counters';
import { StoredSessionReader } from '../src/session/stored-session-reader';

// A new MariaDB database on a busy machine takes its time.
jest.setTimeout(60_000);

export const PASSWORD = 'Qing-shui.2026x';
export const START = new Date('2026-03-05T02:00:00Z');
export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;

/** Counts its work, so that a test can compare the work of two refusals. */
export class CountingHasher extends PasswordHasher {
  verified = 0;

  constructor() {
    super({ memoryCost: 64, timeCost: 1, parallelism: 1 });
  }

  override verify(stored: string | null, password: string): Promise<boolean> {
    this.verified += 1;
    return super.verify(stored, password);
  }
}

class SitesInMemory extends SiteDirectory {
  readonly sites: SiteRef[] = [];

  override byKey = (key: string): SiteRef | undefined => this.sites.find((site) => site.key === key);
  override byId = (id: number): SiteRef | undefined => this.sites.find((site) => site.id === id);
  override all = (): readonly SiteRef[] => this.sites;
  override match = (): HostMatch => ({ kind: 'unknown' });
  override sitePath = (site: SiteRef, path: string): string => site.prefix + path;
  override siteUrl = (site: SiteRef, path: string): string => `http://${site.host}${path}`;
}

/** What `testDb()` answers. */
interface OpenDatabase {
  readonly db: Db;
  close(): Promise<void>;
}

/** The identity services over one database, with a clock that a test moves and people it can hire. */
export class Office {
  readonly clock = new FixedClock(START);
  readonly rules = new IdentityRules();
  readonly hasher = new CountingHasher();
  readonly directory = new SitesInMemory();
  readonly audit = new Audit(this.db);
  readonly counters = new SignInCounters(this.db, this.rules);
  readonly sessions = new Sessions(this.db, this.rules);
  readonly passwords = new Passwords(this.db, this.hasher, this.rules);
  readonly memberships = new Memberships(this.db, this.audit, this.directory);
  readonly links = new OneTimeLinks(
    this.db,
    this.passwords,
    this.sessions,
    this.counters,
    this.audit,
    this.rules,
  );
  readonly accounts = new Accounts(
    this.db,
    this.memberships,
    this.links,
    this.counters,
    this.audit,
    this.rules,
  );
  readonly keys = new AccountKeys(
    this.db,
    this.memberships,
    this.links,
    this.sessions,
    this.counters,
    this.audit,
  );
  readonly initialPasswords = new InitialPasswords(this.db, this.passwords, this.sessions, this.audit);
  readonly firstStart = new FirstStart(
    this.db,
    this.links,
    this.memberships,
    this.audit,
    this.clock,
    readConfig({}),
  );
  readonly signing = new SignIn(this.db, this.passwords, this.counters, this.sessions, this.audit);
  readonly own = new OwnAccount(this.db, this.passwords, this.sessions, this.counters, this.audit);
  readonly reader = new StoredSessionReader(this.db, this.rules);
  readonly abilities = new MembershipAbilityFactory(this.db, this.rules);
  private hired = 0;
  private trailStart = 0;

  constructor(private readonly test: OpenDatabase) {}

  get db(): Db {
    return this.test.db;
  }

  close(): Promise<void> {
    return this.test.close();
  }

  /** Back to an installation without accounts; the audit trail goes on, `trail` begins anew. */
  async clear(): Promise<void> {
    this.clock.set(START);
    for (const entity of [Session, OneTimeLink, SignInFailure, PasswordHistory, Membership, Account])
      await this.db.shared<SharedEntity>(this.system, entity).removeWhere({});
    const [newest] = await this.db.shared(this.system, AuditEntry).find({ order: { id: 'DESC' }, take: 1 });
    this.trailStart = newest?.id ?? 0;
  }

  get system(): StaffCtx {
    return systemCtx(this.clock.now());
  }

  site(kind: SiteRef['kind'] = 'township', portalId?: number): SiteRef {
    const id = this.directory.sites.length + 1;
    const site: SiteRef = {
      id,
      key: `site${id}`,
      name: `站点${id}`,
      kind,
      status: 'online',
      portalId: kind === 'portal' ? id : (portalId ?? 0),
      parentId: portalId ?? null,
      host: '',
      prefix: '',
      lang: 'zh-CN',
      theme: 'base',
    };
    this.directory.sites.push(site);
    return site;
  }

  /** A person with an account, a password (`PASSWORD`) and roles. */
  async hire(
    ...roles: { role: RoleCode; site?: SiteRef; channelIds?: number[]; until?: Date }[]
  ): Promise<Account> {
    this.hired += 1;
    const { account } = await this.accounts.create(this.system, {
      username: `person${this.hired}`,
      realName: `职员${this.hired}`,
      organisationId: 1,
    });
    await this.initialPasswords.set(this.system, account.id, PASSWORD, { mustChange: false });
    for (const { role, site = null, ...limits } of roles)
      await this.memberships.grant(this.system, { accountId: account.id, role, site, ...limits });
    return account;
  }

  signIn(username: string, password = PASSWORD, address = '10.0.0.1'): Promise<SignedIn> {
    const ctx = { ability: { can: () => false }, now: this.clock.now(), traceId: 'test' };
    return this.signing.signIn(ctx, { username, password }, { address, userAgent: 'jest' });
  }

  /** The context the guard would make for a token now; null when it would refuse. */
  async ctxOfToken(token: string, site?: SiteRef): Promise<StaffCtx | null> {
    const now = this.clock.now();
    const actor = await this.reader.read(token, { address: '10.0.0.1', userAgent: 'jest' }, now);
    if (!actor) return null;
    const ability = await this.abilities.for(actor, site, now);
    return { actor, ability, now, traceId: 'test', ...(site ? { site } : {}) };
  }

  /** A person at work now, without the detour over a session. */
  async at(account: Account): Promise<StaffCtx>;
  async at(account: Account, site: SiteRef): Promise<EditorCtx>;
  async at(account: Account, site?: SiteRef): Promise<StaffCtx> {
    const now = this.clock.now();
    const actor = { accountId: account.id, name: account.realName, organisationId: account.organisationId };
    const ability = await this.abilities.for(actor, site, now);
    return { actor, ability, now, traceId: 'test', ...(site ? { site } : {}) };
  }

  async trail(action: string): Promise<AuditEntry[]> {
    return this.db
      .shared(this.system, AuditEntry)
      .find({ where: { action, id: MoreThan(this.trailStart) }, order: { id: 'ASC' } });
  }
}
