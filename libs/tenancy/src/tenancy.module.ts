import { Global, Module } from '@nestjs/common';
import { SiteDirectory, WordingModule } from '@zhanqun/platform';
import { Blueprints } from './blueprint/blueprints';
import { OrganisationService } from './organisation/organisation.service';
import { NetworkNoticeBoard } from './network-notice/network-notice-board';
import { NetworkNoticeClock } from './network-notice/network-notice-clock';
import { NetworkNotices } from './network-notice/network-notice.service';
import { NoticeChanges } from './network-notice/notice-changes';
import { NoticePlaces } from './network-notice/notice-places';
import { Regulations } from './regulation/regulations';
import { Settings } from './settings/settings';
import { MemorySiteDirectory } from './site/memory-site-directory';
import { SiteAddresses } from './site/site-addresses';
import { SiteBindings } from './site/site-bindings';
import { SiteBirth } from './site/site-birth';
import { SiteChanges } from './site/site-changes';
import { SiteFactRules } from './site/site-fact-rules';
import { SiteFurnishers } from './site/site-furnisher';
import { SiteLifecycle } from './site/site-life-cycle.service';
import { SiteOpening } from './site/site-opening';
import { SiteProfiles } from './site/site-profiles';
import { SiteService } from './site/site.service';
import { TenancyMemory } from './tenancy-memory';

const offered = [
  MemorySiteDirectory,
  Regulations,
  Blueprints,
  Settings,
  OrganisationService,
  SiteService,
  SiteAddresses,
  SiteLifecycle,
  SiteFurnishers,
  NetworkNotices,
  NetworkNoticeBoard,
  NetworkNoticeClock,
  NoticePlaces,
];

/** Sites, organisations, settings and regulations for every process. Needs an up-to-date schema when it starts. */
@Global()
@Module({
  imports: [WordingModule],
  providers: [
    ...offered,
    { provide: SiteDirectory, useExisting: MemorySiteDirectory },
    NoticeChanges,
    SiteBindings,
    SiteBirth,
    SiteChanges,
    SiteFactRules,
    SiteOpening,
    SiteProfiles,
    TenancyMemory,
  ],
  exports: [...offered, SiteDirectory],
})
export class TenancyModule {}
