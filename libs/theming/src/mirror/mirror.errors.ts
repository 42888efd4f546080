import { defineError } from '@zhanqun/kernel';

export const mirrorSiteUnknown = defineError<{ key: string }>(
  'theming.mirror.siteUnknown',
  'notFound',
  ({ key }) => `没有标识为 ${key} 的站点`,
);
export const mirrorSiteNotOpen = defineError<{ key: string }>(
  'theming.mirror.siteNotOpen',
  'conflict',
  () => '站点尚未开通，没有可以公开的页面',
);
export const mirrorFolderTaken = defineError<{ folder: string }>(
  'theming.mirror.folderTaken',
  'conflict',
  ({ folder }) => `${folder} 中已有别的文件，请换一个空目录`,
);
export const mirrorFolderInside = defineError<{ folder: string }>(
  'theming.mirror.folderInside',
  'invalid',
  () => '静态副本不能放在平台的数据目录里，请换一个目录',
);
export const mirrorRunning = defineError<{ key: string }>(
  'theming.mirror.running',
  'conflict',
  () => '另一个进程正在往这个目录写这个站点的副本，请等它结束',
);
export const mirrorUnavailable = defineError<{ status: number }>(
  'theming.mirror.unavailable',
  'unavailable',
  ({ status }) => `站点首页暂时读不出来（${status}），副本保持原样，请稍后再试`,
);
export const mirrorAbsent = defineError<{ key: string }>(
  'theming.mirror.absent',
  'notFound',
  () => '这个目录里没有这个站点的副本，请先做一次',
);
