import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import type { EditorCtx } from '@zhanqun/kernel';
import { Editor, Requires } from '@zhanqun/platform';
import { Settings } from '@zhanqun/tenancy';
import { isIndexTemplate } from './index-number';
import {
  IndexNumberPreviewView,
  IndexNumberRuleView,
  PreviewIndexNumberDto,
  toPreviewView,
  toRuleView,
} from './index-number.dto';
import { IndexNumbers, indexNumberTemplate } from './index-number.service';

/** 索引号规则: how numbers of this site are made; the rule itself is a setting. */
@Controller('sites/:site/index-number')
export class IndexNumberController {
  constructor(
    private readonly numbers: IndexNumbers,
    private readonly settings: Settings,
  ) {}

  @Get()
  @Requires('read', 'SiteSettings')
  async rule(@Editor() ctx: EditorCtx): Promise<IndexNumberRuleView> {
    const template = this.settings.get(ctx, indexNumberTemplate);
    return toRuleView(template, await this.numbers.preview(ctx, template));
  }

  /** What the next number would look like; nothing is taken. */
  @Post('preview')
  @HttpCode(200)
  @Requires('read', 'SiteSettings')
  async preview(
    @Editor() ctx: EditorCtx,
    @Body() { template }: PreviewIndexNumberDto,
  ): Promise<IndexNumberPreviewView> {
    return toPreviewView(
      template,
      isIndexTemplate(template) ? await this.numbers.preview(ctx, template) : null,
    );
  }
}
