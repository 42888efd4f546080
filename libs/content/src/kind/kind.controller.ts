import { Controller, Get } from '@nestjs/common';
import { Requires } from '@zhanqun/platform';
import { declaredKinds } from './kind';
import { ArticleKindView, toArticleKindView } from './kind.dto';

/** 文章类型: what the forms of the editor are made from. */
@Controller('article-kinds')
export class KindController {
  @Get()
  @Requires('use', 'Console')
  list(): ArticleKindView[] {
    return declaredKinds().map(toArticleKindView);
  }
}
