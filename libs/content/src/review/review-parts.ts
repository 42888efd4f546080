import { BatchPassing } from './batch/batch-passing';
import { Delegations } from './delegation/delegations';
import { CompletingReview } from './emergency/completing-review';
import { Emergencies } from './emergency/emergencies';
import { EmergencyPublishing } from './emergency/emergency-publishing';
import { Releasing } from './releasing';
import { Reviewers } from './reviewers';
import { EditingPass } from './rework/editing-pass';
import { ReworkService } from './rework/rework.service';
import { SecrecyRecords } from './secrecy/secrecy-records';
import { Signing } from './signing';
import { ReviewTemplates } from './template/review-templates';

/** The services of the review beside `ReviewService`, for every process with content. */
export const REVIEW_SERVICES = [
  BatchPassing,
  CompletingReview,
  Delegations,
  EditingPass,
  Emergencies,
  EmergencyPublishing,
  Releasing,
  Reviewers,
  ReviewTemplates,
  ReworkService,
  SecrecyRecords,
  Signing,
];
