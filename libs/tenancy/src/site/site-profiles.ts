import { Injectable } from '@nestjs/common';
import type { Ctx, SiteRef } from '@zhanqun/kernel';
import { Db, In } from '@zhanqun/platform';
import { Organisation } from '../organisation/organisation.entity';
import { MemorySiteDirectory } from './memory-site-directory';
import type { SiteProfile } from './site-profile';
import { Site } from './site.entity';
import { siteMissing } from './site.errors';

/** Profiles of sites, kept in memory until the purge log names the site. */
@Injectable()
export class SiteProfiles {
  private profiles = new Map<number, SiteProfile>();
  private generation = 0;

  constructor(
    private readonly db: Db,
    private readonly directory: MemorySiteDirectory,
  ) {}

  async of(ctx: Ctx, site: SiteRef): Promise<SiteProfile> {
    const known = this.profiles.get(site.id);
    if (known) return known;
    const { generation } = this;
    const profile = await this.read(ctx, site);
    if (generation === this.generation) this.profiles.set(site.id, profile);
    return profile;
  }

  /** Forgets what the tags of a purge make stale. */
  forget(tags: readonly string[]): void {
    const ids = tags.flatMap((tag) => /^(?:site|directory):(\d+)(?::chrome)?$/.exec(tag)?.[1] ?? []);
    if (ids.length === 0) return;
    this.generation += 1;
    for (const id of ids) this.profiles.delete(Number(id));
  }

  forgetAll(): void {
    this.generation += 1;
    this.profiles.clear();
  }

  private async read(ctx: Ctx, site: SiteRef): Promise<SiteProfile> {
    const owner = hostOwner(this.directory, site);
    const rows = await this.db.shared(ctx, Site).find({ where: { id: In([site.id, owner?.id ?? site.id]) } });
    const row = rows.find(({ id }) => id === site.id);
    if (!row) throw siteMissing({ site: site.key });
    const filings = rows.find(({ id }) => id === owner?.id) ?? row;
    const names = await this.names(ctx, [row.sponsorId, row.operatorId, row.competentAuthorityId]);
    const nameOf = (id: number | null): string => (id === null ? '' : (names.get(id) ?? ''));
    return Object.freeze({
      siteId: row.id,
      shortName: row.shortName,
      competentAuthority: nameOf(row.competentAuthorityId),
      sponsor: nameOf(row.sponsorId),
      operator: nameOf(row.operatorId),
      sponsorId: row.sponsorId,
      operatorId: row.operatorId,
      competentAuthorityId: row.competentAuthorityId,
      siteCode: row.siteCode || filings.siteCode,
      icpNumber: row.icpNumber || filings.icpNumber,
      policeFilingNumber: row.policeFilingNumber || filings.policeFilingNumber,
      contactPhone: row.contactPhone,
      contactAddress: row.contactAddress,
      email: row.email,
      description: row.description,
      keywords: row.keywords,
      regulation: row.regulation,
      themeName: row.themeName,
      openedOn: row.openedOn,
      suspendedUntil: row.suspendedUntil,
      closingNoticeOn: row.closingNoticeOn,
      closingDestination: row.closingDestination,
      closedOn: row.closedOn,
    });
  }

  private async names(ctx: Ctx, ids: readonly (number | null)[]): Promise<ReadonlyMap<number, string>> {
    const wanted = [...new Set(ids.filter((id): id is number => id !== null))];
    if (wanted.length === 0) return new Map();
    const rows = await this.db
      .shared(ctx, Organisation)
      .select(['id', 'name'], { where: { id: In(wanted) } });
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}

/** The site above whose host this one lives under a path of; undefined for a site with its own host. */
export function hostOwner(directory: MemorySiteDirectory, site: SiteRef): SiteRef | undefined {
  if (site.prefix === '') return undefined;
  for (let above = site.parentId; above !== null;) {
    const upper = directory.byId(above);
    if (!upper) return undefined;
    if (upper.host === site.host && upper.prefix === '') return upper;
    above = upper.parentId;
  }
  return undefined;
}
