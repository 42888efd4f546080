import { AddressList } from '../old-address/address-list';
import { AddressTargets } from '../old-address/address-targets';
import { OldAddressController } from '../old-address/old-address.controller';
import { OldAddressReading } from '../old-address/old-address-reading';
import { OldAddresses } from '../old-address/old-address.service';
import { ArticleImports } from './article-imports';
import { CategoryChannels } from './category-channels';
import { ImportController } from './import.controller';
import { SiteMoves } from './command-imports';
import { ContinueImportJob, ReadImportJob, TidyImports } from './import.jobs';
import { ImportRuns } from './import-runs';
import { ImportWork } from './import-work';
import { ItemStoring } from './item-storing';
import { Localising } from './localising';
import { WorkPlaces } from './package/work-places';
import { PreviewReading } from './preview-reading';
import { SiteExportController } from '../site-export/site-export.controller';
import { ExpireSiteExports, SiteExports, WriteSiteExportJob } from '../site-export/site-exports';
import { SiteFittings } from '../site-export/site-fittings';
import { SiteFounding } from '../site-export/site-founding';
import { SiteMoving } from '../site-export/site-moving';
import { SiteRestoring } from '../site-export/site-restoring';
import { SiteStructure } from '../site-export/site-structure';
import { SiteWriting } from '../site-export/site-writing';
import { SourceOpening } from './source-opening';

/** 旧站迁入, 旧网址 and 整站导出: their share in each part of the library. */
export const MOVING_SERVICES = [
  ArticleImports,
  AddressTargets,
  CategoryChannels,
  ImportRuns,
  ImportWork,
  ItemStoring,
  Localising,
  OldAddresses,
  PreviewReading,
  SiteExports,
  SiteFittings,
  SiteFounding,
  SiteMoves,
  SiteMoving,
  SiteRestoring,
  SiteStructure,
  SiteWriting,
  SourceOpening,
  WorkPlaces,
];
export const MOVING_PAGES = [OldAddressReading];
export const MOVING_CONTROLLERS = [ImportController, OldAddressController, SiteExportController];
export const MOVING_CONSOLE = [AddressList];
export const MOVING_JOBS = [
  ContinueImportJob,
  ReadImportJob,
  TidyImports,
  WriteSiteExportJob,
  ExpireSiteExports,
];
