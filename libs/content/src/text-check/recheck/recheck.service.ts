import { NewsToTell } from '@zhanqun/identity';
import { Injectable } from '@nestjs/common';
import type { Page, PageRequest, SiteCtx, StaffCtx } from '@zhanqun/kernel';
import { Db, In, MoreThan, Outbox } from '@zhanqun/platform';
import { Article } from '../../article/article.entity';
import { ArticleRevision } from '../../revision/article-revision.entity';
import { ArticleCheck } from '../article/article-check';
import { CheckFindings } from './check-findings';
import { CheckRun, type CheckRunReason } from './check-run.entity';
import { RecheckPublished } from './recheck.events';

const BATCH = 50;
/** Batches of one job: the machine's other work comes in between. */
const BATCHES = 4;

/** 发布内容复查: walks over what is published and keeps what the rules of today find. */
@Injectable()
export class Recheck {
  constructor(
    private readonly db: Db,
    private readonly outbox: Outbox,
    private readonly checks: ArticleCheck,
    private readonly findings: CheckFindings,
  ) {}

  /** Begins a run, or answers with the one that is under way. */
  async start(ctx: SiteCtx & StaffCtx, reason: CheckRunReason): Promise<CheckRun> {
    return this.db.transaction(ctx, async (ctx) => {
      const runs = this.db.site(ctx, CheckRun);
      const running = await runs.findOne({ state: 'running' }, { lock: 'write' });
      if (running) return running;
      const run = await runs.save(
        runs.build({
          reason,
          total: await this.db.site(ctx, Article).count({ state: 'published' }),
          startedById: ctx.actor.accountId,
          startedByName: ctx.actor.name,
          startedAt: ctx.now,
        }),
      );
      await this.outbox.add(ctx, new RecheckPublished(run.id), { uniqueKey: String(run.id) });
      return run;
    });
  }

  async list(ctx: SiteCtx, paging: PageRequest): Promise<Page<CheckRun>> {
    return this.db.site(ctx, CheckRun).page({ order: { id: 'DESC' } }, paging);
  }

  async latest(ctx: SiteCtx): Promise<CheckRun | null> {
    return this.db.site(ctx, CheckRun).findOne({}, { order: { id: 'DESC' } });
  }

  /** The next articles; true when there are more. Each batch is kept before the next begins. */
  async proceed(ctx: SiteCtx, runId: number): Promise<boolean> {
    for (let batch = 0; batch < BATCHES; batch += 1) if (!(await this.batch(ctx, runId))) return false;
    return true;
  }

  private async batch(ctx: SiteCtx, runId: number): Promise<boolean> {
    const run = await this.db.site(ctx, CheckRun).findOne({ id: runId });
    if (run?.state !== 'running') return false;
    const articles = await this.db.site(ctx, Article).select(['id', 'title', 'liveRevisionId'], {
      where: { state: 'published', id: MoreThan(run.afterId) },
      order: { id: 'ASC' },
      take: BATCH,
    });
    const revisions = await this.revisionsOf(ctx, articles);
    const checked: {
      article: (typeof articles)[number];
      hits: Awaited<ReturnType<ArticleCheck['check']>>['hits'];
    }[] = [];
    for (const article of articles) {
      const revision = revisions.get(article.liveRevisionId ?? 0);
      if (!revision) continue;
      const { hits } = await this.checks.check(ctx, { ...revision, articleId: article.id }, 'all');
      checked.push({ article, hits });
    }
    return this.db.transaction(ctx, async (ctx) => {
      const fresh = await this.db.site(ctx, CheckRun).findOne({ id: runId }, { lock: 'write' });
      // Another worker did this batch in the meantime.
      if (fresh?.state !== 'running' || fresh.afterId !== run.afterId) return false;
      for (const { article, hits } of checked)
        fresh.found += await this.findings.keep(ctx, fresh, article, hits);
      fresh.checked += articles.length;
      fresh.afterId = articles.at(-1)?.id ?? fresh.afterId;
      const isOver = articles.length < BATCH;
      if (isOver) {
        fresh.state = 'done';
        fresh.finishedAt = ctx.now;
        await this.findings.leaveBehind(ctx, fresh);
        await this.tell(ctx, fresh);
      }
      await this.db.site(ctx, CheckRun).save(fresh);
      return !isOver;
    });
  }

  private async tell(ctx: SiteCtx, { id, startedById, checked, found }: CheckRun): Promise<void> {
    const words = `发布内容复查完成：检查 ${checked} 篇，发现 ${found} 处`;
    const path = `/s/${ctx.site.key}/check-lists?tab=findings`;
    await this.outbox.add(ctx, new NewsToTell([startedById], 'task', words, path, `recheck:${id}`));
  }

  private async revisionsOf(
    ctx: SiteCtx,
    articles: readonly Pick<Article, 'liveRevisionId'>[],
  ): Promise<Map<number, Pick<ArticleRevision, 'id' | (typeof COLUMNS)[number]>>> {
    const ids = articles.flatMap(({ liveRevisionId }) => liveRevisionId ?? []);
    if (ids.length === 0) return new Map();
    const rows = await this.db
      .site(ctx, ArticleRevision)
      .select(['id', ...COLUMNS], { where: { id: In(ids) } });
    return new Map(rows.map((row) => [row.id, row]));
  }
}

const COLUMNS = ['title', 'subtitle', 'summary', 'source', 'author', 'body', 'attachments'] as const;
