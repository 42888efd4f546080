import type { EditorCtx } from '@zhanqun/kernel';
import { declareSetting } from '@zhanqun/tenancy';

export const APPROVERS = [
  { value: 'portal', label: '门户网站主管单位（监管员）' },
  { value: 'site', label: '本站站点管理员' },
] as const;
export type Approver = (typeof APPROVERS)[number]['value'];

export const topicApprover = declareSetting<Approver>({
  key: 'content.topicApprover',
  label: '专题开设由谁审批',
  type: 'choice',
  default: 'portal',
  levels: ['platform', 'portal'],
  choices: APPROVERS,
  help: '申请人不能审批自己的申请',
});

/** The right that an approver of this kind holds: `approve` at the site, `oversee` from the portal. */
export const approvingAction = (approver: Approver): 'approve' | 'oversee' =>
  approver === 'site' ? 'approve' : 'oversee';

export const isOwnApplication = (ctx: EditorCtx, appliedById: number | null): boolean =>
  appliedById === ctx.actor.accountId;
