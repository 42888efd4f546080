import { Injectable } from '@nestjs/common';
import { canDo, must, type EditorCtx, type Page, type PageRequest } from '@zhanqun/kernel';
import { allOf, Audit, Db, isUniqueViolation, readable } from '@zhanqun/platform';
import { Settings } from '@zhanqun/tenancy';
import { ChannelReading } from '../channel/channel-reading';
import { ChannelService } from '../channel/channel.service';
import { approvingAction, isOwnApplication } from '../topic/topic-settings';
import { ChannelClosing } from './channel-closing';
import {
  channelChangeInvalid,
  channelChangeNotFound,
  channelChangeOpen,
  channelChangeOwnApplication,
  channelChangeReasonMissing,
} from './channel-change.errors';
import { ChannelChange, type ChannelChangeState } from './channel-change.entity';
import { channelChangeApprover } from './channel-change-settings';
import { channelChangeLife } from './channel-change-state';
import { applicationFaults, planFor, type ChannelApplication } from './channel-change-words';

const LONGEST = 1_000;
const KIND_WORDS = {
  open: '开设',
  merge: '合并',
  close: '关闭',
  owner: '变更归属',
  cycle: '变更更新周期',
} as const;

/** 栏目变更: applied for, approved by somebody else, and done with the approval or not at all. */
@Injectable()
export class ChannelChangeService {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly settings: Settings,
    private readonly reading: ChannelReading,
    private readonly channels: ChannelService,
    private readonly closing: ChannelClosing,
  ) {}

  list(
    ctx: EditorCtx,
    { state }: { state?: ChannelChangeState | undefined },
    request: PageRequest,
  ): Promise<Page<ChannelChange>> {
    const where = allOf<ChannelChange>(readable(ctx, ChannelChange), state ? { state } : {});
    return this.db.site(ctx, ChannelChange).page({ where, order: { id: 'DESC' } }, request);
  }

  async get(ctx: EditorCtx, id: number): Promise<ChannelChange> {
    const change = await this.db.site(ctx, ChannelChange).findOne({ id });
    if (!change) throw channelChangeNotFound({ id });
    must(ctx, 'read', change);
    return change;
  }

  /** 申请. Refused at once when it could not be done: what is approved later is what can be done. */
  async apply(ctx: EditorCtx, application: ChannelApplication): Promise<ChannelChange> {
    const faults = applicationFaults(application);
    if (faults.length > 0) throw channelChangeInvalid({ faults });
    const { kind, channelId = null, intoChannelId = null, plan = {}, reason, keeping = '' } = application;
    return this.db.transaction(ctx, async (ctx) => {
      const changes = this.db.site(ctx, ChannelChange);
      const change = changes.build({
        kind,
        channelId: kind === 'open' ? null : channelId,
        channelName:
          kind === 'open' ? (plan.name ?? '').trim() : (await this.reading.getNode(ctx, channelId ?? 0)).name,
        intoChannelId: kind === 'merge' || kind === 'close' ? intoChannelId : null,
        plan: planFor(kind, plan),
        reason: reason.trim(),
        keeping: keeping.trim(),
        appliedById: ctx.actor.accountId,
        appliedByName: ctx.actor.name,
        appliedAt: ctx.now,
        openKey: kind === 'open' ? null : `channel:${channelId}`,
      });
      must(ctx, 'create', change);
      await this.refuseImpossible(ctx, change);
      try {
        await changes.save(change);
      } catch (error) {
        if (isUniqueViolation(error)) throw channelChangeOpen({ channelId: channelId ?? 0 });
        throw error;
      }
      await this.record(ctx, 'apply', change, '申请');
      return change;
    });
  }

  /** 批准: the change is done now, in this transaction. Nobody approves the own application. */
  async approve(ctx: EditorCtx, id: number, opinion = ''): Promise<ChannelChange> {
    return this.deciding(ctx, id, 'approve', opinion.trim(), async (ctx, change) => {
      change.outcome = await this.carryOut(ctx, change);
    });
  }

  /** 不予批准, with the reason. */
  async refuse(ctx: EditorCtx, id: number, opinion: string): Promise<ChannelChange> {
    const words = opinion.trim();
    if (words === '' || [...words].length > LONGEST) throw channelChangeReasonMissing();
    return this.deciding(ctx, id, 'refuse', words, async () => undefined);
  }

  /** 撤回申请 by who applied. */
  async recall(ctx: EditorCtx, id: number): Promise<ChannelChange> {
    return this.db.transaction(ctx, async (ctx) => {
      const change = await this.getForChange(ctx, id, 'create');
      if (change.appliedById !== ctx.actor.accountId) throw channelChangeNotFound({ id });
      change.state = channelChangeLife.next('recall', change.state);
      change.openKey = null;
      await this.db.site(ctx, ChannelChange).save(change);
      await this.record(ctx, 'recall', change, '撤回');
      return change;
    });
  }

  movesFor(ctx: EditorCtx, change: ChannelChange): string[] {
    if (change.state !== 'pending') return [];
    const isOwn = isOwnApplication(ctx, change.appliedById);
    const mayDecide = canDo(ctx, this.decidingAction(ctx), change) && !isOwn;
    return [...(mayDecide ? ['approve', 'refuse'] : []), ...(isOwn ? ['recall'] : [])];
  }

  decidingAction(ctx: EditorCtx): string {
    return approvingAction(this.settings.get(ctx, channelChangeApprover));
  }

  private async carryOut(ctx: EditorCtx, change: ChannelChange): Promise<string> {
    const { kind, plan, channelName } = change;
    // The approver answers for it; the rights of a channel's editor are not asked.
    const asOffice: EditorCtx = { ...ctx, ability: { can: () => true } };
    switch (kind) {
      case 'open': {
        const { name = '', path = '', kind: channelKind = 'dynamic', updateClass = 'other', ...rest } = plan;
        const channel = await this.channels.create(asOffice, {
          ...rest,
          name,
          path,
          kind: channelKind,
          updateClass,
        });
        change.channelId = channel.id;
        return `已开设栏目“${name}”，地址 /${channel.path}/`;
      }
      case 'owner':
      case 'cycle':
        await this.channels.edit(asOffice, change.channelId ?? 0, plan);
        return kind === 'owner'
          ? `栏目“${channelName}”的责任单位已变更`
          : `栏目“${channelName}”的更新周期已变更`;
      case 'merge':
      case 'close':
        return this.closing.close(asOffice, change.channelId ?? 0, change.intoChannelId);
    }
  }

  private async refuseImpossible(ctx: EditorCtx, { kind, channelId, intoChannelId, plan }: ChannelChange) {
    if (kind === 'merge' || kind === 'close') {
      const found = await this.closing.faults(ctx, channelId ?? 0, intoChannelId);
      const faults = found.map((message) => ({ field: 'intoChannelId', message }));
      if (faults.length > 0) throw channelChangeInvalid({ faults });
    }
    if (kind === 'open' && plan.parentId) await this.reading.getNode(ctx, plan.parentId);
  }

  private deciding(
    ctx: EditorCtx,
    id: number,
    move: 'approve' | 'refuse',
    opinion: string,
    work: (ctx: EditorCtx, change: ChannelChange) => Promise<void>,
  ): Promise<ChannelChange> {
    return this.db.transaction(ctx, async (ctx) => {
      const change = await this.getForChange(ctx, id, this.decidingAction(ctx));
      if (isOwnApplication(ctx, change.appliedById)) throw channelChangeOwnApplication();
      change.state = channelChangeLife.next(move, change.state);
      await work(ctx, change);
      change.decidedById = ctx.actor.accountId;
      change.decidedByName = ctx.actor.name;
      change.decidedAt = ctx.now;
      change.opinion = opinion.slice(0, LONGEST);
      change.openKey = null;
      await this.db.site(ctx, ChannelChange).save(change);
      await this.record(ctx, move, change, move === 'approve' ? '批准' : '不予批准');
      return change;
    });
  }

  private async getForChange(ctx: EditorCtx, id: number, action: string): Promise<ChannelChange> {
    const change = await this.db.site(ctx, ChannelChange).findOne({ id }, { lock: 'write' });
    if (!change) throw channelChangeNotFound({ id });
    must(ctx, action, change);
    return change;
  }

  private async record(ctx: EditorCtx, action: string, change: ChannelChange, what: string): Promise<void> {
    const { id, kind, channelName, reason, opinion, outcome } = change;
    await this.audit.record(ctx, {
      action: `channelChange.${action}`,
      subject: 'ChannelChange',
      subjectId: id,
      summary: `${what}${KIND_WORDS[kind]}栏目“${channelName}”`,
      detail: { reason, opinion, outcome },
    });
  }
}
