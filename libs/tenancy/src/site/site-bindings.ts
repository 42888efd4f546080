import { Injectable } from '@nestjs/common';
import { isDay, type Ctx, type SiteKind } from '@zhanqun/kernel';
import { Db, In, isUniqueViolation, Not } from '@zhanqun/platform';
import { citation } from '../regulation/effective-regulation';
import { Regulations } from '../regulation/regulations';
import { isReservedPrefix, storedHost, storedPrefix } from './address';
import { SiteBinding } from './site-binding.entity';
import { Site } from './site.entity';
import {
  bindingTaken,
  bindingTwice,
  canonicalWrong,
  hostInUse,
  hostInvalid,
  hostOfAnotherSite,
  ownDomainRefused,
  prefixInvalid,
  prefixReserved,
  redirectUntilWrong,
} from './site.errors';

/** A binding as a form or command states it. */
export interface BindingFacts {
  readonly host: string;
  readonly prefix?: string;
  readonly isCanonical?: boolean;
  readonly redirectUntil?: string | null;
}
export interface Binding {
  readonly host: string;
  readonly prefix: string;
  readonly isCanonical: boolean;
  readonly redirectUntil: string | null;
}

/** The site that the bindings are for, as far as the rules ask. */
export interface BoundSite {
  readonly id: number | null;
  readonly kind: SiteKind;
  readonly ancestorIds: readonly number[];
  readonly exemptionDocument: string;
  /** Code of the regulation of its portal. */
  readonly regulation: string | null;
}

const addressOf = ({ host, prefix }: { host: string; prefix: string }): string => host + prefix;

/** Reads the stated bindings: hosts in stored form, one canonical address. Pure. */
export function readBindings(stated: readonly BindingFacts[]): readonly Binding[] {
  const only = stated.length === 1;
  const bindings = stated.map(
    ({ host: typedHost, prefix: typedPrefix = '', isCanonical, redirectUntil = null }) => {
      const host = storedHost(typedHost);
      if (host === null) throw hostInvalid({ host: typedHost });
      const prefix = storedPrefix(typedPrefix);
      if (prefix === null) throw prefixInvalid({ prefix: typedPrefix });
      if (prefix !== '' && isReservedPrefix(prefix)) throw prefixReserved({ prefix });
      const binding = { host, prefix, isCanonical: isCanonical ?? only, redirectUntil };
      if (redirectUntil !== null && (!isDay(redirectUntil) || binding.isCanonical))
        throw redirectUntilWrong({ redirectUntil });
      return binding;
    },
  );
  const seen = new Set<string>();
  for (const address of bindings.map(addressOf)) {
    if (seen.has(address)) throw bindingTwice({ address });
    seen.add(address);
  }
  const count = bindings.filter((binding) => binding.isCanonical).length;
  if (bindings.length > 0 && count !== 1) throw canonicalWrong({ count });
  return bindings;
}

/** 域名绑定: which addresses a site may have, and storing them. */
@Injectable()
export class SiteBindings {
  constructor(
    private readonly db: Db,
    private readonly regulations: Regulations,
  ) {}

  of(ctx: Ctx, siteId: number): Promise<SiteBinding[]> {
    return this.db
      .shared(ctx, SiteBinding)
      .find({ where: { ofSiteId: siteId }, order: { isCanonical: 'DESC', host: 'ASC', prefix: 'ASC' } });
  }

  /**
   * Reads and checks the wanted addresses against the regulation and the other sites' addresses.
   *
   * An address under a path is allowed only below a host of the site itself or of a site above it.
   * Own domains of sub-sites follow the regulation; `advice` holds what it merely recommends.
   */
  async check(
    ctx: Ctx,
    site: BoundSite,
    stated: readonly BindingFacts[],
  ): Promise<{ readonly bindings: readonly Binding[]; readonly advice: readonly string[] }> {
    const bindings = readBindings(stated);
    const hosts = [...new Set(bindings.map((binding) => binding.host))];
    const known =
      hosts.length === 0 ? [] : await this.db.shared(ctx, SiteBinding).find({ where: { host: In(hosts) } });
    const foreign = known.filter((binding) => binding.ofSiteId !== site.id);
    const roots = new Map(
      known.filter(({ prefix }) => prefix === '').map(({ host, ofSiteId }) => [host, ofSiteId]),
    );

    for (const binding of bindings) {
      const address = addressOf(binding);
      if (foreign.some((each) => addressOf(each) === address)) throw bindingTaken({ address });
      if (binding.prefix === '') continue;
      const isOwn = bindings.some(({ host, prefix }) => host === binding.host && prefix === '');
      if (!isOwn && !site.ancestorIds.includes(roots.get(binding.host) ?? 0))
        throw hostOfAnotherSite({ host: binding.host });
    }
    return { bindings, advice: this.domainAdvice(site, bindings) };
  }

