import { declareSetting } from '@zhanqun/tenancy';

/** 回收站保留天数. */
export const binDays = declareSetting<number>({
  key: 'content.recycleBinDays',
  label: '回收站保留天数',
  type: 'number',
  default: 30,
  levels: ['platform', 'portal', 'site'],
  help: '删除的稿件在回收站保留这么多天，期间可以恢复，到期自动彻底删除。1 至 365 天。',
  validate: (days) => (Number.isInteger(days) && days >= 1 && days <= 365 ? null : '须为 1 至 365 的整数'),
});
