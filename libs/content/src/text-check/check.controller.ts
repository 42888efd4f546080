import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import type { StaffCtx } from '@zhanqun/kernel';
import { Caller, Requires } from '@zhanqun/platform';
import { CheckTextDto } from './check.dto';
import { CheckService } from './check.service';
import { TextHitView, toTextHitView } from './check.view';

/** 文字检查 for everybody who is signed in: text in, hits out, nothing is stored. */
@Controller('check')
export class CheckController {
  constructor(private readonly checks: CheckService) {}

  @Post('text')
  @HttpCode(200)
  @Requires('use', 'Console')
  async text(@Caller() ctx: StaffCtx, @Body() { text }: CheckTextDto): Promise<TextHitView[]> {
    return (await this.checks.text(ctx, text)).map(toTextHitView);
  }
}
