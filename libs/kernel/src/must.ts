import type { Ability } from './ctx';
import { defineError } from './domain-error';

/** Actions in the office's words, for refusals. */
const ACTIONS: Readonly<Record<string, string>> = {
  read: '查看',
  create: '新建',
  update: '修改',
  delete: '删除',
  purge: '彻底删除',
  submit: '送审',
  passInitial: '初审',
  passSecond: '复审',
  passFinal: '终审',
  proofread: '校对',
  reviewSecrecy: '保密审查',
  publishUrgently: '应急发布',
  sendBack: '退回',
  withdraw: '撤回',
  publish: '发布',
  send: '报送或推送',
  accept: '接收',
  dispatch: '交办',
  fix: '整改',
  manage: '管理',
  close: '办结',
  use: '使用',
  changePassword: '修改密码',
  secure: '启用、解锁或重置密码',
};

const SUBJECTS: Readonly<Record<string, string>> = {
  Site: '站点',
  SiteSettings: '站点设置',
  Organisation: '机构',
  Account: '账号',
  Membership: '授权',
  Session: '登录会话',
  AuditEntry: '审计日志',
  Job: '后台任务',
  Channel: '栏目',
  Article: '稿件',
  Asset: '素材',
  Delivery: '报送推送',
  Finding: '监管问题',
  Rectification: '整改单',
  Patrol: '巡检',
  Regulation: '管理办法',
  Theme: '主题皮肤',
  OldAddress: '旧网址',
  ImportRun: '导入',
  SiteExport: '整站导出',
  NetworkNotice: '应急横幅与灰色日',
  Console: '后台',
};

/** `passFinal` → 终审. */
export const actionName = (action: string): string => ACTIONS[action] ?? action;

/** `Article` → 稿件. */
export const subjectName = (subject: string): string => SUBJECTS[subject] ?? subject;

export const rightMissingForRow = defineError<{ action: string; subject: string }>(
  'identity.right.missing',
  'forbidden',
  ({ action, subject }) =>
    `您没有对${SUBJECTS[subject] ? `此${SUBJECTS[subject]}` : '此内容'}进行“${actionName(action)}”的权限，` +
    '如确有需要，请联系本站管理员或安全管理员',
);

type Asking = { readonly ability: Ability };

/** The fine question about a loaded row: may this person do it to *this* one? For screens that offer moves. */
export function canDo(ctx: Asking, action: string, row: object | string): boolean {
  return ctx.ability.can(action, row);
}

/** The fine question as a gate. Raises `identity.right.missing`, which names the action in Chinese. */
export function must(ctx: Asking, action: string, row: object | string): void {
  if (canDo(ctx, action, row)) return;
  throw rightMissingForRow({ action, subject: subjectOf(row) });
}

function subjectOf(row: object | string): string {
  if (typeof row === 'string') return row;
  const named = row as { __caslSubjectType__?: string };
  const type = row.constructor as { modelName?: string; name?: string } | undefined;
  return named.__caslSubjectType__ ?? type?.modelName ?? type?.name ?? '';
}
