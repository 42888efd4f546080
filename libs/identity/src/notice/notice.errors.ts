import { defineError } from '@zhanqun/kernel';

export const noticeWayUnknown = defineError<{ kind: string }>(
  'identity.notice.wayUnknown',
  'invalid',
  ({ kind }) => `没有名为“${kind}”的消息类型，或接收方式不是：站内、邮件、每日汇总、不接收`,
);