  /** Stores the first addresses of a new site. */
  async store(ctx: Ctx, siteId: number, bindings: readonly Binding[]): Promise<SiteBinding[]> {
    const rows = this.db.shared(ctx, SiteBinding);
    return taken(bindings, () =>
      rows.saveAll(bindings.map((binding) => rows.build({ ofSiteId: siteId, ...binding }))),
    );
  }

  /**
   * Puts the wanted addresses in place of the stored ones. When the canonical host changes, pages of
   * other sites under a path of the old one move along. Answers the ids of the sites that moved.
   */
  async replace(ctx: Ctx, site: Site, wanted: readonly Binding[]): Promise<number[]> {
    const rows = this.db.shared(ctx, SiteBinding);
    const stored = await this.of(ctx, site.id);
    const moved = await this.moveTenants(ctx, stored, wanted);

    const kept = new Set(wanted.map(addressOf));
    const gone = stored.filter((binding) => !kept.has(addressOf(binding)));
    if (gone.length > 0) await rows.removeWhere({ id: In(gone.map(({ id }) => id)) });
    await taken(wanted, () =>
      rows.saveAll(
        wanted.map((binding) => {
          const row = stored.find((each) => addressOf(each) === addressOf(binding));
          return row ? Object.assign(row, binding) : rows.build({ ofSiteId: site.id, ...binding });
        }),
      ),
    );
    return moved;
  }

  /** Sites under a path of a host that this site gives up: moved to its new canonical host, or in the way. */
  private async moveTenants(
    ctx: Ctx,
    stored: readonly SiteBinding[],
    wanted: readonly Binding[],
  ): Promise<number[]> {
    const rows = this.db.shared(ctx, SiteBinding);
    const oldHost = rootHost(stored.find((binding) => binding.isCanonical));
    const newHost = rootHost(wanted.find((binding) => binding.isCanonical));
    const keptRoots = new Set(wanted.filter(({ prefix }) => prefix === '').map(({ host }) => host));
    const leaving = stored
      .filter(
        ({ host, prefix }) =>
          prefix === '' && (!keptRoots.has(host) || (host === oldHost && host !== newHost)),
      )
      .map(({ host }) => host);
    if (leaving.length === 0) return [];

    const ofSiteId = stored[0]?.ofSiteId ?? 0;
    const tenants = await rows.find({ where: { host: In(leaving), ofSiteId: Not(ofSiteId) } });
    if (tenants.length === 0) return [];
    if (newHost === null) throw await this.inUse(ctx, leaving[0] ?? '', tenants);
    for (const tenant of tenants) tenant.host = newHost;
    await taken(tenants, () => rows.saveAll(tenants));
    return [...new Set(tenants.map((tenant) => tenant.ofSiteId))];
  }

  private async inUse(ctx: Ctx, host: string, tenants: readonly SiteBinding[]): Promise<Error> {
    const ids = tenants.map((tenant) => tenant.ofSiteId);
    const sites = await this.db.shared(ctx, Site).select(['name'], { where: { id: In(ids) } });
    return hostInUse({ host, sites: sites.map(({ name }) => name) });
  }

  /** 县级部门、乡镇原则上不单独开设网站: refuses or advises as the portal's regulation says. */
  private domainAdvice(site: BoundSite, bindings: readonly Binding[]): readonly string[] {
    const ownDomain = bindings.find(({ prefix }) => prefix === '');
    if (site.kind === 'portal' || !ownDomain || site.exemptionDocument !== '') return [];
    const rule = this.regulations.effectiveFor(site.regulation).switches['subSites'];
    if (!rule || rule.value === 'domain') return [];
    const basis = citation(rule.basis);
    if (rule.enforcement === 'refuse') throw ownDomainRefused({ host: ownDomain.host, basis });
    return [`依据${basis}，部门、乡镇原则上不单独开设网站，宜用门户域名下的路径`];
  }
}

function rootHost(canonical: Binding | undefined): string | null {
  return canonical && canonical.prefix === '' ? canonical.host : null;
}

async function taken<T>(
  bindings: readonly { host: string; prefix: string }[],
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isUniqueViolation(error)) throw bindingTaken({ address: bindings.map(addressOf).join('、') });
    throw error;
  }
}
