import { EmergencyView, toEmergencyView } from '../emergency/emergency.view';
import type { Importance, ReviewStepName } from '../review';
import { SecrecyRecordView, toSecrecyRecordView } from '../secrecy/secrecy.view';
import type { ApprovalForm } from './approval-form';

const iso = (instant: Date | null): string | null => instant?.toISOString() ?? null;

export class FormStepView {
  key: ReviewStepName;
  name: string;
  byName: string;
  onBehalfOf: string;
  at: string | null;
  opinion: string;
}

/** 信息发布审批单 as data. */
export class ApprovalFormView {
  number: string;
  siteName: string;
  title: string;
  kindName: string;
  channelName: string;
  source: string;
  author: string;
  importance: Importance;
  summary: string;
  characters: number;
  attachments: string[];
  writtenBy: string;
  submittedAt: string | null;
  steps: FormStepView[];
  secrecy: SecrecyRecordView[];
  emergency: EmergencyView | null;
  publishedAt: string | null;
  scheduledFor: string | null;
  url: string | null;
}

export function toApprovalFormView(form: ApprovalForm): ApprovalFormView {
  const { printedBy: _by, printedAt: _at, emergency, ...rest } = form;
  return {
    ...rest,
    attachments: [...form.attachments],
    submittedAt: iso(form.submittedAt),
    steps: form.steps.map((step) => ({ ...step, at: iso(step.at) })),
    secrecy: form.secrecy.map(toSecrecyRecordView),
    emergency: emergency && toEmergencyView(emergency, form.printedAt),
    publishedAt: iso(form.publishedAt),
    scheduledFor: iso(form.scheduledFor),
  };
}
