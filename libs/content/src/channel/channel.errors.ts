import { defineError } from '@zhanqun/kernel';

export const channelNotFound = defineError<{ id: number }>(
  'content.channel.notFound',
  'notFound',
  () => '栏目不存在或已被删除',
);

export const channelPathInvalid = defineError<{ path: string }>(
  'content.channel.pathInvalid',
  'invalid',
  () => '栏目地址每级用 1 至 40 个小写字母、数字或连字符，至多四级，如 zwgk/tzgg',
);

export const channelPathReserved = defineError<{ path: string; word: string }>(
  'content.channel.pathReserved',
  'invalid',
  ({ word }) => `“${word}”是系统保留的地址，请换一个`,
);

export const channelPathTaken = defineError<{ path: string }>(
  'content.channel.pathTaken',
  'conflict',
  ({ path }) => `本站已有地址为“${path}”的栏目，请换一个`,
);

export const channelPathFixed = defineError<{ path: string }>(
  'content.channel.pathFixed',
  'conflict',
  () => '栏目已有内容或下级栏目，地址不能再改，以免已公开的网址失效',
);

export const channelInvalid = defineError<{ faults: readonly { field: string; message: string }[] }>(
  'content.channel.invalid',
  'invalid',
  ({ faults }) => faults.map((fault) => fault.message).join('；'),
);

export const channelCycleTooLong = defineError<{ days: number; rule: string }>(
  'content.channel.cycleTooLong',
  'invalid',
  ({ days, rule }) => `自定更新周期 ${days} 天长于规定的${rule}，只能更短`,
);

export const channelMoveIntoItself = defineError<{ id: number }>(
  'content.channel.moveIntoItself',
  'invalid',
  () => '不能把栏目移到它自己或它的下级栏目之下',
);

export const channelTooDeep = defineError<{ levels: number }>(
  'content.channel.tooDeep',
  'invalid',
  ({ levels }) => `栏目至多 ${levels} 级`,
);

export const channelNotEmpty = defineError<{ articles: number; channels: number }>(
  'content.channel.notEmpty',
  'conflict',
  ({ articles, channels }) =>
    `栏目下还有${[articles > 0 ? ` ${articles} 篇文章` : '', channels > 0 ? ` ${channels} 个下级栏目` : ''].filter(Boolean).join('和')}，请先移走或删除`,
);

export const channelKindFixed = defineError<{ kind: string }>(
  'content.channel.kindFixed',
  'conflict',
  () => '栏目下已有文章，不能改为链接栏目',
);
