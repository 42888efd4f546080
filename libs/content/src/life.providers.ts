import { BatchController } from './batch/batch.controller';
import { BatchOperations } from './batch/batch-operations';
import { Leftovers } from './batch/leftovers.job';
import { Batches } from './batch/batches.service';
import { CopyingController } from './copying/copying.controller';
import { Copying } from './copying/copying.service';
import { ArticlePlacement } from './placement/article-placement.service';
import { Pins } from './placement/pins.service';
import { PlacementController } from './placement/placement.controller';
import { PresenceController } from './presence/presence.controller';
import { Presences } from './presence/presences.service';
import { PreviewOpening } from './preview-link/opened-preview';
import { PreviewFilePage, PreviewPage } from './preview-link/preview.page';
import { PreviewLinkController } from './preview-link/preview-link.controller';
import { PreviewLinks } from './preview-link/preview-links.service';
import { BinViews } from './recycle-bin/bin-views';
import { Erasing } from './recycle-bin/erasing';
import { RecycleBinController } from './recycle-bin/recycle-bin.controller';
import { RecycleBinSweep } from './recycle-bin/recycle-bin.job';
import { RecycleBin } from './recycle-bin/recycle-bin.service';
import { RegisterController } from './register/register.controller';
import { Register } from './register/register.service';
import { HistoryController } from './revision/history.controller';
import { Restoring } from './revision/restoring.service';
import { Expiry } from './timing/expiry.service';
import { EndPin, ExpireArticle } from './timing/timing.jobs';
import { WithdrawalController } from './withdrawal/withdrawal.controller';
import { WithdrawnReading } from './withdrawal/withdrawn-reading';
import { Withdrawals } from './withdrawal/withdrawals.service';
import { WorkingCopies } from './working-copy/working-copies.service';
import { WorkingCopyCleaning } from './working-copy/working-copy-cleaning.job';
import { WorkingCopyController } from './working-copy/working-copy.controller';

/** The life of an article between its draft and its end; listed here so that the modules stay readable. */
export const LIFE_SERVICES = [
  ArticlePlacement,
  Erasing,
  Expiry,
  Pins,
  PreviewLinks,
  Presences,
  RecycleBin,
  Register,
  Restoring,
  Withdrawals,
  WorkingCopies,
];

export const LIFE_PAGES = [PreviewFilePage, PreviewOpening, PreviewPage, WithdrawnReading];

export const LIFE_CONTROLLERS = [
  BatchController,
  CopyingController,
  HistoryController,
  PlacementController,
  PresenceController,
  PreviewLinkController,
  RecycleBinController,
  RegisterController,
  WithdrawalController,
  WorkingCopyController,
];

/** Of the console alone. */
export const LIFE_VIEWS = [Batches, BatchOperations, BinViews, Copying];

export const LIFE_JOBS = [EndPin, ExpireArticle, Leftovers, RecycleBinSweep, WorkingCopyCleaning];
