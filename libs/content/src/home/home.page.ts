import { Injectable } from '@nestjs/common';
import type { SiteCtx } from '@zhanqun/kernel';
import { Page, type PageFrame, type PageResult } from '@zhanqun/theming';
import { HOME, LayoutReading } from '../block/layout/layout-reading';
import { HomeViews } from './home-views';

/** 首页: the published layout, else the default of the theme it is shown in. */
@Page('/')
@Injectable()
export class HomePage {
  constructor(
    private readonly layouts: LayoutReading,
    private readonly views: HomeViews,
  ) {}

  async load(ctx: SiteCtx, _params: object, frame: PageFrame): Promise<PageResult> {
    const blocks = await this.layouts.published(ctx, HOME);
    return this.views.viewOf(ctx, frame, blocks ?? this.layouts.defaultHome(frame.theme.name));
  }
}
