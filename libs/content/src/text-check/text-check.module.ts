import { Global, Module } from '@nestjs/common';
import { WordingModule } from '@zhanqun/platform';
import { ArticleCheckController } from './article-check.controller';
import { AttachmentTexts } from './attachment/attachment-texts';
import { ReadAttachmentJob } from './attachment/attachment.jobs';
import { ArticleCheck } from './article/article-check';
import { CheckGate } from './article/check-gate';
import { Dismissals } from './article/dismissals';
import { SameTitles } from './article/same-titles';
import { CheckAllowance } from './check-allowance';
import { CheckController } from './check.controller';
import { CheckService } from './check.service';
import { DeadLinks } from './links/dead-links';
import { LinksAgain, VisitLinksJob } from './links/links.jobs';
import { OutsideLinks } from './links/outside-links';
import { OwnLinks } from './links/own-links';
import { CheckLists } from './lists/check-lists';
import { ListsChanged } from './lists/lists-changed';
import { RuleDesk } from './lists/rule-desk';
import { PlatformRulesController, SiteRulesController } from './lists/rules.controller';
import { PlatformTermsController, SiteTermsController } from './lists/terms.controller';
import { TermDesk } from './lists/term-desk';
import { TermExport } from './lists/term-export';
import { TermImport } from './lists/term-import';
import { PublicLines } from './public-lines';
import { CheckFindings } from './recheck/check-findings';
import { CheckTodos } from './recheck/check-todos';
import { RecheckController } from './recheck/recheck.controller';
import { RecheckChanged, RecheckPublishedJob } from './recheck/recheck.jobs';
import { Recheck } from './recheck/recheck.service';

/** 内容检查: in every process with content, because what goes live is checked wherever that happens. */
@Global()
@Module({
  imports: [WordingModule],
  providers: [
    ArticleCheck,
    AttachmentTexts,
    CheckAllowance,
    CheckFindings,
    CheckGate,
    CheckLists,
    CheckService,
    CheckTodos,
    DeadLinks,
    Dismissals,
    ListsChanged,
    OutsideLinks,
    OwnLinks,
    PublicLines,
    Recheck,
    RuleDesk,
    SameTitles,
    TermDesk,
    TermExport,
    TermImport,
  ],
  exports: [
    ArticleCheck,
    AttachmentTexts,
    CheckFindings,
    CheckLists,
    CheckService,
    Dismissals,
    OutsideLinks,
    PublicLines,
    Recheck,
    RuleDesk,
    TermDesk,
    TermExport,
    TermImport,
  ],
})
export class TextCheckModule {}

/** The editors' API. */
@Module({
  controllers: [
    ArticleCheckController,
    CheckController,
    PlatformRulesController,
    PlatformTermsController,
    RecheckController,
    SiteRulesController,
    SiteTermsController,
  ],
})
export class TextCheckConsoleModule {}

/** The worker's share. */
@Module({ providers: [LinksAgain, ReadAttachmentJob, RecheckChanged, RecheckPublishedJob, VisitLinksJob] })
export class TextCheckJobsModule {}
