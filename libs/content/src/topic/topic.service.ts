import { Injectable } from '@nestjs/common';
import {
  canDo,
  definedOnly,
  must,
  shanghaiDay,
  type EditorCtx,
  type Page,
  type PageRequest,
  type SiteCtx,
} from '@zhanqun/kernel';
import { allOf, Audit, containing, Db, In, isUniqueViolation, PurgeLog, readable } from '@zhanqun/platform';
import { Settings } from '@zhanqun/tenancy';
import { approvingAction, isOwnApplication, topicApprover } from './topic-settings';
import {
  topicFixed,
  topicHeadingsFixed,
  topicIncomplete,
  topicInvalid,
  topicNotFound,
  topicOver,
  topicOwnApplication,
  topicPathTaken,
  topicReasonMissing,
  topicVersionStale,
} from './topic.errors';
import { Topic, type TopicState } from './topic.entity';
import { TopicReferences } from './topic-references';
import { topicMoves } from './topic-moves';
import { topicLife, type TopicMove } from './topic-state';
import { topicsTag, topicTag } from './topic-tags';
import { checkTopic, headingsOf, missingInTopic, type TopicValues } from './topic-words';

const LONGEST_REASON = 1_000;

/** 专题: written by its owner, opened after approval, over at its end. */
@Injectable()
export class TopicService {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly purges: PurgeLog,
    private readonly settings: Settings,
    private readonly references: TopicReferences,
  ) {}

  list(
    ctx: EditorCtx,
    { state, q }: { state?: TopicState | undefined; q?: string | undefined },
    request: PageRequest,
  ): Promise<Page<Topic>> {
    const where = allOf<Topic>(
      readable(ctx, Topic),
      state ? { state } : {},
      q?.trim() ? { name: containing(q.trim()) } : {},
    );
    return this.db.site(ctx, Topic).page({ where, order: { startsOn: 'DESC', id: 'DESC' } }, request);
  }

  async get(ctx: EditorCtx, id: number): Promise<Topic> {
    const topic = await this.db.site(ctx, Topic).findOne({ id });
    if (!topic) throw topicNotFound({ id });
    must(ctx, 'read', topic);
    return topic;
  }

  /** 起草专题. Nobody but the people of the site sees it before it is approved. */
  async draft(ctx: EditorCtx, values: TopicValues): Promise<Topic> {
    return this.db.transaction(ctx, async (ctx) => {
      const topics = this.db.site(ctx, Topic);
      const { accountId, name } = ctx.actor;
      const checked = await this.checked(ctx, values);
      const topic = topics.build({ ...checked, createdById: accountId, createdByName: name });
      must(ctx, 'create', topic);
      await this.store(ctx, topic);
      await this.record(ctx, 'topic.draft', topic, '起草');
      return topic;
    });
  }

  /**
   * 修改专题. Everything while it is a draft. Once it runs, which articles its sections show: their titles and
   * introductions were approved and are changed only by those who approve.
   */
  async edit(ctx: EditorCtx, id: number, version: number, changes: Partial<TopicValues>): Promise<Topic> {
    return this.changing(ctx, id, 'update', async (ctx, topic) => {
      if (version !== topic.version)
        throw topicVersionStale({ sentVersion: version, currentVersion: topic.version });
      const checked = await this.checked(ctx, { ...topic, ...definedOnly(changes) });
      if (topic.state === 'draft') Object.assign(topic, checked);
      else this.arrange(ctx, topic, checked.sections, changes);
      topic.version += 1;
      await this.record(ctx, 'topic.edit', topic, '修改');
    });
  }

  /** 申请开设. */
  async apply(ctx: EditorCtx, id: number): Promise<Topic> {
    return this.changing(ctx, id, 'apply', async (ctx, topic) => {
      move(topic, 'apply');
      const faults = missingInTopic(topic);
      if (faults.length > 0) throw topicIncomplete({ faults });
      if (topic.endsOn < shanghaiDay(ctx.now)) throw topicOver({ endsOn: topic.endsOn });
      topic.appliedById = ctx.actor.accountId;
      topic.appliedByName = ctx.actor.name;
      topic.appliedAt = ctx.now;
      topic.opinion = '';
      await this.record(ctx, 'topic.apply', topic, '申请开设', { reason: topic.reason });
    });
  }

  /** 撤回申请, to go on writing. */
  async recall(ctx: EditorCtx, id: number): Promise<Topic> {
    return this.changing(ctx, id, 'apply', async (ctx, topic) => {
      move(topic, 'recall');
      await this.record(ctx, 'topic.recall', topic, '撤回申请');
    });
  }

  /** 批准. Opens at once when its first day has come, else on that day. Nobody approves the own application. */
  async approve(ctx: EditorCtx, id: number, opinion = ''): Promise<Topic> {
    return this.changing(ctx, id, 'decide', async (ctx, topic) => {
      this.refuseDecider(ctx, topic);
      move(topic, 'approve');
      if (topic.endsOn < shanghaiDay(ctx.now)) throw topicOver({ endsOn: topic.endsOn });
      decide(ctx, topic, opinion.trim());
      await this.record(ctx, 'topic.approve', topic, '批准开设', { opinion: topic.opinion });
      if (topic.startsOn <= shanghaiDay(ctx.now)) await this.open(ctx, topic);
    });
  }

  /** 不予批准, with the reason: goes back to be changed. */
  async refuse(ctx: EditorCtx, id: number, opinion: string): Promise<Topic> {
    const words = reasonIn(opinion);
    return this.changing(ctx, id, 'decide', async (ctx, topic) => {
      this.refuseDecider(ctx, topic);
      move(topic, 'refuse');
      decide(ctx, topic, words);
      await this.record(ctx, 'topic.refuse', topic, '退回', { opinion: words });
    });
  }

  /** 强制关闭 by the data centre: gone for citizens at once; the owner can only apply anew. */
  async close(ctx: EditorCtx, id: number, reason: string): Promise<Topic> {
    const words = reasonIn(reason);
    return this.changing(ctx, id, 'close', async (ctx, topic) => {
      move(topic, 'close');
      topic.closedAt = ctx.now;
      topic.closedByName = ctx.actor.name;
      topic.closedReason = words;
      await this.record(ctx, 'topic.close', topic, '强制关闭', { reason: words });
      await this.purge(ctx, topic);
    });
  }

  /** 归档 before its end: the page stays, marked as over. */
  async archive(ctx: EditorCtx, id: number): Promise<Topic> {
    return this.changing(ctx, id, 'archive', (ctx, topic) => this.end(ctx, topic));
  }

  /** 重新申请: an archived or closed topic becomes a draft again, and is opened only after approval. */
  async reopen(ctx: EditorCtx, id: number): Promise<Topic> {
    return this.changing(ctx, id, 'apply', async (ctx, topic) => {
      move(topic, 'reopen');
      topic.archivedAt = null;
      await this.record(ctx, 'topic.reopen', topic, '重新起草');
      await this.purge(ctx, topic);
    });
  }

  async remove(ctx: EditorCtx, id: number): Promise<void> {
    await this.db.transaction(ctx, async (ctx) => {
      const topic = await this.getForChange(ctx, id, 'delete');
      if (topic.state !== 'draft' || topic.openedAt !== null) throw topicFixed({ state: topic.state });
      await this.db.site(ctx, Topic).remove(topic);
      await this.record(ctx, 'topic.remove', topic, '删除');
    });
  }

  /** What the day brings to the topics of one site: begins approved ones, ends those that are over. */
  async turnOver(ctx: EditorCtx): Promise<void> {
    const today = shanghaiDay(ctx.now);
    const topics = this.db.site(ctx, Topic);
    const due = await topics.find({ where: { state: In(['approved', 'running']) } });
    for (const { id } of due.filter((topic) =>
      topic.state === 'approved' ? topic.startsOn <= today : topic.endsOn < today,
    )) {
      await this.changing(ctx, id, 'update', async (ctx, topic) => {
        if (topic.state === 'approved' && topic.startsOn <= today) await this.open(ctx, topic);
        if (topic.state === 'running' && topic.endsOn < today) await this.end(ctx, topic);
      });
    }
  }

  /** What this person may do with it now: the buttons of the screen. */
  movesFor(ctx: EditorCtx, topic: Topic): string[] {
    return topicMoves(ctx, topic, this.settings.get(ctx, topicApprover));
  }

  private arrange(
    ctx: EditorCtx,
    topic: Topic,
    sections: Topic['sections'],
    changes: Partial<TopicValues>,
  ): void {
    const others = Object.keys(definedOnly(changes)).filter((key) => key !== 'sections');
    if (topic.state === 'closed' || topic.state === 'pending' || others.length > 0)
      throw topicFixed({ state: topic.state });
    const mayWord = canDo(ctx, approvingAction(this.settings.get(ctx, topicApprover)), topic);
    if (!mayWord && headingsOf(sections) !== headingsOf(topic.sections)) throw topicHeadingsFixed();
    topic.sections = sections;
  }

  private async open(ctx: EditorCtx, topic: Topic): Promise<void> {
    move(topic, 'open');
    topic.openedAt ??= ctx.now;
    await this.record(ctx, 'topic.open', topic, '开通');
    await this.purge(ctx, topic);
  }

  private async end(ctx: EditorCtx, topic: Topic): Promise<void> {
    move(topic, 'archive');
    topic.archivedAt = ctx.now;
    await this.record(ctx, 'topic.archive', topic, '归档');
    await this.purge(ctx, topic);
  }

  private refuseDecider(ctx: EditorCtx, topic: Topic): void {
    must(ctx, approvingAction(this.settings.get(ctx, topicApprover)), topic);
    if (isOwnApplication(ctx, topic.appliedById)) throw topicOwnApplication();
  }

  private async checked(ctx: SiteCtx, values: TopicValues) {
    const { topic, faults } = checkTopic(values);
    if (faults.length > 0) throw topicInvalid({ faults });
    return this.references.complete(ctx, topic);
  }

  private changing(
    ctx: EditorCtx,
    id: number,
    action: string,
    change: (ctx: EditorCtx, topic: Topic) => Promise<void>,
  ): Promise<Topic> {
    return this.db.transaction(ctx, async (ctx) => {
      const topic = await this.getForChange(ctx, id, action);
      const before = topic.state;
      await change(ctx, topic);
      await this.store(ctx, topic);
      if (before === 'running' && topic.state === 'running') await this.purge(ctx, topic);
      return topic;
    });
  }

  private async getForChange(ctx: EditorCtx, id: number, action: string): Promise<Topic> {
    const topic = await this.db.site(ctx, Topic).findOne({ id }, { lock: 'write' });
    if (!topic) throw topicNotFound({ id });
    must(ctx, action, topic);
    return topic;
  }

  private async store(ctx: SiteCtx, topic: Topic): Promise<void> {
    try {
      await this.db.site(ctx, Topic).save(topic);
    } catch (error) {
      if (isUniqueViolation(error)) throw topicPathTaken({ path: topic.path });
      throw error;
    }
  }

  private async record(ctx: SiteCtx, action: string, topic: Topic, what: string, detail = {}): Promise<void> {
    const summary = `${what}专题“${topic.name}”`;
    await this.audit.record(ctx, { action, subject: 'Topic', subjectId: topic.id, summary, detail });
  }

  private purge(ctx: SiteCtx, topic: Topic): Promise<void> {
    return this.purges.add(ctx, [topicTag(topic.id), topicsTag(ctx.site.id)]);
  }
}

function move(topic: Topic, name: TopicMove): void {
  topic.state = topicLife.next(name, topic.state);
}

function decide(ctx: EditorCtx, topic: Topic, opinion: string): void {
  topic.decidedByName = ctx.actor.name;
  topic.decidedAt = ctx.now;
  topic.opinion = opinion.slice(0, LONGEST_REASON);
}

function reasonIn(text: string): string {
  const words = text.trim();
  if (words === '' || [...words].length > LONGEST_REASON) throw topicReasonMissing();
  return words;
}
