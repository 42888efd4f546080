import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post } from '@nestjs/common';
import type { EditorCtx } from '@zhanqun/kernel';
import { Editor, Requires } from '@zhanqun/platform';
import { DelegationDto } from '../review.dto';
import { CandidateView } from '../review.view';
import { DelegationView, toDelegationView } from './delegation.view';
import { Delegations } from './delegations';

/** 审核委托. */
@Controller('sites/:site/delegations')
export class DelegationController {
  constructor(private readonly delegations: Delegations) {}

  @Get()
  @Requires('read', 'Article')
  async list(@Editor() ctx: EditorCtx): Promise<DelegationView[]> {
    return (await this.delegations.list(ctx)).map(toDelegationView);
  }

  /** Colleagues at this site who could stand in. */
  @Get('stand-ins')
  @Requires('read', 'Article')
  standIns(@Editor() ctx: EditorCtx): Promise<CandidateView[]> {
    return this.delegations.colleagues(ctx);
  }

  @Post()
  @Requires('read', 'Article')
  async begin(@Editor() ctx: EditorCtx, @Body() dto: DelegationDto): Promise<DelegationView> {
    return toDelegationView(await this.delegations.begin(ctx, dto));
  }

  @Post(':id/end')
  @HttpCode(200)
  @Requires('read', 'Article')
  async end(@Editor() ctx: EditorCtx, @Param('id', ParseIntPipe) id: number): Promise<DelegationView> {
    return toDelegationView(await this.delegations.end(ctx, id));
  }
}
