import { Injectable } from '@nestjs/common';
import type { EditorCtx } from '@zhanqun/kernel';
import { Settings } from '@zhanqun/tenancy';
import type { Channel } from '../channel/channel.entity';
import { ChannelService, type ChannelChanges, type NewChannel } from '../channel/channel.service';
import { channelChangeNeeded } from './channel-change.errors';
import { channelChangeRule } from './channel-change-settings';

/**
 * 直接修改栏目: what a person may do at the desk without an application. Names, descriptions and order always;
 * opening, closing, owner and cycle while the site is not online yet, or where the portal's rule leaves them free.
 */
@Injectable()
export class DirectChanges {
  constructor(
    private readonly channels: ChannelService,
    private readonly settings: Settings,
  ) {}

  async create(ctx: EditorCtx, values: NewChannel): Promise<Channel> {
    if (this.rule(ctx) !== 'none') throw channelChangeNeeded({ what: '开设栏目' });
    return this.channels.create(ctx, values);
  }

  async edit(ctx: EditorCtx, id: number, changes: ChannelChanges): Promise<Channel> {
    if (this.rule(ctx) === 'all') await this.refuseRegulated(ctx, id, changes);
    return this.channels.edit(ctx, id, changes);
  }

  async remove(ctx: EditorCtx, id: number): Promise<void> {
    if (this.rule(ctx) !== 'none') {
      await this.channels.getChannel(ctx, id);
      throw channelChangeNeeded({ what: '关闭栏目' });
    }
    await this.channels.remove(ctx, id);
  }

  private rule(ctx: EditorCtx) {
    return ctx.site.status === 'preparing' ? 'none' : this.settings.get(ctx, channelChangeRule);
  }

  private async refuseRegulated(ctx: EditorCtx, id: number, changes: ChannelChanges): Promise<void> {
    const { ownerOrganisationId, updateClass, cycleDays } = changes;
    const channel = await this.channels.getChannel(ctx, id);
    if (ownerOrganisationId !== undefined && ownerOrganisationId !== channel.ownerOrganisationId)
      throw channelChangeNeeded({ what: '变更栏目的责任单位' });
    const isOtherCycle =
      (updateClass !== undefined && updateClass !== channel.updateClass) ||
      (cycleDays !== undefined && cycleDays !== channel.cycleDays);
    if (isOtherCycle) throw channelChangeNeeded({ what: '变更栏目的更新周期' });
  }
}
