import { Injectable } from '@nestjs/common';
import type { StaffCtx } from '@zhanqun/kernel';
import { Audit, Db, Outbox, SiteDirectory } from '@zhanqun/platform';
import { siteToRebuildUnknown } from './search.errors';
import { RebuildSearch } from './search.jobs';

/** 重建检索库 is work for the worker; asking twice while it waits asks once. */
@Injectable()
export class SearchRebuilding {
  constructor(
    private readonly db: Db,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly directory: SiteDirectory,
  ) {}

  async ask(ctx: StaffCtx, siteKey: string | null): Promise<void> {
    const site = siteKey === null ? null : this.directory.byKey(siteKey);
    if (site === undefined) throw siteToRebuildUnknown({ site: siteKey ?? '' });
    await this.db.transaction(ctx, async (ctx) => {
      await this.outbox.add(ctx, new RebuildSearch(siteKey), { uniqueKey: siteKey ?? 'all' });
      await this.audit.record(ctx, {
        action: 'search.rebuild',
        subject: 'SearchIndex',
        summary: site ? `重建${site.name}的检索库` : '重建全部检索库',
      });
    });
  }
}
