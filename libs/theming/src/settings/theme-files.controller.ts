import { Controller, Get, Req, Res } from '@nestjs/common';
import { Public } from '@zhanqun/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { themeAssetAnswer } from '../site/theme-asset-answer';
import { ThemeLibrary } from '../theme/theme-library';

/** Theme files for previews inside the console; citizens get the same files from their own port. */
@Controller('_theme')
export class ThemeFilesController {
  constructor(private readonly themes: ThemeLibrary) {}

  @Get('*')
  @Public()
  file(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const path = request.url.replace(/^\/api(?=\/)/, '').replace(/\?.*$/, '');
    const answer = themeAssetAnswer(this.themes, path, request.headers);
    if (answer)
      void reply
        .status(answer.status)
        .headers({ ...answer.headers })
        .send(answer.body);
    else void reply.status(404).send();
  }
}
