import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { atSite, type EditorCtx, type StaffCtx } from '@zhanqun/kernel';
import { Db, SiteDirectory } from '@zhanqun/platform';
import {
  Organisation,
  OrganisationService,
  Site,
  SiteService,
  type OrganisationFacts,
} from '@zhanqun/tenancy';
import { ImportSource } from '../import/import-source.entity';
import { siteKeyInUse } from './site-export.errors';
import type { PackedOrganisation, PackedSite } from './site-format';
import type { SitePackage } from './site-package';

export interface SiteMove {
  readonly key: string;
  readonly host?: string;
  readonly prefix?: string;
  readonly parent?: string;
  /** Of the file when left out. */
  readonly name?: string;
}

/** Opens the site that a file is written into, or finds the one that was opened for it before. */
@Injectable()
export class SiteFounding {
  constructor(
    private readonly db: Db,
    private readonly directory: SiteDirectory,
    private readonly sites: SiteService,
    private readonly organisations: OrganisationService,
  ) {}

  async found(
    ctx: StaffCtx,
    source: SitePackage,
    move: SiteMove,
  ): Promise<{ site: EditorCtx; organisations: ReadonlyMap<string, number> }> {
    const organisations = await this.organisationIds(ctx, await source.organisations());
    return { site: await this.opened(ctx, source, organisations, move), organisations };
  }

  private async opened(
    ctx: StaffCtx,
    source: SitePackage,
    organisations: ReadonlyMap<string, number>,
    { key, host, prefix = '', parent, name }: SiteMove,
  ): Promise<EditorCtx> {
    const marker = createHash('sha256').update(`begun:${source.manifest.contentDigest}`).digest('hex');
    const known = this.directory.byKey(key);
    if (known) {
      const here = atSite(ctx, known);
      if ((await this.db.site(here, ImportSource).count({ sourceKey: marker })) === 0)
        throw siteKeyInUse({ key });
      return here;
    }
    const packed = await source.site();
    const facts = await this.factsOf(ctx, packed, organisations);
    const { site } = await this.db.transaction(ctx, async (ctx) => {
      const opened = await this.sites.open(ctx, {
        ...facts,
        blueprint: packed.blueprint,
        key,
        name: name ?? packed.name,
        ...(parent ? { parent } : {}),
        ...(host ? { bindings: [{ host, prefix, isCanonical: true }] } : {}),
        settings: packed.settings,
      });
      const sources = this.db.site(atSite(ctx, opened.site), ImportSource);
      await sources.save(
        sources.build({ sourceKey: marker, checksum: source.manifest.contentDigest, articleId: 0 }),
      );
      return opened;
    });
    return atSite(ctx, this.directory.byKey(key) ?? site);
  }

  private async factsOf(
    ctx: StaffCtx,
    { facts, organisations: named }: PackedSite,
    ids: ReadonlyMap<string, number>,
  ): Promise<Record<string, unknown>> {
    const organisations = Object.fromEntries(
      Object.entries(named).map(([role, ref]) => [role, ref === null ? null : (ids.get(ref) ?? null)]),
    );
    // Codes of a site are given once in a house: a second copy has to be given its own.
    const { siteCode, ...rest } = facts;
    const code = typeof siteCode === 'string' ? siteCode : '';
    const isTaken = code !== '' && (await this.db.shared(ctx, Site).count({ siteCode: code })) > 0;
    return { ...rest, ...organisations, ...(isTaken ? {} : { siteCode }) };
  }

  /** By code, else by name; those that are not here are entered. */
  private async organisationIds(
    ctx: StaffCtx,
    packed: readonly PackedOrganisation[],
  ): Promise<Map<string, number>> {
    const ids = new Map<string, number>();
    for (const { ref, code, name, kind } of packed) {
      const where = code === null ? { name } : { code };
      const known = await this.db.shared(ctx, Organisation).findOne(where);
      const made = known ?? (await this.organisations.create(ctx, { name, kind, code } as OrganisationFacts));
      ids.set(ref, made.id);
    }
    return ids;
  }
}
