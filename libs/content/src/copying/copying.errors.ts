import { defineError } from '@zhanqun/kernel';

export const copySiteUnknown = defineError<{ site: string }>(
  'content.copy.siteUnknown',
  'notFound',
  () => '没有这个站点，或您在该站点没有起草稿件的权限',
);
