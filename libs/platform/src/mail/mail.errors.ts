import { defineError } from '@zhanqun/kernel';

export const mailNotConfigured = defineError(
  'platform.mail.notConfigured',
  'unavailable',
  () => '尚未配置发信服务器，请联系数据中心设置 MAIL_URL',
);

export const mailNotSent = defineError<{ to: string }>(
  'platform.mail.notSent',
  'unavailable',
  ({ to }) => `发往 ${to} 的邮件未能送出，稍后将自动重试`,
);
