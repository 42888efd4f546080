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
import { IndexNumbers } from './index-number/index-number.service';
import { PublishScheduledJob } from './review/publish-scheduled.job';
import { Publishing } from './review/publishing';
import { ReviewController } from './review/review.controller';
import { ReviewService } from './review/review.service';

const offered = [ArchiveService, ArticleDesk, ArticleService, ChannelReading, ChannelService, ReviewService];

/** Channels, articles and their review: what every process with content needs. */
@Module({
  providers: [
    ...offered,
    ArticlePlacing,
    ArticleWriting,
    ChannelFurnisher,
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
  controllers: [ArticleController, ChannelController, ReviewController],
  providers: [ArticleViews],
})
export class ContentConsoleModule {}

/** The worker's share. */
@Module({
  imports: [ContentModule],
  providers: [PublishScheduledJob],
})
export class ContentJobsModule {}
