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
import { ListsChanged } from './lists/lists-changed';
import { PlatformRulesController } from './lists/platform-rules.controller';
import { PlatformTermsController } from './lists/platform-terms.controller';
import { RuleDesk } from './lists/rule-desk';
import { SiteRulesController } from './lists/site-rules.controller';
import { SiteTermsController } from './lists/site-terms.controller';
import { TermDesk } from './lists/term-desk';
import { TermExport } from './lists/term-export';
import { TermImport } from './lists/term-import';

/** 内容检查: in every process with content, because what goes live is checked wherever that happens. */
@Global()
@Module({
  providers: [
    ArticleCheck,
    CheckAllowance,
    CheckGate,
    CheckLists,
    CheckService,
    Dismissals,
    ListsChanged,
    RuleDesk,
    SameTitles,
    TermDesk,
    TermExport,
    TermImport,
  ],
  exports: [ArticleCheck, CheckLists, CheckService, Dismissals, RuleDesk, TermDesk, TermExport, TermImport],
})
export class TextCheckModule {}

/** The editors' API. */
@Module({
  controllers: [
    ArticleCheckController,
    CheckController,
    PlatformRulesController,
    PlatformTermsController,
    SiteRulesController,
    SiteTermsController,
  ],
})
export class TextCheckConsoleModule {}
