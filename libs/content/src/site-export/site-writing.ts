import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { SiteCtx } from '@zhanqun/kernel';
import { Db, FileStore, In, IsNull, MoreThan } from '@zhanqun/platform';
import { Organisation, SiteService, SiteSetting, type Site } from '@zhanqun/tenancy';
import { SiteTheme } from '@zhanqun/theming';
import { Article } from '../article/article.entity';
import { Asset, storedPath } from '../asset/asset.entity';
import { Channel } from '../channel/channel.entity';
import { OldAddress } from '../old-address/old-address.entity';
import { ReviewStep } from '../review/review-step.entity';
import { ArticleRevision } from '../revision/article-revision.entity';
import { Packer } from './packer';
import { packBody } from './portable-body';
import { movedFacts } from './portable-facts';
import { packRow, type Lookup } from './portable-rows';
import { ARTICLE, ASSET, CHANNEL, OLD_ADDRESS, REVISION, STEP } from './portraits';
import { SiteFittings } from './site-fittings';
import {
  ARTICLES_A_PART,
  isContent,
  partName,
  SITE_FORMAT,
  SITE_VERSION,
  type PackedArticle,
  type PackedAsset,
  type PackedOrganisation,
  type PackedSite,
  type SiteManifest,
} from './site-format';

const SECRET = /secret|token|password|passwd|credential/i;
const MARK = { format: SITE_FORMAT, version: SITE_VERSION } as const;

/** References of rows within the file. */
interface Names {
  readonly channels: ReadonlyMap<number, string>;
  readonly articles: ReadonlyMap<number, number>;
  readonly assets: Map<number, string>;
  readonly organisations: ReadonlyMap<number, string>;
}

/** 整站写出: everything of one site, nothing of another, no accounts; the same content always gives the same bytes. */
@Injectable()
export class SiteWriting {
  constructor(
    private readonly db: Db,
    private readonly files: FileStore,
    private readonly sites: SiteService,
    private readonly fittings: SiteFittings,
  ) {}

  /** Writes into the packer while its output is being read, and answers with what was written. */
  async write(ctx: SiteCtx, packer: Packer): Promise<SiteManifest> {
    try {
      const manifest = await this.writeAll(ctx, packer);
      packer.end();
      return manifest;
    } catch (error) {
      packer.abort(error as Error);
      throw error;
    }
  }

  private async writeAll(ctx: SiteCtx, packer: Packer): Promise<SiteManifest> {
    await packer.json('format.json', MARK);
    const site = await this.sites.get(ctx);
    const channels = await this.db.site(ctx, Channel).find({ order: { path: 'ASC' } });
    const organisations = await this.organisationsOf(ctx, site, channels);
    const names: Names = {
      channels: new Map(channels.map(({ id, path }) => [id, path])),
      articles: await this.articleRefs(ctx),
      assets: new Map(),
      organisations: new Map(organisations.map(({ id, ref }) => [id, ref])),
    };
    await packer.json(
      'organisations.json',
      organisations.map(({ id: _id, ...rest }) => rest),
    );
    await packer.json('site.json', await this.packedSite(ctx, site, names));
    const lookup = lookupIn(names);
    await packer.json(
      'channels.json',
      channels.map((channel) => packRow(channel, CHANNEL, lookup)),
    );
    const assets = await this.writeAssets(ctx, packer, names);
    const revisions = await this.writeArticles(ctx, packer, names);
    await this.fittings.write(ctx, packer, lookup);
    const oldAddresses = await this.writeAddresses(ctx, packer, names);
    const manifest: SiteManifest = {
      ...MARK,
      exportedAt: ctx.now.toISOString(),
      counts: { channels: channels.length, articles: names.articles.size, revisions, assets, oldAddresses },
      entries: [...packer.entries],
      contentDigest: digestOf(packer.entries),
    };
    await packer.json('manifest.json', manifest);
    return manifest;
  }

