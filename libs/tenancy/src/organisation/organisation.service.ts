import { Injectable } from '@nestjs/common';
import type { Ctx, Page, PageRequest } from '@zhanqun/kernel';
import { Audit, containing, Db, In, isUniqueViolation, PurgeLog, type Where } from '@zhanqun/platform';
import { Site } from '../site/site.entity';
import {
  organisationCircular,
  organisationCodeInvalid,
  organisationCodeTaken,
  organisationNameTaken,
  organisationNotFound,
} from './organisation.errors';
import { Organisation, type OrganisationKind } from './organisation.entity';

/** What a form fills in. */
export interface OrganisationFacts {
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly parentId?: number | null;
  readonly code?: string | null;
  readonly leader?: string;
  readonly contact?: string;
  readonly phone?: string;
  readonly address?: string;
  readonly position?: number;
}

export interface OrganisationFilter {
  /** Part of the name, the code or the contact. */
  readonly q?: string;
  readonly kind?: OrganisationKind;
  readonly parentId?: number;
}

export interface OrganisationNode {
  readonly organisation: Organisation;
  readonly children: readonly OrganisationNode[];
}

/** 机构 of the area: the bodies behind sites and accounts. */
@Injectable()
export class OrganisationService {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly purges: PurgeLog,
  ) {}

  async create(ctx: Ctx, facts: OrganisationFacts): Promise<Organisation> {
    return this.db.transaction(ctx, async (ctx) => {
      const rows = this.db.shared(ctx, Organisation);
      const organisation = rows.build({
        ...facts,
        code: normalCode(facts.code),
        parentId: facts.parentId ?? null,
      });
      if (organisation.parentId) await this.get(ctx, organisation.parentId);
      await this.store(ctx, organisation);
      await this.record(ctx, organisation, 'tenancy.organisation.created', `新增机构“${organisation.name}”`);
      return organisation;
    });
  }

  async edit(ctx: Ctx, id: number, changes: Partial<OrganisationFacts>): Promise<Organisation> {
    return this.db.transaction(ctx, async (ctx) => {
      const organisation = await this.get(ctx, id);
      if (changes.parentId) await this.mustNotBeBelow(ctx, id, changes.parentId);
      Object.assign(organisation, changes, 'code' in changes ? { code: normalCode(changes.code) } : {});
      await this.store(ctx, organisation);
      await this.record(ctx, organisation, 'tenancy.organisation.edited', `修改机构“${organisation.name}”`);
      await this.purgeSitesOf(ctx, id);
      return organisation;
    });
  }

  async get(ctx: Ctx, id: number): Promise<Organisation> {
    const organisation = await this.db.shared(ctx, Organisation).findOne({ id });
    if (!organisation) throw organisationNotFound({ id });
    return organisation;
  }

  list(ctx: Ctx, filter: OrganisationFilter, request: PageRequest): Promise<Page<Organisation>> {
    const { q, kind, parentId } = filter;
    const narrow = { ...(kind ? { kind } : {}), ...(parentId === undefined ? {} : { parentId }) };
    const where: Where<Organisation> = q
      ? [
          { ...narrow, name: containing(q) },
          { ...narrow, code: containing(q) },
          { ...narrow, contact: containing(q) },
        ]
      : narrow;
    return this.db.shared(ctx, Organisation).page({ where, order: { position: 'ASC', id: 'ASC' } }, request);
  }

  /** The whole tree, siblings in their order; a body whose superior is missing stands at the top. */
  async tree(ctx: Ctx): Promise<readonly OrganisationNode[]> {
    const all = await this.db.shared(ctx, Organisation).find({ order: { position: 'ASC', id: 'ASC' } });
    const known = new Set(all.map(({ id }) => id));
    const below = (parentId: number | null): OrganisationNode[] =>
      all
        .filter(
          (each) => (each.parentId !== null && known.has(each.parentId) ? each.parentId : null) === parentId,
        )
        .map((organisation) => ({ organisation, children: below(organisation.id) }));
    return below(null);
  }

  /** Names by id, for other libs' views. */
  async names(ctx: Ctx, ids: readonly (number | null)[]): Promise<ReadonlyMap<number, string>> {
    const wanted = [...new Set(ids.filter((id): id is number => id !== null))];
    if (wanted.length === 0) return new Map();
    const rows = await this.db
      .shared(ctx, Organisation)
      .select(['id', 'name'], { where: { id: In(wanted) } });
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  private async store(ctx: Ctx, organisation: Organisation): Promise<void> {
    const { name, parentId, code } = organisation;
    const namesake = await this.db.shared(ctx, Organisation).findOne({ name, parentId });
    if (namesake && namesake.id !== organisation.id) throw organisationNameTaken({ name });
    try {
      await this.db.shared(ctx, Organisation).save(organisation);
    } catch (error) {
      if (isUniqueViolation(error)) throw organisationCodeTaken({ code: code ?? '' });
      throw error;
    }
  }

  private async mustNotBeBelow(ctx: Ctx, id: number, parentId: number): Promise<void> {
    for (let above: number | null = parentId; above !== null;) {
      if (above === id) throw organisationCircular();
      above = (await this.get(ctx, above)).parentId;
    }
  }

  private async purgeSitesOf(ctx: Ctx, id: number): Promise<void> {
    const sites = await this.db
      .shared(ctx, Site)
      .select(['id'], { where: [{ sponsorId: id }, { operatorId: id }, { competentAuthorityId: id }] });
    if (sites.length > 0)
      await this.purges.add(
        ctx,
        sites.map((site) => `site:${site.id}:chrome`),
      );
  }

  private record(ctx: Ctx, { id, name }: Organisation, action: string, summary: string): Promise<unknown> {
    return this.audit.record(ctx, {
      action,
      subject: 'Organisation',
      subjectId: id,
      summary,
      detail: { name },
    });
  }
}

function normalCode(code: string | null | undefined): string | null {
  const normal = (code ?? '').trim().toUpperCase();
  if (normal === '') return null;
  if (!/^([0-9A-Z]{9}|[0-9A-Z]{18})$/.test(normal)) throw organisationCodeInvalid({ code: normal });
  return normal;
}
