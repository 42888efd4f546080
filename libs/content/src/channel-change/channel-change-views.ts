import { Injectable } from '@nestjs/common';
import type { EditorCtx, Page } from '@zhanqun/kernel';
import { OrganisationService } from '@zhanqun/tenancy';
import { ChannelReading } from '../channel/channel-reading';
import {
  toChannelChangeView,
  type ChannelChangePageView,
  type ChannelChangeView,
} from './channel-change.dto';
import type { ChannelChange } from './channel-change.entity';
import { ChannelChangeService } from './channel-change.service';

/** Applications as the console shows them, with names instead of numbers. */
@Injectable()
export class ChannelChangeViews {
  constructor(
    private readonly changes: ChannelChangeService,
    private readonly reading: ChannelReading,
    private readonly organisations: OrganisationService,
  ) {}

  async page(ctx: EditorCtx, page: Page<ChannelChange>): Promise<ChannelChangePageView> {
    return { ...page, items: await this.all(ctx, page.items) };
  }

  async one(ctx: EditorCtx, change: ChannelChange): Promise<ChannelChangeView> {
    const [view] = await this.all(ctx, [change]);
    return view as ChannelChangeView;
  }

  private async all(ctx: EditorCtx, changes: readonly ChannelChange[]): Promise<ChannelChangeView[]> {
    const tree = await this.reading.tree(ctx);
    const owners = await this.organisations.names(
      ctx,
      changes.map(({ plan }) => plan.ownerOrganisationId ?? null),
    );
    return changes.map((change) =>
      toChannelChangeView(change, {
        moves: this.changes.movesFor(ctx, change),
        channelName: (id) => tree.find(id ?? 0)?.name ?? '',
        organisation: (id) => owners.get(id ?? 0) ?? '',
      }),
    );
  }
}
