import { Body, Controller, Delete, Get, HttpCode, Param, ParseIntPipe, Put } from '@nestjs/common';
import type { StaffCtx } from '@zhanqun/kernel';
import { Caller, InheritedRoutesRequire, Requires } from '@zhanqun/platform';
import { IMPORTANCES } from '../review';
import { ReviewTemplateDto } from '../review.dto';
import { ReviewTemplates } from './review-templates';
import { ReviewTemplatesView, toTemplateView } from './template.view';

/** 审核模板 of a site, or of a portal for the sites below it. */
@Controller('sites/:site/review-templates')
export class SiteReviewTemplateController {
  constructor(private readonly templates: ReviewTemplates) {}

  @Get()
  @Requires('read', 'Article')
  list(@Caller() ctx: StaffCtx): Promise<ReviewTemplatesView> {
    return this.shown(ctx);
  }

  @Put()
  @Requires('update', 'SiteSettings')
  async put(@Caller() ctx: StaffCtx, @Body() dto: ReviewTemplateDto): Promise<ReviewTemplatesView> {
    await this.templates.put(ctx, dto);
    return this.shown(ctx);
  }

  @Delete(':id')
  @HttpCode(204)
  @Requires('update', 'SiteSettings')
  remove(@Caller() ctx: StaffCtx, @Param('id', ParseIntPipe) id: number): Promise<void> {
    return this.templates.remove(ctx, id);
  }

  private async shown(ctx: StaffCtx): Promise<ReviewTemplatesView> {
    return {
      items: (await this.templates.list(ctx)).map(toTemplateView),
      floors: IMPORTANCES.map((importance) => ({
        importance,
        steps: [...this.templates.floorOf(ctx.site, importance)],
      })),
    };
  }
}

/** 审核模板 of the platform. */
@Controller('review-templates')
@InheritedRoutesRequire('manage', 'SiteSettings')
export class PlatformReviewTemplateController extends SiteReviewTemplateController {}
