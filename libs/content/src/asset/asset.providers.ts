import type { Provider } from '@nestjs/common';
import { AppConfig } from '@zhanqun/platform';
import { AssetBulkController } from './asset-bulk.controller';
import { AssetController } from './asset.controller';
import { AssetDetails } from './asset-details';
import { AssetFileController } from './asset-file.controller';
import { AssetFiles } from './asset-files';
import { AssetIntake } from './asset-intake';
import { AssetCleaning, AssetQuarantineCheck, AssetUseCounting } from './asset.jobs';
import { AssetLibrary } from './asset-library';
import { AssetPlaces } from './asset-places';
import { AssetQuota } from './asset-quota';
import { AssetReplacing } from './asset-replacing';
import { AssetService } from './asset.service';
import { AssetTrash } from './asset-trash';
import { FileReader } from './file-reader';
import { AssetFolderController } from './folder/asset-folder.controller';
import { AssetFolders } from './folder/asset-folders';
import { AssetOfferController } from './offer/asset-offer.controller';
import { AssetOffers } from './offer/asset-offers';
import { Quarantine } from './scan/quarantine';
import { scannerFor, Scanning } from './scan/scanning';
import { VirusScanner } from './scan/virus-scanner';
import { TopicFiles } from './topic-files';
import { AssetUploadController } from './upload/asset-upload.controller';
import { Tus } from './upload/tus';
import { Uploads } from './upload/uploads';
import { Variants } from './variants';

/** What other features of this library and of others may use. */
const services = [
  AssetFolders,
  AssetIntake,
  AssetLibrary,
  AssetOffers,
  AssetPlaces,
  AssetQuota,
  AssetReplacing,
  AssetService,
  AssetTrash,
  FileReader,
  Quarantine,
  Uploads,
  Variants,
];
export const assetServices = [...services, VirusScanner];

export const assetProviders: Provider[] = [
  ...services,
  AssetFiles,
  Scanning,
  TopicFiles,
  { provide: VirusScanner, useFactory: scannerFor, inject: [AppConfig] },
];

export const assetControllers = [
  AssetBulkController,
  AssetController,
  AssetFileController,
  AssetFolderController,
  AssetOfferController,
  AssetUploadController,
];

export const assetConsoleProviders = [AssetDetails, Tus];

export const assetJobs = [AssetCleaning, AssetQuarantineCheck, AssetUseCounting];
