import { Module } from '@nestjs/common';
import { ArchiveService } from './article/archive.service';
import { ArticleAssets, NoArticleAssets } from './article/article-assets';
import { ArticleController } from './article/article.controller';
import { ArticleDesk } from './article/article-desk';
import { ArticlePlacing } from './article/article-placing';
import { ArticleService } from './article/article.service';
import { ArticleViews } from './article/article-views';
import { ArticleWriting } from './article/article-writing';
import { ChannelController } from './channel/channel.controller';
import { ChannelFurnisher } from './channel/channel-furnisher';
import { ChannelReading } from './channel/channel-reading';
import { ChannelService } from './channel/channel.service';
import { DeliveryController } from './delivery/delivery.controller';
import { CarryCorrection, CarryWithdrawal, FollowSource } from './delivery/delivery.jobs';
import { DeliveryService } from './delivery/delivery.service';
import { DeliveryTodos } from './delivery/delivery-todos';
import { Reception } from './delivery/reception';
import { SourceChanges } from './delivery/source-changes';
import { ContentFacts } from './facts/content-facts';
import { IndexNumbers } from './index-number/index-number.service';
import { PublishScheduledJob } from './review/publish-scheduled.job';
import { Publishing } from './review/publishing';
import { ReviewController } from './review/review.controller';
import { ReviewService } from './review/review.service';
import { ArticleTodos } from './todo/article-todos';
import { TodoController } from './todo/todo.controller';
import { TodoService } from './todo/todo.service';
import { TodoSources } from './todo/todo-source';

const offered = [
  ContentFacts,
  DeliveryService,
  TodoSources,
  ArchiveService,
  ArticleDesk,
  ArticleService,
  ChannelReading,
  ChannelService,
  ReviewService,
];

/** Channels, articles and their review: what every process with content needs. */
@Module({
  providers: [
    ...offered,
    ArticlePlacing,
    ArticleWriting,
    ArticleTodos,
    ChannelFurnisher,
    DeliveryTodos,
    Reception,
    SourceChanges,
    IndexNumbers,
    Publishing,
    { provide: ArticleAssets, useClass: NoArticleAssets },
  ],
  exports: [...offered, Publishing],
})
export class ContentModule {}

/** The editors' API. */
@Module({
  imports: [ContentModule],
  controllers: [ArticleController, ChannelController, ReviewController, DeliveryController, TodoController],
  providers: [ArticleViews, TodoService],
})
export class ContentConsoleModule {}

/** The worker's share. */
@Module({
  imports: [ContentModule],
  providers: [CarryCorrection, CarryWithdrawal, FollowSource, PublishScheduledJob],
})
export class ContentJobsModule {}
