import { atSite, FixedClock, systemCtx, type EditorCtx, type SiteRef, type StaffCtx } from '@zhanqun/kernel';
import { Audit, InProcessBus, PublicWords, PurgeLog, readConfig, type Db } from '@zhanqun/platform';
import { Blueprints } from '../src/blueprint/blueprints';
import { NetworkNoticeBoard } from '../src/network-notice/network-notice-board';
import { OrganisationService } from '../src/organisation/organisation.service';
import { Regulations } from '../src/regulation/regulations';
import { Settings } from '../src/settings/settings';
import { MemorySiteDirectory } from '../src/site/memory-site-directory';
import { SiteAddresses } from '../src/site/site-addresses';
import { SiteBindings } from '../src/site/site-bindings';
import { SiteBirth } from '../src/site/site-birth';
import { SiteChanges } from '../src/site/site-changes';
import { SiteFactRules } from '../src/site/site-fact-rules';
import { SiteFurnishers } from '../src/site/site-furnisher';
import { SiteLifecycle } from '../src/site/site-life-cycle.service';
import { SiteOpening, type SiteOrder } from '../src/site/site-opening';
import { SiteProfiles } from '../src/site/site-profiles';
import { SiteService } from '../src/site/site.service';
import { TenancyMemory } from '../src/tenancy-memory';

// A database is made and migrated before the first test of a file.
jest.setTimeout(60_000);

/** What `testDb()` answers. */
interface OpenDatabase {
  readonly db: Db;
  close(): Promise<void>;
}

/** The services of this lib on a database of their own, as one process holds them. */
export class SiteOffice {
  readonly audit: Audit;
  readonly purges: PurgeLog;
  readonly directory: MemorySiteDirectory;
  readonly regulations: Regulations;
  readonly settings: Settings;
  readonly organisations: OrganisationService;
  readonly furnishers = new SiteFurnishers();
  readonly sites: SiteService;
  readonly addresses: SiteAddresses;
  readonly lifecycle: SiteLifecycle;
  private readonly memory: TenancyMemory;
  private count = 0;

  private constructor(
    readonly db: Db,
    readonly clock: FixedClock,
    private readonly test: OpenDatabase | null,
  ) {
    this.audit = new Audit(db);
    this.purges = new PurgeLog(db, new InProcessBus(), clock);
    this.directory = new MemorySiteDirectory(db, clock, readConfig({}));
    this.regulations = new Regulations(db, this.purges, this.directory);
    const words = new PublicWords();
    this.settings = new Settings(db, this.purges, this.audit, this.directory, words);
    this.organisations = new OrganisationService(db, this.audit, this.purges);
    const profiles = new SiteProfiles(db, this.directory);
    const changes = new SiteChanges(this.audit, this.purges, this.directory);
    const bindings = new SiteBindings(db, this.regulations);
    const rules = new SiteFactRules(db, this.regulations, words);
    const birth = new SiteBirth(db, this.furnishers, changes);
    const opening = new SiteOpening(db, new Blueprints(), rules, bindings, this.settings, birth);
    this.sites = new SiteService(db, this.directory, profiles, opening, rules, changes);
    this.addresses = new SiteAddresses(db, this.directory, bindings, changes);
    this.lifecycle = new SiteLifecycle(db, this.directory, this.regulations, this.furnishers, changes);
    this.memory = new TenancyMemory(
      this.purges,
      this.directory,
      this.regulations,
      this.settings,
      profiles,
      new NetworkNoticeBoard(db),
      clock,
    );
  }

  static async open(test: OpenDatabase, now = '2026-03-05T09:00:00+08:00'): Promise<SiteOffice> {
    const office = new SiteOffice(test.db, new FixedClock(new Date(now)), test);
    await office.memory.onModuleInit();
    return office;
  }

  /** A second process on the same database. */
  async neighbour(): Promise<SiteOffice> {
    const office = new SiteOffice(this.db, this.clock, null);
    await office.memory.onModuleInit();
    return office;
  }

  async close(): Promise<void> {
    this.memory.onModuleDestroy();
    await this.purges.stop();
    await this.test?.close();
  }

  get staff(): StaffCtx {
    return systemCtx(this.clock.now());
  }

  /** The platform's hand at a site, as the site stands now. */
  at(site: SiteRef): EditorCtx {
    return atSite(this.staff, this.directory.byId(site.id) ?? site);
  }

  onDay(day: string): void {
    this.clock.set(new Date(`${day}T09:00:00+08:00`));
  }

  async site(order: Partial<SiteOrder> & { blueprint: string }): Promise<SiteRef> {
    this.count += 1;
    const { site } = await this.sites.open(this.staff, {
      key: `site${this.count}`,
      name: `示范站点${this.count}`,
      ...order,
    });
    return this.directory.byId(site.id) ?? site;
  }

  portal(order: Partial<SiteOrder> = {}): Promise<SiteRef> {
    this.count += 1;
    return this.site({
      blueprint: 'portal',
      bindings: [{ host: `portal${this.count}.localhost` }],
      ...order,
    });
  }

  /** Everything a site must have before it may go online. */
  async completeFacts(): Promise<Partial<SiteOrder>> {
    this.count += 1;
    const sponsor = await this.organisations.create(this.staff, {
      name: `示范县第${this.count}办公室`,
      kind: 'office',
    });
    return {
      sponsorId: sponsor.id,
      siteCode: `43312600${String(this.count).padStart(2, '0')}`,
      icpNumber: '湘ICP备12345678号-1',
      policeFilingNumber: '湘公网安备43312602000123号',
    };
  }

  async onlinePortal(order: Partial<SiteOrder> = {}): Promise<SiteRef> {
    const portal = await this.portal({ ...(await this.completeFacts()), ...order });
    await this.lifecycle.goOnline(this.at(portal));
    return this.directory.byId(portal.id) ?? portal;
  }
}
