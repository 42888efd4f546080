import { Injectable } from '@nestjs/common';
import type { SiteCtx } from '@zhanqun/kernel';
import { Db } from '@zhanqun/platform';
import { directoryTag, MemorySiteDirectory } from './memory-site-directory';
import type { SiteBinding } from './site-binding.entity';
import { SiteBindings, type BindingFacts } from './site-bindings';
import { SiteChanges } from './site-changes';
import { Site } from './site.entity';
import { canonicalWrong, siteIsClosed, siteMissing } from './site.errors';

/** 站点地址: the host + path bindings of one site. */
@Injectable()
export class SiteAddresses {
  constructor(
    private readonly db: Db,
    private readonly directory: MemorySiteDirectory,
    private readonly bindings: SiteBindings,
    private readonly changes: SiteChanges,
  ) {}

  list(ctx: SiteCtx): Promise<SiteBinding[]> {
    return this.bindings.of(ctx, ctx.site.id);
  }

  /**
   * 修改域名绑定: the stated addresses take the place of all present ones. A closed site may only give
   * its addresses up. Answers what is stored now and what the regulation advises.
   */
  async replace(
    ctx: SiteCtx,
    stated: readonly BindingFacts[],
  ): Promise<{ readonly bindings: readonly SiteBinding[]; readonly advice: readonly string[] }> {
    return this.db.transaction(ctx, async (ctx) => {
      const site = await this.db.shared(ctx, Site).findOne({ id: ctx.site.id }, { lock: 'write' });
      if (!site) throw siteMissing({ site: ctx.site.key });
      if (site.status === 'closed' && stated.length > 0) throw siteIsClosed({ site: site.key });
      if (site.status !== 'closed' && site.status !== 'preparing' && stated.length === 0)
        throw canonicalWrong({ count: 0 });

      const { bindings, advice } = await this.bindings.check(
        ctx,
        {
          id: site.id,
          kind: site.kind,
          ancestorIds: site.parentId === null ? [] : [site.parentId, site.portalId],
          exemptionDocument: site.exemptionDocument,
          regulation: this.directory.regulationOf(site.portalId),
        },
        stated,
      );
      const moved = await this.bindings.replace(ctx, site, bindings);
      await this.changes.announce(ctx, ctx.site, {
        action: 'tenancy.site.bindingsChanged',
        summary: `修改站点“${site.name}”的域名绑定`,
        detail: { addresses: bindings.map(({ host, prefix }) => host + prefix) },
        shownBy: 'network',
        tags: moved.flatMap((id) => [directoryTag(id), `site:${id}`]),
      });
      return { bindings: await this.bindings.of(ctx, site.id), advice };
    });
  }
}
