import { defineError } from '@zhanqun/kernel';

export const unknownEncoding = defineError(
  'content.import.unknownEncoding',
  'invalid',
  () => '无法识别文字编码（不是 UTF-8 也不是 GB18030），请用记事本另存为 UTF-8 后再导入',
);

export const documentEmpty = defineError('content.import.empty', 'invalid', () => '文件中没有文字');

export const documentTooLong = defineError<{ limit: number }>(
  'content.import.tooLong',
  'tooLarge',
  ({ limit }) => `文字超过 ${limit / 10_000} 万字，请拆成几篇再导入`,
);

export const directoryUnreadable = defineError<{ directory: string }>(
  'content.import.directoryUnreadable',
  'invalid',
  ({ directory }) => `目录 ${directory} 不存在或无法读取`,
);

export const siteUnknown = defineError<{ site: string }>(
  'content.import.siteUnknown',
  'notFound',
  ({ site }) => `没有标识为 ${site} 的站点`,
);

export const channelUnknown = defineError<{ channel: string }>(
  'content.import.channelUnknown',
  'notFound',
  ({ channel }) => `站点没有栏目 ${channel}`,
);

export const accountUnknown = defineError<{ username: string }>(
  'content.import.accountUnknown',
  'notFound',
  ({ username }) => `没有账号 ${username}`,
);

export const kindUnknown = defineError<{ kind: string }>(
  'content.import.kindUnknown',
  'invalid',
  ({ kind }) => `不认识的稿件类型 ${kind}，可用 news、notice 或 policyDocument`,
);
