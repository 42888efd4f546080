import type { SiteRef } from '@zhanqun/kernel';
import type { SiteBinding } from './site-binding.entity';
import type { Site } from './site.entity';

export type SiteRow = Pick<
  Site,
  | 'id'
  | 'key'
  | 'name'
  | 'kind'
  | 'status'
  | 'portalId'
  | 'parentId'
  | 'lang'
  | 'themeName'
  | 'regulation'
  | 'position'
>;
export type BindingRow = Pick<SiteBinding, 'ofSiteId' | 'host' | 'prefix' | 'isCanonical' | 'redirectUntil'>;

export interface Bound {
  readonly site: SiteRef;
  readonly isCanonical: boolean;
  readonly redirectUntil: string | null;
}
/** The sites of one host by path prefix; `depth` is the largest number of path parts among them. */
export interface HostEntry {
  readonly byPrefix: ReadonlyMap<string, Bound>;
  readonly depth: number;
}

export interface Snapshot {
  readonly sites: readonly SiteRef[];
  readonly byKey: ReadonlyMap<string, SiteRef>;
  readonly byId: ReadonlyMap<number, SiteRef>;
  readonly hosts: ReadonlyMap<string, HostEntry>;
  readonly regulations: ReadonlyMap<number, string>;
}

export const EMPTY: Snapshot = {
  sites: [],
  byKey: new Map(),
  byId: new Map(),
  hosts: new Map(),
  regulations: new Map(),
};

/** What every floor may know of a site, made from its rows. */
export function siteRefOf(row: SiteRow, bindings: readonly BindingRow[]): SiteRef {
  const canonical = bindings.find((binding) => binding.isCanonical);
  return Object.freeze({
    id: row.id,
    key: row.key,
    name: row.name,
    kind: row.kind,
    status: row.status,
    portalId: row.portalId,
    parentId: row.parentId,
    host: canonical?.host ?? '',
    prefix: canonical?.prefix ?? '',
    lang: row.lang,
    theme: row.themeName,
  });
}

export function longestPrefix({ byPrefix, depth }: HostEntry, pathname: string): [string, Bound | undefined] {
  if (depth > 0) {
    const ends: number[] = [];
    for (let at = 1; ends.length < depth && at > 0;) {
      const next = pathname.indexOf('/', at);
      ends.push(next === -1 ? pathname.length : next);
      at = next === -1 ? 0 : next + 1;
    }
    for (const end of ends.toReversed()) {
      const prefix = pathname.slice(0, end);
      const bound = prefix === '/' ? undefined : byPrefix.get(prefix);
      if (bound) return [prefix, bound];
    }
  }
  return ['', byPrefix.get('')];
}

export function snapshotOf(rows: readonly SiteRow[], bindings: readonly BindingRow[]): Snapshot {
  const bindingsBySite = grouped(bindings, (binding) => binding.ofSiteId);
  const ordered = rows.toSorted(
    (left, right) =>
      Number(right.kind === 'portal') - Number(left.kind === 'portal') ||
      left.position - right.position ||
      left.id - right.id,
  );
  const sites = ordered.map((row) => siteRefOf(row, bindingsBySite.get(row.id) ?? []));
  const byId = new Map(sites.map((site) => [site.id, site]));
  const hosts = new Map<string, HostEntry>();
  for (const [host, bound] of grouped(bindings, (binding) => binding.host)) {
    const entry = hostEntryOf(
      bound.flatMap((binding) => {
        const site = byId.get(binding.ofSiteId);
        return site ? [[binding.prefix, boundOf(site, binding)] as const] : [];
      }),
    );
    hosts.set(host, entry);
  }
  return {
    sites,
    byKey: new Map(sites.map((site) => [site.key, site])),
    byId,
    hosts,
    regulations: new Map(
      rows.flatMap(({ id, regulation }) => (regulation === null ? [] : [[id, regulation]])),
    ),
  };
}

export function grouped<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

function boundOf(site: SiteRef, { isCanonical, redirectUntil }: BindingRow): Bound {
  return { site, isCanonical, redirectUntil };
}

function hostEntryOf(entries: readonly (readonly [string, Bound])[]): HostEntry {
  const byPrefix = new Map(entries);
  return {
    byPrefix,
    depth: Math.max(0, ...[...byPrefix.keys()].map((prefix) => prefix.split('/').length - 1)),
  };
}

/** The snapshot with one site put in or replaced. */
export function withSite(before: Snapshot, row: SiteRow, bindings: readonly BindingRow[]): Snapshot {
  const site = siteRefOf(row, bindings);
  const known = before.byId.has(site.id);
  const hosts = new Map(before.hosts);
  const touched = new Set(bindings.map((binding) => binding.host));
  if (known)
    for (const [host, { byPrefix }] of hosts) {
      if ([...byPrefix.values()].some((bound) => bound.site.id === site.id)) touched.add(host);
    }
  for (const host of touched) {
    const others = [...(hosts.get(host)?.byPrefix ?? [])].filter(([, bound]) => bound.site.id !== site.id);
    const own = bindings
      .filter((binding) => binding.host === host)
      .map((binding) => [binding.prefix, boundOf(site, binding)] as const);
    const entry = hostEntryOf([...others, ...own]);
    if (entry.byPrefix.size === 0) hosts.delete(host);
    else hosts.set(host, entry);
  }
  const regulations = new Map(before.regulations);
  if (row.regulation === null) regulations.delete(row.id);
  else regulations.set(row.id, row.regulation);
  return {
    sites: known ? before.sites.map((each) => (each.id === site.id ? site : each)) : [...before.sites, site],
    byKey: new Map(before.byKey).set(site.key, site),
    byId: new Map(before.byId).set(site.id, site),
    hosts,
    regulations,
  };
}