  private async packedSite(ctx: SiteCtx, site: Site, { organisations }: Names): Promise<PackedSite> {
    const rows = await this.db
      .shared(ctx, SiteSetting)
      .find({ where: { ofSiteId: site.id }, order: { key: 'ASC' } });
    const theme = await this.db.site(ctx, SiteTheme).findOne({});
    const ref = (id: number | null): string | null => (id === null ? null : (organisations.get(id) ?? null));
    const { key, name, kind, blueprint, shortName, lang, themeName, siteCode, icpNumber } = site;
    const { policeFilingNumber, contactPhone, contactAddress, email, description, keywords, regulation } =
      site;
    return {
      key,
      name,
      kind,
      blueprint,
      facts: {
        shortName,
        lang,
        themeName,
        siteCode,
        icpNumber,
        policeFilingNumber,
        contactPhone,
        contactAddress,
        email,
        description,
        keywords,
        regulation,
      },
      organisations: {
        sponsorId: ref(site.sponsorId),
        operatorId: ref(site.operatorId),
        competentAuthorityId: ref(site.competentAuthorityId),
      },
      settings: Object.fromEntries(
        rows.filter((row) => !SECRET.test(row.key)).map((row) => [row.key, row.value]),
      ),
      theme: theme && { themeName: theme.themeName, settings: theme.settings },
    };
  }

  private async organisationsOf(
    ctx: SiteCtx,
    site: Site,
    channels: readonly Channel[],
  ): Promise<(PackedOrganisation & { id: number })[]> {
    const ids = [
      site.sponsorId,
      site.operatorId,
      site.competentAuthorityId,
      ...channels.map(({ ownerOrganisationId }) => ownerOrganisationId),
    ].filter((id) => id !== null);
    if (ids.length === 0) return [];
    const rows = await this.db.shared(ctx, Organisation).find({ where: { id: In([...new Set(ids)]) } });
    return rows
      .map(({ id, code, name, kind }) => ({ id, ref: code ?? `name:${name}`, code, name, kind }))
      .toSorted((a, b) => (a.ref < b.ref ? -1 : Number(a.ref !== b.ref)));
  }

  /** In the order of their ids, so that an imported site numbers them alike. */
  private async articleRefs(ctx: SiteCtx): Promise<Map<number, number>> {
    const refs = new Map<number, number>();
    for (let after = 0; ;) {
      const rows = await this.db.site(ctx, Article).select(['id'], {
        where: { id: MoreThan(after), deletedAt: IsNull() },
        order: { id: 'ASC' },
        take: 2000,
      });
      for (const { id } of rows) refs.set(id, refs.size + 1);
      if (rows.length < 2000) return refs;
      after = rows.at(-1)?.id ?? after;
    }
  }

  private async writeAssets(ctx: SiteCtx, packer: Packer, names: Names): Promise<number> {
    let number = 0;
    for (let after = ''; ;) {
      const rows = await this.db.site(ctx, Asset).find({
        where: { state: 'ready', path: MoreThan(after) },
        order: { path: 'ASC' },
        take: ARTICLES_A_PART,
      });
      const packed: PackedAsset[] = [];
      for (const asset of rows) {
        const size = await this.files.size(ctx.site.id, storedPath(asset));
        // A row whose file was lost has nothing to travel with.
        if (size === null) continue;
        const file = `files/${asset.path}`;
        const { stream } = await this.files.read(ctx.site.id, storedPath(asset));
        await packer.file(file, size, stream);
        names.assets.set(asset.id, asset.path);
        packed.push({ row: packRow(asset, ASSET, () => null), file });
      }
      number += packed.length;
      if (packed.length > 0)
        await packer.lines(partName('assets', Math.ceil(number / ARTICLES_A_PART)), packed);
      if (rows.length < ARTICLES_A_PART) return number;
      after = rows.at(-1)?.path ?? after;
    }
  }

  private async writeArticles(ctx: SiteCtx, packer: Packer, names: Names): Promise<number> {
    const ids = [...names.articles.keys()];
    let revisions = 0;
    for (let at = 0; at < ids.length; at += ARTICLES_A_PART) {
      const articles = await this.packedArticles(ctx, ids.slice(at, at + ARTICLES_A_PART), names);
      revisions += articles.reduce((sum, each) => sum + each.revisions.length, 0);
      await packer.lines(partName('articles', at / ARTICLES_A_PART + 1), articles);
    }
    return revisions;
  }

