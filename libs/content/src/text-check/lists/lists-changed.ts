import { Injectable } from '@nestjs/common';
import type { StaffCtx } from '@zhanqun/kernel';
import { Audit, Db, PurgeLog } from '@zhanqun/platform';
import { checkListTag } from './check-lists';
import { CheckListChange } from './list-change.entity';
import { placeOf } from './list-place';

/** What every change of terms or rules has in common, in its transaction: the
 * audit row, the news to all processes, and the time from which published texts are checked anew. */
@Injectable()
export class ListsChanged {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly purges: PurgeLog,
  ) {}

  async tell(ctx: StaffCtx, action: string, summary: string, detail: Record<string, unknown>): Promise<void> {
    await this.audit.record(ctx, {
      action,
      subject: 'SiteSettings',
      ...(ctx.site ? { subjectId: ctx.site.id } : {}),
      summary,
      detail,
    });
    const changes = this.db.shared(ctx, CheckListChange);
    const where = { ofSiteId: placeOf(ctx) };
    const change = (await changes.findOne(where, { lock: 'write' })) ?? changes.build(where);
    change.changedAt = ctx.now;
    await changes.save(change);
    await this.purges.add(ctx, [checkListTag(placeOf(ctx))]);
  }
}
