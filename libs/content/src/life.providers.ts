import { ArticlePlacement } from './placement/article-placement.service';
import { Pins } from './placement/pins.service';
import { PlacementController } from './placement/placement.controller';
import { PresenceController } from './presence/presence.controller';
import { Presences } from './presence/presences.service';
import { BinViews } from './recycle-bin/bin-views';
import { Erasing } from './recycle-bin/erasing';
import { RecycleBinController } from './recycle-bin/recycle-bin.controller';
import { RecycleBinSweep } from './recycle-bin/recycle-bin.job';
import { RecycleBin } from './recycle-bin/recycle-bin.service';
import { Expiry } from './timing/expiry.service';
import { EndPin, ExpireArticle } from './timing/timing.jobs';
import { WithdrawalController } from './withdrawal/withdrawal.controller';
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
  Presences,
  RecycleBin,
  Withdrawals,
  WorkingCopies,
];

export const LIFE_CONTROLLERS = [
  PlacementController,
  PresenceController,
  RecycleBinController,
  WithdrawalController,
  WorkingCopyController,
];

export const LIFE_VIEWS = [BinViews];

export const LIFE_JOBS = [EndPin, ExpireArticle, RecycleBinSweep, WorkingCopyCleaning];
