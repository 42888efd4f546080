import { Injectable } from '@nestjs/common';
import type { EditorCtx } from '@zhanqun/kernel';
import { Db, In, SiteDirectory } from '@zhanqun/platform';
import { articlePath } from '../../article/article-address';
import { ArticleDesk } from '../../article/article-desk';
import { kindOf } from '../../kind/kind';
import { plainText } from '../../rich-text/rich-text';
import { Emergencies } from '../emergency/emergencies';
import type { EmergencyPublication } from '../emergency/emergency.entity';
import { planOf, reviewFor, standingPasses } from '../plan/review-plan';
import type { Importance, ReviewStepName } from '../review';
import { ReviewStep } from '../review-step.entity';
import type { SecrecyRecord } from '../secrecy/secrecy-record.entity';
import { SecrecyRecords } from '../secrecy/secrecy-records';

export interface FormStep {
  readonly key: ReviewStepName;
  readonly name: string;
  readonly byName: string;
  readonly onBehalfOf: string;
  readonly at: Date | null;
  readonly opinion: string;
}

/** 信息发布审批单: what, who, when and with what opinion, of the text shown on the desk. */
export interface ApprovalForm {
  readonly number: string;
  readonly siteName: string;
  readonly title: string;
  readonly kindName: string;
  readonly channelName: string;
  readonly source: string;
  readonly author: string;
  readonly importance: Importance;
  readonly summary: string;
  readonly characters: number;
  readonly attachments: readonly string[];
  readonly writtenBy: string;
  readonly submittedAt: Date | null;
  readonly steps: readonly FormStep[];
  readonly secrecy: readonly SecrecyRecord[];
  readonly emergency: EmergencyPublication | null;
  readonly publishedAt: Date | null;
  readonly scheduledFor: Date | null;
  readonly url: string | null;
  readonly printedBy: string;
  readonly printedAt: Date;
}

@Injectable()
export class ApprovalForms {
  constructor(
    private readonly db: Db,
    private readonly desk: ArticleDesk,
    private readonly secrecy: SecrecyRecords,
    private readonly emergencies: Emergencies,
    private readonly directory: SiteDirectory,
  ) {}

  async of(ctx: EditorCtx, id: number): Promise<ApprovalForm> {
    const { article, shown } = await this.desk.getFile(ctx, id);
    const tree = await this.desk.tree(ctx);
    const plan = planOf(shown);
    const lines = await this.db.site(ctx, ReviewStep).find({
      where: { revisionId: shown.id, round: shown.round, decision: In(['pass', 'returnTo']) },
      order: { id: 'ASC' },
    });
    const passes = standingPasses(reviewFor(shown), lines);
    const isLive = article.liveRevisionId === shown.id;
    const path = articlePath({ id, publishedAt: article.publishedAt ?? ctx.now });
    const records = await this.secrecy.list(ctx, id);
    return {
      number: `${ctx.site.key}-${id}-${shown.number}`,
      siteName: ctx.site.name,
      title: shown.title,
      kindName: kindOf(article.kind).name,
      channelName: tree.find(article.channelId)?.name ?? '',
      source: shown.source,
      author: shown.author,
      importance: shown.importance,
      summary: shown.summary,
      characters: [...plainText(shown.body)].length,
      attachments: shown.attachments.map((file) => file.name),
      writtenBy: shown.writtenByName,
      submittedAt: shown.submittedAt,
      steps: plan.steps.map(({ key, name }) => {
        const pass = passes.find((line) => line.step === key);
        return {
          key,
          name,
          byName: pass?.byName ?? '',
          onBehalfOf: pass?.onBehalfOfName ?? '',
          at: pass?.at ?? null,
          opinion: pass ? pass.reason || '同意' : '',
        };
      }),
      secrecy: records.filter((record) => record.revisionId === shown.id),
      emergency: (await this.emergencies.ofRevisions(ctx, [shown.id])).get(shown.id) ?? null,
      publishedAt: isLive ? (article.revisedAt ?? article.publishedAt) : null,
      scheduledFor: article.scheduledFor,
      url: isLive && ctx.site.host !== '' ? this.directory.siteUrl(ctx.site, path) : null,
      printedBy: ctx.actor.name,
      printedAt: ctx.now,
    };
  }
}
