import { Injectable } from '@nestjs/common';
import { ArticleSeeder } from './article-seeder';
import { DeliverySeeder } from './delivery-seeder';
import { DeskSeeder } from './desk-seeder';
import { KindsSeeder } from './kinds-seeder';
import { LayoutSeeder } from './layout-seeder';
import { LibrarySeeder } from './library-seeder';
import { LifeSeeder } from './life-seeder';
import { OfficeSeeder } from './office-seeder';
import { PushSeeder } from './push-seeder';
import { ReviewSeeder } from './review-seeder';
import { SearchSeeder } from './search-seeder';
import { SiteSeeder } from './site-seeder';
import { SupervisionSeeder } from './supervision-seeder';
import { TopicsSeeder } from './topics-seeder';
import { VisitSeeder } from './visit-seeder';

/** The seeders of the county, in the order of their work. */
@Injectable()
export class CountySeeders {
  constructor(
    readonly offices: OfficeSeeder,
    readonly sites: SiteSeeder,
    readonly library: LibrarySeeder,
    readonly articles: ArticleSeeder,
    readonly desks: DeskSeeder,
    readonly lives: LifeSeeder,
    readonly kinds: KindsSeeder,
    readonly topics: TopicsSeeder,
    readonly layouts: LayoutSeeder,
    readonly reviews: ReviewSeeder,
    readonly deliveries: DeliverySeeder,
    readonly pushes: PushSeeder,
    readonly searches: SearchSeeder,
    readonly supervision: SupervisionSeeder,
    readonly visits: VisitSeeder,
  ) {}
}
