import type { ArticleDetail, ReviewStepName } from './articles';
import { api, sitePath, type Page, type Query } from './http';
import type { Schemas } from './views';

export type ReviewFile = Schemas['ReviewFileView'];
export type StepStanding = Schemas['StepStandingView'];
export type WaitingReview = Schemas['ReviewQueueItemView'];
export type BatchOutcome = Schemas['BatchOutcomeView'];
export type Remark = Schemas['RemarkView'];
export type RemarkInput = Schemas['RemarkDto'];
export type Emergency = Schemas['EmergencyView'];
export type Delegation = Schemas['DelegationView'];
export type DelegationInput = Schemas['DelegationDto'];
export type Colleague = Schemas['CandidateView'];
export type ReviewTemplate = Schemas['ReviewTemplateView'];
export type ReviewTemplateInput = Schemas['ReviewTemplateDto'];
export type ReviewTemplates = Schemas['ReviewTemplatesView'];
export type PlannedStep = Schemas['PlannedStepView'];
export type ReviewerRole = PlannedStep['who']['role'];
export type Passing = Schemas['PassDto'];
export type SecrecyVerdict = Schemas['SecrecyVerdictDto'];
export type CheckHit = Schemas['CheckHitView'];
export type EditingPass = Schemas['PassWithEditsDto'];

const path = (site: string, id: number, rest: string): string => sitePath(site, `/articles/${id}${rest}`);

export const reviewsApi = {
  queue: (site: string, query: Query) => api.get<Page<WaitingReview>>(sitePath(site, '/reviews'), query),
  batchPass: (site: string, items: readonly { id: number; version: number }[]) =>
    api.post<BatchOutcome[]>(sitePath(site, '/reviews/batch-pass'), { items }),

  file: (site: string, id: number) => api.get<ReviewFile>(path(site, id, '/review')),
  pass: (site: string, id: number, passing: Passing) =>
    api.post<ArticleDetail>(path(site, id, '/pass'), passing),
  passWithEdits: (site: string, id: number, wish: EditingPass) =>
    api.post<ArticleDetail>(path(site, id, '/pass-with-edits'), wish),
  returnTo: (site: string, id: number, to: ReviewStepName, reason: string, version: number) =>
    api.post<ArticleDetail>(path(site, id, '/return'), { to, reason, version }),
  claim: (site: string, id: number, step: ReviewStepName) =>
    api.post<ReviewFile>(path(site, id, '/claim'), { step }),
  reviewers: (site: string, id: number, step: ReviewStepName) =>
    api.get<Colleague[]>(path(site, id, '/reviewers'), { step }),
  reassign: (site: string, id: number, step: ReviewStepName, accountId: number) =>
    api.post<ReviewFile>(path(site, id, '/reassign'), { step, accountId }),
  publishUrgently: (site: string, id: number, reason: string, version: number) =>
    api.post<ArticleDetail>(path(site, id, '/publish-urgently'), { reason, version }),
  check: (site: string, id: number) => api.get<{ hits: CheckHit[] }>(path(site, id, '/check')),

  remarks: (site: string, id: number) => api.get<Remark[]>(path(site, id, '/remarks')),
  addRemark: (site: string, id: number, remark: RemarkInput) =>
    api.post<Remark>(path(site, id, '/remarks'), remark),
  turnRemark: (site: string, id: number, turn: 'resolve' | 'reopen') =>
    api.post<Remark>(sitePath(site, `/remarks/${id}/${turn}`)),

  emergencies: (site: string, query: Query) =>
    api.get<Page<Emergency>>(sitePath(site, '/emergencies'), query),
  emergency: (site: string, id: number) => api.get<Emergency>(sitePath(site, `/emergencies/${id}`)),
  complete: (site: string, id: number, passing: Passing) =>
    api.post<Emergency>(sitePath(site, `/emergencies/${id}/pass`), passing),
  fail: (site: string, id: number, reason: string) =>
    api.post<Emergency>(sitePath(site, `/emergencies/${id}/fail`), { reason }),

  delegations: (site: string) => api.get<Delegation[]>(sitePath(site, '/delegations')),
  standIns: (site: string) => api.get<Colleague[]>(sitePath(site, '/delegations/stand-ins')),
  delegate: (site: string, wish: DelegationInput) =>
    api.post<Delegation>(sitePath(site, '/delegations'), wish),
  endDelegation: (site: string, id: number) => api.post<Delegation>(sitePath(site, `/delegations/${id}/end`)),

  templates: (site: string) => api.get<ReviewTemplates>(sitePath(site, '/review-templates')),
  putTemplate: (site: string, template: ReviewTemplateInput) =>
    api.put<ReviewTemplates>(sitePath(site, '/review-templates'), template),
  removeTemplate: (site: string, id: number) => api.remove(sitePath(site, `/review-templates/${id}`)),

  approvalFormUrl: (site: string, id: number) => `/api${path(site, id, '/approval-form')}`,
};
