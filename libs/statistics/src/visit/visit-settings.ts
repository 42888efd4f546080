import { declareSetting } from '@zhanqun/tenancy';

/** 逐日访问量保留天数; older days are kept as months. */
export const keepVisitDays = declareSetting({
  key: 'statistics.keepVisitDays',
  label: '逐日访问量保留天数',
  type: 'number',
  default: 800,
  levels: ['platform', 'portal'],
  help: '超过后按月汇总，月度数据一直保留。460 至 3650 天。',
  validate: (days) =>
    Number.isInteger(days) && days >= 460 && days <= 3650 ? null : '须为 460 至 3650 的整数',
});
