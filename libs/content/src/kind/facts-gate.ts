import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { SiteCtx } from '@zhanqun/kernel';
import type { Article } from '../article/article.entity';
import { SubmitGate, SubmitGates } from '../review/submit-gate';
import type { ArticleRevision } from '../revision/article-revision.entity';
import { missingIn, type FactFault } from './facts';
import { factsMissing } from './kind.errors';
import { kindOf } from './kind';

/** 要素齐全: a draft may be saved half done, what is handed in has everything its kind asks for. */
@Injectable()
export class FactsGate extends SubmitGate implements OnModuleInit {
  constructor(private readonly gates: SubmitGates) {
    super();
  }

  onModuleInit(): void {
    this.gates.register(this);
  }

  override async open(_ctx: SiteCtx, { kind }: Article, revision: ArticleRevision): Promise<void> {
    const faults = missingFrom(kind, revision);
    if (faults.length > 0) throw factsMissing({ faults });
  }
}

/** What an article of this kind still lacks, as people read it. */
export function missingFrom(
  code: string,
  text: Pick<ArticleRevision, 'facts' | 'coverAssetId' | 'attachments' | 'interpretsArticleId'>,
): FactFault[] {
  const kind = kindOf(code);
  const faults = missingIn(kind.fields, text.facts);
  if (kind.isInterpretation && text.interpretsArticleId === null)
    faults.push({ field: 'interpretsArticleId', message: '请选择所解读的政策文件' });
  if (kind.cover === 'required' && text.coverAssetId === null)
    faults.push({ field: 'coverAssetId', message: '请选择封面图片' });
  if (kind.attachments === 'required' && text.attachments.length === 0)
    faults.push({ field: 'attachmentIds', message: '请添加附件' });
  return faults;
}
