import { Injectable } from '@nestjs/common';
import { atSite, type Ctx, type SiteRef } from '@zhanqun/kernel';
import { Audit, PurgeLog } from '@zhanqun/platform';
import { DIRECTORY_TAG, directoryTag, MemorySiteDirectory } from './memory-site-directory';

interface Change {
  /** `tenancy.site.edited` */
  readonly action: string;
  readonly summary: string;
  readonly detail?: Readonly<Record<string, unknown>>;
  /**
   * Whose pages show it: `none` for a site nobody sees yet, `site` for its own, `network` when other
   * sites name or link it too (name, address, status).
   */
  readonly shownBy: 'none' | 'site' | 'network';
  /** Further purge tags. */
  readonly tags?: readonly string[];
}

/** Makes a change of a site known, in the caller's transaction: audit row and purge rows. */
@Injectable()
export class SiteChanges {
  constructor(
    private readonly audit: Audit,
    private readonly purges: PurgeLog,
    private readonly directory: MemorySiteDirectory,
  ) {}

  async announce(
    ctx: Ctx,
    site: SiteRef,
    { action, summary, detail, shownBy, tags = [] }: Change,
  ): Promise<void> {
    await this.audit.record(atSite(ctx, site), {
      action,
      subject: 'Site',
      subjectId: site.id,
      summary,
      ...(detail ? { detail } : {}),
    });
    await this.purges.add(ctx, [DIRECTORY_TAG, directoryTag(site.id), ...this.pages(site, shownBy), ...tags]);
  }

  private pages(site: SiteRef, shownBy: Change['shownBy']): string[] {
    if (shownBy === 'none') return [];
    const own = [`site:${site.id}`, `site:${site.id}:chrome`];
    if (shownBy === 'site') return own;
    const others = this.directory
      .all()
      .filter((each) => each.portalId === site.portalId && each.id !== site.id);
    return [...own, ...others.map(({ id }) => `site:${id}:chrome`)];
  }
}
