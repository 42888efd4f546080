import { Injectable } from '@nestjs/common';
import type { StaffCtx } from '@zhanqun/kernel';
import { Audit, PurgeLog } from '@zhanqun/platform';
import { checkListTag } from './check-lists';
import { placeOf } from './list-place';

/** What every change of terms or rules has in common, in its transaction: the audit row and the news to all processes. */
@Injectable()
export class ListsChanged {
  constructor(
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
    await this.purges.add(ctx, [checkListTag(placeOf(ctx))]);
  }
}
