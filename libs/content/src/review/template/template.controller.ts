import { Body, Controller, Delete, Get, HttpCode, Param, ParseIntPipe, Put } from '@nestjs/common';
import type { Ctx, EditorCtx, StaffCtx } from '@zhanqun/kernel';
import { Caller, Editor, Requires } from '@zhanqun/platform';
import { IMPORTANCES } from '../review';
import { ReviewTemplateDto } from '../review.dto';
import { ReviewTemplates } from './review-templates';
import { ReviewTemplatesView, toTemplateView } from './template.view';

async function shown(ctx: Ctx, templates: ReviewTemplates): Promise<ReviewTemplatesView> {
  return {
    items: (await templates.list(ctx)).map(toTemplateView),
    floors: IMPORTANCES.map((importance) => ({
      importance,
      steps: [...templates.floorOf(ctx.site, importance)],
    })),
  };
}

/** 审核模板 of a site, or of a portal for the sites below it. */
@Controller('sites/:site/review-templates')
export class SiteReviewTemplateController {
  constructor(private readonly templates: ReviewTemplates) {}

  @Get()
  @Requires('read', 'Article')
  list(@Editor() ctx: EditorCtx): Promise<ReviewTemplatesView> {
    return shown(ctx, this.templates);
  }

  @Put()
  @Requires('update', 'SiteSettings')
  async put(@Editor() ctx: EditorCtx, @Body() dto: ReviewTemplateDto): Promise<ReviewTemplatesView> {
    await this.templates.put(ctx, dto);
    return shown(ctx, this.templates);
  }

  @Delete(':id')
  @HttpCode(204)
  @Requires('update', 'SiteSettings')
  remove(@Editor() ctx: EditorCtx, @Param('id', ParseIntPipe) id: number): Promise<void> {
    return this.templates.remove(ctx, id);
  }
}

/** 审核模板 of the platform. */
@Controller('review-templates')
export class PlatformReviewTemplateController {
  constructor(private readonly templates: ReviewTemplates) {}

  @Get()
  @Requires('manage', 'SiteSettings')
  list(@Caller() ctx: StaffCtx): Promise<ReviewTemplatesView> {
    return shown(ctx, this.templates);
  }

  @Put()
  @Requires('manage', 'SiteSettings')
  async put(@Caller() ctx: StaffCtx, @Body() dto: ReviewTemplateDto): Promise<ReviewTemplatesView> {
    await this.templates.put(ctx, dto);
    return shown(ctx, this.templates);
  }

  @Delete(':id')
  @HttpCode(204)
  @Requires('manage', 'SiteSettings')
  remove(@Caller() ctx: StaffCtx, @Param('id', ParseIntPipe) id: number): Promise<void> {
    return this.templates.remove(ctx, id);
  }
}
