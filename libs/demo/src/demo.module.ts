import { Module } from '@nestjs/common';
import { ContentModule, ContentPublicModule } from '@zhanqun/content';
import { StatisticsModule } from '@zhanqun/statistics';
import { SupervisionModule } from '@zhanqun/supervision';
import { Demo } from './demo.service';
import { ArticleSeeder } from './seed/article-seeder';
import { Cast } from './seed/cast';
import { CountySeeders } from './seed/county-seeders';
import { DeliverySeeder } from './seed/delivery-seeder';
import { DeskSeeder } from './seed/desk-seeder';
import { LargeCounty } from './seed/large-county';
import { LayoutSeeder } from './seed/layout-seeder';
import { LibraryOrder } from './seed/library-order';
import { KindsSeeder } from './seed/kinds-seeder';
import { LibrarySeeder } from './seed/library-seeder';
import { LifeSeeder } from './seed/life-seeder';
import { OfficeSeeder } from './seed/office-seeder';
import { PushSeeder } from './seed/push-seeder';
import { ReviewMoves, ReviewSeeder } from './seed/review-seeder';
import { SearchSeeder } from './seed/search-seeder';
import { SiteSeeder } from './seed/site-seeder';
import { SupervisionSeeder } from './seed/supervision-seeder';
import { TopicsSeeder } from './seed/topics-seeder';
import { VisitSeeder } from './seed/visit-seeder';

@Module({
  imports: [ContentModule, ContentPublicModule, StatisticsModule, SupervisionModule],
  providers: [
    ArticleSeeder,
    Cast,
    CountySeeders,
    DeliverySeeder,
    Demo,
    DeskSeeder,
    LargeCounty,
    LayoutSeeder,
    LibraryOrder,
    KindsSeeder,
    LibrarySeeder,
    LifeSeeder,
    OfficeSeeder,
    PushSeeder,
    ReviewMoves,
    ReviewSeeder,
    SearchSeeder,
    SiteSeeder,
    SupervisionSeeder,
    TopicsSeeder,
    VisitSeeder,
  ],
  exports: [Demo],
})
export class DemoModule {}