  private async packedArticles(ctx: SiteCtx, ids: readonly number[], names: Names): Promise<PackedArticle[]> {
    return this.db.transaction(ctx, async (ctx) => {
      const where = { articleId: In([...ids]) };
      const articles = await this.db
        .site(ctx, Article)
        .find({ where: { id: In([...ids]) }, order: { id: 'ASC' } });
      const revisions = await this.db
        .site(ctx, ArticleRevision)
        .find({ where, order: { articleId: 'ASC', number: 'ASC' } });
      const steps = await this.db.site(ctx, ReviewStep).find({ where, order: { id: 'ASC' } });
      return articles.map((article) => {
        const own = revisions.filter(({ articleId }) => articleId === article.id);
        const numbers = new Map(own.map(({ id, number }) => [id, number]));
        const lookup = lookupIn(names, numbers);
        return {
          ref: names.articles.get(article.id) ?? 0,
          article: settledArticle(withFacts(packRow(article, ARTICLE, lookup), article.kind, lookup)),
          revisions: own.map((revision) => ({
            ...settledRevision(withFacts(packRow(revision, REVISION, lookup), article.kind, lookup)),
            body: packBody(revision.body, ctx.site.prefix, (id) => names.articles.get(id) ?? null),
            attachments: revision.attachments.map(({ assetId, ...file }) => ({
              ...file,
              asset: names.assets.get(assetId) ?? null,
            })),
          })),
          steps: steps
            .filter(({ articleId }) => articleId === article.id)
            .map((step) => packRow(step, STEP, lookup)),
        };
      });
    });
  }

  private async writeAddresses(ctx: SiteCtx, packer: Packer, names: Names): Promise<number> {
    const lines: string[] = [];
    for (let after = 0; ;) {
      const rows = await this.db
        .site(ctx, OldAddress)
        .find({ where: { id: MoreThan(after) }, order: { id: 'ASC' }, take: 1000 });
      lines.push(...rows.map((row) => `${JSON.stringify(packRow(row, OLD_ADDRESS, lookupIn(names)))}\n`));
      if (rows.length < 1000) break;
      after = rows.at(-1)?.id ?? after;
    }
    await packer.text('old-addresses.ndjson', lines.toSorted().join(''));
    return lines.length;
  }
}

/** Of the entries that are content, in the order of their paths. */
export function digestOf(entries: SiteManifest['entries']): string {
  const hash = createHash('sha256');
  for (const { path, sha256 } of entries.toSorted((a, b) => (a.path < b.path ? -1 : 1)))
    if (isContent(path)) hash.update(`${path} ${sha256}\n`);
  return hash.digest('hex');
}

function lookupIn(names: Names, revisions: ReadonlyMap<number, number> = new Map()): Lookup {
  return (reference, id) => {
    if (reference === 'channel') return names.channels.get(id) ?? null;
    if (reference === 'article') return names.articles.get(id) ?? null;
    if (reference === 'revision') return revisions.get(id) ?? null;
    if (reference === 'asset') return names.assets.get(id) ?? null;
    return reference === 'organisation' ? (names.organisations.get(id) ?? null) : null;
  };
}

function withFacts(row: Record<string, unknown>, kind: string, lookup: Lookup): Record<string, unknown> {
  const move = (reference: Parameters<Lookup>[0], value: number | string) =>
    typeof value === 'number' ? lookup(reference, value) : null;
  return { ...row, facts: movedFacts(kind, row.facts ?? null, move) };
}

const UNDER_WAY = /^(?!draft$|live$|superseded$|abandoned$)/;

/** 审核中的稿件 travel as drafts: the reviewers of one house are not those of another. */
function settledArticle(row: Record<string, unknown>): Record<string, unknown> {
  const isUnderWay = typeof row.reviewState === 'string' && UNDER_WAY.test(row.reviewState);
  return {
    ...row,
    ...(isUnderWay ? { reviewState: 'draft' } : {}),
    ...(row.state === 'scheduled' ? { state: 'unpublished' } : {}),
  };
}

function settledRevision(row: Record<string, unknown>): Record<string, unknown> {
  const isUnderWay = typeof row.state === 'string' && UNDER_WAY.test(row.state);
  return isUnderWay ? { ...row, state: 'draft', steps: [], submittedAt: null, approvedAt: null } : row;
}
