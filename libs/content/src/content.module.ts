import { Global, Module } from '@nestjs/common';
import { StorageModule } from '@zhanqun/platform';
import { ChromeSource } from '@zhanqun/theming';
import { AccessibilityPage } from './accessibility/accessibility.page';
import { ArchiveService } from './article/archive.service';
import { ArticleAssets } from './article/article-assets';
import { ArticleController } from './article/article.controller';
import { ArticleDesk } from './article/article-desk';
import { ArticlePage } from './article/article.page';
import { ArticlePlacing } from './article/article-placing';
import { ArticlePreview } from './article/article-preview';
import { ArticleReading } from './article/article-reading';
import { ArticleDrafts } from './article/article-drafts';
import { ArticleService } from './article/article.service';
import { ArticleViews } from './article/article-views';
import { ArticleWriting } from './article/article-writing';
import { LIFE_CONTROLLERS, LIFE_JOBS, LIFE_PAGES, LIFE_SERVICES, LIFE_VIEWS } from './life.providers';
import {
  assetConsoleProviders,
  assetControllers,
  assetJobs,
  assetProviders,
  assetServices,
} from './asset/asset.providers';
import { FilePage } from './asset/file.page';
import { PublicFiles } from './asset/public-files';
import { SiteLibrary } from './asset/site-library';
import { TravellingFiles } from './asset/travelling-files';
import { ChannelChangeController } from './channel-change/channel-change.controller';
import { ChannelChangeService } from './channel-change/channel-change.service';
import { ChannelChangeTodos } from './channel-change/channel-change-todos';
import { ChannelChangeViews } from './channel-change/channel-change-views';
import { ChannelClosing } from './channel-change/channel-closing';
import { DirectChanges } from './channel-change/direct-changes';
import { ChannelController } from './channel/channel.controller';
import { ChannelFiguresReading } from './channel/channel-figures';
import { ChannelFurnisher } from './channel/channel-furnisher';
import { ChannelEntries } from './channel/channel-entries';
import { ChannelLists } from './channel/channel-lists';
import { ChannelPage } from './channel/channel.page';
import { ChannelReading } from './channel/channel-reading';
import { ChannelService } from './channel/channel.service';
import { ChannelViews } from './channel/channel-views';
import { SiteChrome } from './chrome/site-chrome';
import { DELIVERY_CONTROLLERS, DELIVERY_JOBS, DELIVERY_SERVICES } from './delivery/delivery.providers';
import { DOCX_CONTROLLERS, DOCX_SERVICES } from './docx/docx.providers';
import {
  LAYOUT_CONSOLE,
  LAYOUT_CONTROLLERS,
  LAYOUT_FILES,
  LAYOUT_OFFERED,
  LAYOUT_PAGES,
  LAYOUT_SERVICES,
} from './block/layout/layout.providers';
import { ContentFacts } from './facts/content-facts';
import {
  MOVING_CONSOLE,
  MOVING_CONTROLLERS,
  MOVING_JOBS,
  MOVING_PAGES,
  MOVING_SERVICES,
} from './import/import.providers';
import { IndexNumberController } from './index-number/index-number.controller';
import { IndexNumbers } from './index-number/index-number.service';
import { FINDABLE_PAGES } from './findable/findable.providers';
import { SiteMarkTodos } from './findable/site-mark-todos';
import { FactsGate } from './kind/facts-gate';
import { LayoutReferences } from './block/layout/layout-references';
import { KindController } from './kind/kind.controller';
import { KindFacts } from './kind/kind-facts';
import { PolicyLinks } from './policy/policy-links';
import { PolicyTodos } from './policy/policy-todos';
import { PublishScheduledJob } from './review/publish-scheduled.job';
import { Publishing } from './review/publishing';
import { ScheduledPublishingCheck } from './review/scheduled-check.job';
import { REVIEW_CONSOLE, REVIEW_CONTROLLERS, REVIEW_JOBS, REVIEW_SERVICES } from './review/review-parts';
import { ReviewController } from './review/review.controller';
import { ReviewService } from './review/review.service';
import { SubmitGates } from './review/submit-gate';
import { Trail } from './review/trail';
import { ArticleChangesReading } from './revision/article-changes';
import { RevisionController } from './revision/revision.controller';
import {
  SEARCH_CONSOLE,
  SEARCH_CONTROLLERS,
  SEARCH_JOBS,
  SEARCH_PAGES,
  SEARCH_SERVICES,
} from './search/search.providers';
import { SiteMapPage } from './site-map/site-map.page';
import { FirstMembers } from './staffing/first-members';
import { TextCheckConsoleModule, TextCheckJobsModule, TextCheckModule } from './text-check/text-check.module';
import { ArticleTodos } from './todo/article-todos';
import { TodoController } from './todo/todo.controller';
import { TodoService } from './todo/todo.service';
import { TodoSources } from './todo/todo-source';
import { TopicController } from './topic/topic.controller';
import { TopicTurnover } from './topic/topic.jobs';
import { TopicListPage, TopicPage } from './topic/topic.page';
import { TopicReading } from './topic/topic-reading';
import { TopicReferences } from './topic/topic-references';
import { TopicService } from './topic/topic.service';
import { TopicTodos } from './topic/topic-todos';
import { TopicViews } from './topic/topic-views';

