import { BatchPassing } from './batch/batch-passing';
import { Delegations } from './delegation/delegations';
import { CompletingReview } from './emergency/completing-review';
import { Emergencies } from './emergency/emergencies';
import { EmergencyPublishing } from './emergency/emergency-publishing';
import { DelegationController } from './delegation/delegation.controller';
import { EmergencyController } from './emergency/emergency.controller';
import { EmergencyTodos } from './emergency/emergency-todos';
import { ReviewFiles } from './file/review-file';
import { ApprovalForms } from './form/approval-form';
import { ApprovalFormController } from './form/approval-form.controller';
import { NextReviewers } from './news/next-reviewers';
import { TellAboutReview } from './news/tell-about-review.job';
import { ReviewQueue } from './queue/review-queue';
import { ReviewQueueController } from './queue/review-queue.controller';
import { RemarkController } from './remark/remark.controller';
import { Remarks } from './remark/remarks';
import { ReviewFileController } from './review-file.controller';
import { Releasing } from './releasing';
import { Reviewers } from './reviewers';
import { EditingPass } from './rework/editing-pass';
import { ReworkService } from './rework/rework.service';
import { SecrecyRecords } from './secrecy/secrecy-records';
import { Signing } from './signing';
import {
  PlatformReviewTemplateController,
  SiteReviewTemplateController,
} from './template/template.controller';
import { ReviewTemplates } from './template/review-templates';

/** The services of the review beside `ReviewService`, for every process with content. */
export const REVIEW_SERVICES = [
  BatchPassing,
  CompletingReview,
  Delegations,
  EditingPass,
  Emergencies,
  EmergencyPublishing,
  EmergencyTodos,
  Releasing,
  Reviewers,
  ReviewQueue,
  ReviewTemplates,
  ReworkService,
  SecrecyRecords,
  Signing,
];

/** What only the console answers with. */
export const REVIEW_CONSOLE = [ApprovalForms, Remarks, ReviewFiles];

export const REVIEW_CONTROLLERS = [
  ApprovalFormController,
  DelegationController,
  EmergencyController,
  PlatformReviewTemplateController,
  RemarkController,
  ReviewFileController,
  ReviewQueueController,
  SiteReviewTemplateController,
];

/** What only the worker does. */
export const REVIEW_JOBS = [NextReviewers, TellAboutReview];
