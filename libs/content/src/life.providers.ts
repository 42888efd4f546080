import { PresenceController } from './presence/presence.controller';
import { Presences } from './presence/presences.service';
import { WorkingCopies } from './working-copy/working-copies.service';
import { WorkingCopyCleaning } from './working-copy/working-copy-cleaning.job';
import { WorkingCopyController } from './working-copy/working-copy.controller';

/** The life of an article between its draft and its end; listed here so that the modules stay readable. */
export const LIFE_SERVICES = [Presences, WorkingCopies];

export const LIFE_CONTROLLERS = [PresenceController, WorkingCopyController];

export const LIFE_JOBS = [WorkingCopyCleaning];