const offered = [
  ...SEARCH_SERVICES,
  ...DOCX_SERVICES,
  ...LIFE_SERVICES,
  ArchiveService,
  LayoutReferences,
  ...MOVING_SERVICES,
  TravellingFiles,
  ArticleDesk,
  ArticleDrafts,
  ArticleService,
  ArticleWriting,
  ChannelFiguresReading,
  ChannelChangeService,
  ChannelReading,
  ChannelService,
  ContentFacts,
  ...DELIVERY_SERVICES,
  Publishing,
  ReviewService,
  ...REVIEW_SERVICES,
  SubmitGates,
  TodoSources,
  DirectChanges,
  IndexNumbers,
  KindFacts,
  PolicyLinks,
  TopicService,
];

/** Channels, articles and their review: what every process with content needs. */
@Global()
@Module({
  imports: [StorageModule, TextCheckModule],
  providers: [
    ...offered,
    ...assetProviders,
    ...LAYOUT_FILES,
    ArticlePlacing,
    ArticleTodos,
    ChannelFurnisher,
    ChannelChangeTodos,
    ChannelClosing,
    FactsGate,
    PolicyTodos,
    SiteMarkTodos,
    TopicReferences,
    TopicTodos,
    { provide: ArticleAssets, useClass: SiteLibrary },
  ],
  exports: [...offered, ...assetServices, ArticleAssets, KindFacts],
})
export class ContentModule {}

/** The citizens' pages and the frame around them; in the console for previews, in the worker for supervision. */
@Global()
@Module({
  imports: [ContentModule],
  providers: [
    ...SEARCH_PAGES,
    ...MOVING_PAGES,
    ...LIFE_PAGES,
    ...FINDABLE_PAGES,
    AccessibilityPage,
    ArticlePage,
    ArticleReading,
    ChannelEntries,
    ChannelLists,
    ChannelPage,
    FilePage,
    ...LAYOUT_PAGES,
    ...LAYOUT_SERVICES,
    PublicFiles,
    SiteMapPage,
    TopicListPage,
    TopicPage,
    TopicReading,
    { provide: ChromeSource, useClass: SiteChrome },
  ],
  exports: [...LAYOUT_OFFERED, TopicReading, ArticleReading, ChromeSource],
})
export class ContentPublicModule {}

/** The editors' API. */
@Module({
  imports: [ContentModule, ContentPublicModule, TextCheckConsoleModule],
  controllers: [
    ...SEARCH_CONTROLLERS,
    ...REVIEW_CONTROLLERS,
    ...DOCX_CONTROLLERS,
    ...LIFE_CONTROLLERS,
    ...MOVING_CONTROLLERS,
    ...LAYOUT_CONTROLLERS,
    ArticleController,
    ...assetControllers,
    ChannelController,
    ...DELIVERY_CONTROLLERS,
    ChannelChangeController,
    IndexNumberController,
    KindController,
    TopicController,
    ReviewController,
    RevisionController,
    TodoController,
  ],
  providers: [
    ...SEARCH_CONSOLE,
    ...REVIEW_CONSOLE,
    ...LIFE_VIEWS,
    ...MOVING_CONSOLE,
    ...LAYOUT_CONSOLE,
    ...assetConsoleProviders,
    ArticleChangesReading,
    ArticlePreview,
    ArticleViews,
    ChannelChangeViews,
    ChannelViews,
    TopicViews,
    FirstMembers,
    TodoService,
    Trail,
  ],
  exports: [TodoService],
})
export class ContentConsoleModule {}

/** The worker's share. */
@Module({
  imports: [ContentModule, TextCheckJobsModule],
  providers: [
    ...SEARCH_JOBS,
    ...REVIEW_JOBS,
    ...LIFE_JOBS,
    ...MOVING_JOBS,
    ...assetJobs,
    ...DELIVERY_JOBS,
    PublishScheduledJob,
    ScheduledPublishingCheck,
    TopicTurnover,
  ],
})
export class ContentJobsModule {}
