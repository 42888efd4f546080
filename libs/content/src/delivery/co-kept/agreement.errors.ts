import { defineError } from '@zhanqun/kernel';

export const agreementNotFound = defineError<{ id: number }>(
  'content.agreement.notFound',
  'notFound',
  () => '没有这份共建约定，或它与本站无关',
);

export const agreementMoveRefused = defineError<{ move: string; state: string }>(
  'content.agreement.moveRefused',
  'conflict',
  () => '这份共建约定的状态已变化，请刷新后查看',
);

export const agreementExists = defineError<{ site: string }>(
  'content.agreement.exists',
  'conflict',
  () => '该站点已经在共建这个栏目，或邀请正等待对方确认',
);

export const contributorUnknown = defineError<{ site: string }>(
  'content.agreement.contributorUnknown',
  'invalid',
  () => '共建站点不存在、已停用，或不在本站群内',
);

export const channelCannotBeCoKept = defineError<{ channelId: number }>(
  'content.agreement.channelKind',
  'invalid',
  () => '链接栏目和已关闭的栏目不能共建，请选择存放文章的栏目',
);
