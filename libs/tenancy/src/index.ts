export { TenancyModule } from './tenancy.module';
export { TenancyConsoleModule } from './tenancy-console.module';
export { TenancyJobsModule } from './tenancy-jobs.module';

export { MemorySiteDirectory, type FormerAddress } from './site/memory-site-directory';
export { SiteService } from './site/site.service';
export type { SiteFilter, SiteNetwork } from './site/site.service';
export type { OpenedSite, SiteOrder } from './site/site-opening';
export type { SiteFacts } from './site/site-facts';
export type { SiteProfile } from './site/site-profile';
export { SiteAddresses } from './site/site-addresses';
export type { BindingFacts } from './site/site-bindings';
export { SiteLifecycle } from './site/site-life-cycle.service';
export { siteNotice } from './site/site-notice';
export { SiteFurnisher, SiteFurnishers } from './site/site-furnisher';
export type { FirstMember } from './site/site-furnisher';
export { Site } from './site/site.entity';
export { SiteBinding } from './site/site-binding.entity';
export { SiteStatusChange } from './site/site-status-change.entity';

export { LEVEL_NAMES, type EmergencyLevel } from './network-notice/network-notice';
export { NetworkNoticeBoard } from './network-notice/network-notice-board';
export { NetworkNoticeClock } from './network-notice/network-notice-clock';
export { NetworkNotice } from './network-notice/network-notice.entity';
export { NetworkNoticeDue } from './network-notice/network-notice.events';
export { NetworkNotices } from './network-notice/network-notice.service';
export type { NoticeWish } from './network-notice/network-notice.service';

export { Organisation, ORGANISATION_KINDS } from './organisation/organisation.entity';
export type { OrganisationKind } from './organisation/organisation.entity';
export { OrganisationService } from './organisation/organisation.service';
export type { OrganisationFacts } from './organisation/organisation.service';

export { bundledFolder, readBundled } from './bundled-data';
export { Blueprints } from './blueprint/blueprints';
export type { Blueprint, BlueprintChannel } from './blueprint/blueprint';

export { declareSetting } from './settings/setting';
export type { Setting, SettingLevel, SettingType } from './settings/setting';
export { Settings } from './settings/settings';
export type { EffectiveSetting } from './settings/settings';
export { SiteSetting } from './settings/site-setting.entity';

export { Regulations } from './regulation/regulations';
export { RegulationRecord } from './regulation/regulation-record.entity';
export { citation, EffectiveRegulation } from './regulation/effective-regulation';
export { dueAfter, periodLabel, windowStart } from './regulation/period';
export type { Period } from './regulation/period';
export {
  IMPORTANCES,
  REPLY_CLASSES,
  REVIEW_STEPS,
  SEVERITIES,
  UPDATE_CLASSES,
} from './regulation/regulation';
export type {
  Basis,
  Figure,
  FigureStatus,
  Importance,
  IndicatorRule,
  RegulationHead,
  ReplyClass,
  ReviewStepName,
  Severity,
  UpdateClass,
} from './regulation/regulation';
