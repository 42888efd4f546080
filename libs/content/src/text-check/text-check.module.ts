import { Global, Module } from '@nestjs/common';
import { ArticleCheckController } from './article-check.controller';
import { ArticleCheck } from './article/article-check';
import { CheckGate } from './article/check-gate';
import { Dismissals } from './article/dismissals';
import { SameTitles } from './article/same-titles';
import { CheckAllowance } from './check-allowance';
import { CheckController } from './check.controller';
import { CheckService } from './check.service';
import { CheckLists } from './lists/check-lists';

/** 内容检查: in every process with content, because what goes live is checked wherever that happens. */
@Global()
@Module({
  providers: [ArticleCheck, CheckAllowance, CheckGate, CheckLists, CheckService, Dismissals, SameTitles],
  exports: [ArticleCheck, CheckLists, CheckService, Dismissals],
})
export class TextCheckModule {}

/** The editors' API. */
@Module({ controllers: [ArticleCheckController, CheckController] })
export class TextCheckConsoleModule {}
