import { Injectable } from '@nestjs/common';
import { shanghaiDay, type EditorCtx } from '@zhanqun/kernel';
import { OrganisationService, Regulations } from '@zhanqun/tenancy';
import { SiteNames } from '../overview/site-names';
import { type RectificationView, toRectificationView } from './rectification.dto';
import type { Rectification } from './rectification.entity';

/** Rectifications as screens show them: with names and the working days left. */
@Injectable()
export class RectificationViews {
  constructor(
    private readonly organisations: OrganisationService,
    private readonly regulations: Regulations,
    private readonly names: SiteNames,
  ) {}

  async many(ctx: EditorCtx, rows: readonly Rectification[]): Promise<RectificationView[]> {
    const organisations = await this.organisations.names(
      ctx,
      rows.map(({ organisationId }) => organisationId),
    );
    const { calendar } = this.regulations.for(ctx.site);
    const today = shanghaiDay(ctx.now);
    return rows.map((row) =>
      toRectificationView(row, {
        site: this.names.of(row.aboutSiteId),
        organisationName: organisations.get(row.organisationId) ?? '',
        workingDaysLeft: calendar.workingDaysBetween(today, row.dueOn),
      }),
    );
  }

  async one(ctx: EditorCtx, row: Rectification): Promise<RectificationView> {
    const [view] = await this.many(ctx, [row]);
    return view as RectificationView;
  }
}
