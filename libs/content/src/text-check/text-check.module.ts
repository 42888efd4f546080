import { Global, Module } from '@nestjs/common';
import { ArticleCheck } from './article/article-check';
import { CheckGate } from './article/check-gate';
import { CheckAllowance } from './check-allowance';
import { CheckController } from './check.controller';
import { CheckService } from './check.service';
import { CheckLists } from './lists/check-lists';

/** 内容检查: in every process with content, because what goes live is checked wherever that happens. */
@Global()
@Module({
  providers: [ArticleCheck, CheckAllowance, CheckGate, CheckLists, CheckService],
  exports: [ArticleCheck, CheckLists, CheckService],
})
export class TextCheckModule {}

/** The editors' API. */
@Module({ controllers: [CheckController] })
export class TextCheckConsoleModule {}
