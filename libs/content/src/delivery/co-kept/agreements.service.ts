import { Injectable } from '@nestjs/common';
import { atSite, must, type EditorCtx, type SiteCtx } from '@zhanqun/kernel';
import { Audit, Db, isUniqueViolation, Outbox, SiteDirectory } from '@zhanqun/platform';
import { Channel } from '../../channel/channel.entity';
import { channelNotFound } from '../../channel/channel.errors';
import { Delivery } from '../delivery.entity';
import { CoKeepingEnded } from '../delivery.events';
import { targetsOf } from '../delivery-targets';
import {
  agreementExists,
  agreementNotFound,
  channelCannotBeCoKept,
  contributorUnknown,
} from './agreement.errors';
import { agreementState } from './agreement-state';
import { CoKeepingEnding } from './co-keeping-ending';
import { ChannelAgreement, type AgreementWay, type CopiesAfterwards } from './channel-agreement.entity';

export interface Offer {
  readonly channelId: number;
  /** Key of the contributing site. */
  readonly site: string;
  readonly way: AgreementWay;
  readonly maintainer: string;
  readonly note: string;
}

const MOST = 100;

/** 共建约定, seen from the site of the context: what it opened to others and what it feeds elsewhere. */
@Injectable()
export class Agreements {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly directory: SiteDirectory,
    private readonly ending: CoKeepingEnding,
  ) {}

  /** 开放共建: offered by the site that receives; nothing is sent before the contributor agrees. */
  async offer(ctx: EditorCtx, { channelId, site, ...terms }: Offer): Promise<ChannelAgreement> {
    const contributor = targetsOf(ctx.site, this.directory.all()).find(
      (each) => each.site.key === site,
    )?.site;
    if (!contributor) throw contributorUnknown({ site });
    const channel = await this.channelHere(ctx, channelId);
    try {
      return await this.db.transaction(ctx, async (ctx) => {
        const agreements = this.db.shared(ctx, ChannelAgreement);
        const agreement = await agreements.save(
          agreements.build({
            ...terms,
            toSiteId: ctx.site.id,
            toChannelId: channel.id,
            toChannelName: channel.name.slice(0, 50),
            fromSiteId: contributor.id,
            openKey: `${ctx.site.id}:${channel.id}:${contributor.id}`,
            offeredByName: ctx.actor.name,
            offeredAt: ctx.now,
          }),
        );
        const summary = `向${contributor.name}开放栏目“${channel.name}”共建`;
        await this.record(ctx, 'agreement.offer', agreement, summary);
        return agreement;
      });
    } catch (error) {
      if (isUniqueViolation(error)) throw agreementExists({ site });
      throw error;
    }
  }

  /** 同意共建, by the contributor, with the channel of its own that feeds the other. */
  async agree(ctx: EditorCtx, id: number, channelId: number): Promise<ChannelAgreement> {
    const channel = await this.channelHere(ctx, channelId);
    return this.db.transaction(ctx, async (ctx) => {
      const agreement = await this.own(ctx, id, ['fromSiteId']);
      agreement.state = agreementState.next('agree', agreement.state);
      Object.assign(agreement, {
        fromChannelId: channel.id,
        fromChannelName: channel.name.slice(0, 50),
        agreedByName: ctx.actor.name,
        agreedAt: ctx.now,
      });
      return this.store(ctx, agreement, 'agreement.agree', `同意以栏目“${channel.name}”共建`);
    });
  }

  async decline(ctx: EditorCtx, id: number, reason: string): Promise<ChannelAgreement> {
    return this.db.transaction(ctx, async (ctx) => {
      const agreement = await this.own(ctx, id, ['fromSiteId']);
      agreement.state = agreementState.next('decline', agreement.state);
      const by = { endedByName: ctx.actor.name, endedAt: ctx.now, endedReason: reason };
      Object.assign(agreement, by, { openKey: null });
      return this.store(ctx, agreement, 'agreement.decline', `不同意共建：${reason}`);
    });
  }

  /**
   * 结束共建, by either side. What is on its way is taken back. Kept copies go on telling of changes at their
   * source as a to-do; withdrawn ones are taken down by a job at the receiving site.
   */
  async end(
    ctx: EditorCtx,
    id: number,
    copies: CopiesAfterwards,
    endedReason: string,
  ): Promise<ChannelAgreement> {
    return this.db.transaction(ctx, async (ctx) => {
      const agreement = await this.own(ctx, id, ['fromSiteId', 'toSiteId']);
      const wasRunning = agreement.state === 'agreed';
      agreement.state = agreementState.next('end', agreement.state);
      const by = { endedByName: ctx.actor.name, endedAt: ctx.now, endedReason };
      Object.assign(agreement, by, { openKey: null, copies });
      await this.ending.release(ctx, id);
      const receiver = this.directory.byId(agreement.toSiteId);
      if (wasRunning && copies === 'withdraw' && receiver)
        await this.outbox.add(atSite(ctx, receiver), new CoKeepingEnded(id));
      const words = copies === 'keep' ? '保留已采用的稿件' : '撤下已采用的稿件';
      return this.store(ctx, agreement, 'agreement.end', `结束栏目共建，${words}：${endedReason}`);
    });
  }

  async list(ctx: SiteCtx): Promise<ChannelAgreement[]> {
    const where = [{ fromSiteId: ctx.site.id }, { toSiteId: ctx.site.id }];
    return this.db.shared(ctx, ChannelAgreement).find({ where, order: { id: 'DESC' }, take: MOST });
  }

  /** How many documents went through each agreement and are live. */
  async liveCount(ctx: SiteCtx, agreementId: number): Promise<number> {
    return this.db.shared(ctx, Delivery).count({ agreementId, copyState: 'live' });
  }

  private async own(
    ctx: SiteCtx,
    id: number,
    sides: readonly ('fromSiteId' | 'toSiteId')[],
  ): Promise<ChannelAgreement> {
    const where = sides.map((side) => ({ id, [side]: ctx.site.id }));
    const agreement = await this.db.shared(ctx, ChannelAgreement).findOne(where, { lock: 'write' });
    if (!agreement) throw agreementNotFound({ id });
    return agreement;
  }

  private async channelHere(ctx: EditorCtx, id: number): Promise<Channel> {
    const channel = await this.db.site(ctx, Channel).findOne({ id });
    if (!channel) throw channelNotFound({ id });
    must(ctx, 'update', channel);
    if (channel.kind === 'link' || channel.closedAt !== null) throw channelCannotBeCoKept({ channelId: id });
    return channel;
  }

  private async store(
    ctx: EditorCtx,
    agreement: ChannelAgreement,
    action: string,
    summary: string,
  ): Promise<ChannelAgreement> {
    await this.db.shared(ctx, ChannelAgreement).save(agreement);
    await this.record(ctx, action, agreement, summary);
    return agreement;
  }

  private async record(
    ctx: EditorCtx,
    action: string,
    { id }: ChannelAgreement,
    summary: string,
  ): Promise<void> {
    await this.audit.record(ctx, { action, subject: 'ChannelAgreement', subjectId: id, summary });
  }
}
