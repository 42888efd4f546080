import { Controller, Get, Header, Param, ParseIntPipe } from '@nestjs/common';
import type { EditorCtx } from '@zhanqun/kernel';
import { Editor, Requires } from '@zhanqun/platform';
import { ArticleDesk } from '../../article/article-desk';
import { SecrecyRecords } from '../secrecy/secrecy-records';
import { SecrecyRecordView, toSecrecyRecordView } from '../secrecy/secrecy.view';
import { ApprovalForms } from './approval-form';
import { approvalFormHtml } from './approval-form.html';
import { ApprovalFormView, toApprovalFormView } from './approval-form.view';

/** What is filed about a publication: the approval form and the records of the secrecy review. */
@Controller('sites/:site/articles/:id')
export class ApprovalFormController {
  constructor(
    private readonly forms: ApprovalForms,
    private readonly secrecy: SecrecyRecords,
    private readonly desk: ArticleDesk,
  ) {}

  /** 信息发布审批单 for printing, A4. */
  @Get('approval-form')
  @Requires('read', 'Article')
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Cache-Control', 'no-store')
  async html(@Editor() ctx: EditorCtx, @Param('id', ParseIntPipe) id: number): Promise<string> {
    return approvalFormHtml(await this.forms.of(ctx, id));
  }

  @Get('approval-form/data')
  @Requires('read', 'Article')
  async data(@Editor() ctx: EditorCtx, @Param('id', ParseIntPipe) id: number): Promise<ApprovalFormView> {
    return toApprovalFormView(await this.forms.of(ctx, id));
  }

  /** 保密审查记录. */
  @Get('secrecy-records')
  @Requires('read', 'Article')
  async records(
    @Editor() ctx: EditorCtx,
    @Param('id', ParseIntPipe) id: number,
  ): Promise<SecrecyRecordView[]> {
    await this.desk.getArticle(ctx, id);
    return (await this.secrecy.list(ctx, id)).map(toSecrecyRecordView);
  }
}
