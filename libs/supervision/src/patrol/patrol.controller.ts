import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { mapPage, type EditorCtx } from '@zhanqun/kernel';
import { Editor, PageQuery, Requires } from '@zhanqun/platform';
import { isSupervisor } from '../overview/overview.service';
import { PatrolPageView, PatrolView, toPatrolView } from './patrol.dto';
import { PatrolService } from './patrol.service';

@Controller('sites/:site/supervision')
export class PatrolController {
  constructor(private readonly patrols: PatrolService) {}

  @Get('patrols')
  @Requires('read', 'Patrol')
  async list(@Editor() ctx: EditorCtx, @Query() query: PageQuery): Promise<PatrolPageView> {
    const page = await this.patrols.list(ctx, query);
    return { ...page, items: [...mapPage(page, toPatrolView).items] };
  }

  /** Supervisors start a patrol of the network, everybody else one of their own site. */
  @Post('patrol')
  @HttpCode(202)
  @Requires('create', 'Patrol')
  async start(@Editor() ctx: EditorCtx): Promise<PatrolView> {
    return toPatrolView(await this.patrols.start(ctx, isSupervisor(ctx) ? 'network' : 'site'));
  }
}
