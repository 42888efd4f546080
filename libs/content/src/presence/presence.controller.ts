import { Body, Controller, HttpCode, Param, ParseIntPipe, Post } from '@nestjs/common';
import type { EditorCtx } from '@zhanqun/kernel';
import { Editor, Requires } from '@zhanqun/platform';
import { PresenceDto, PresenceView, toPresenceView } from './presence.dto';
import { Presences } from './presences.service';

@Controller('sites/:site/articles/:id/presence')
export class PresenceController {
  constructor(private readonly presences: Presences) {}

  /** 在场: called every ten seconds while an article is open. */
  @Post()
  @HttpCode(200)
  @Requires('read', 'Article')
  async beat(
    @Editor() ctx: EditorCtx,
    @Param('id', ParseIntPipe) id: number,
    @Body() { isEditing }: PresenceDto,
  ): Promise<PresenceView> {
    return toPresenceView(await this.presences.beat(ctx, id, isEditing));
  }
}
