import { Controller, Get } from '@nestjs/common';
import type { EditorCtx } from '@zhanqun/kernel';
import { Editor, Requires } from '@zhanqun/platform';
import { OverviewView, toOverviewView } from './overview.dto';
import { isSupervisor, OverviewService } from './overview.service';

@Controller('sites/:site/supervision/overview')
export class OverviewController {
  constructor(private readonly overviews: OverviewService) {}

  @Get()
  @Requires('read', 'Finding')
  async overview(@Editor() ctx: EditorCtx): Promise<OverviewView> {
    return toOverviewView(await this.overviews.overview(ctx), isSupervisor(ctx));
  }
}
