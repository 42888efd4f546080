import { declareSetting } from '@zhanqun/tenancy';

/** 提前几天提醒栏目更新; 0 switches the reminders off. */
export const remindBeforeDays = declareSetting({
  key: 'calendar.remindBeforeDays',
  label: '栏目更新到期前几天提醒（0 为不提醒）',
  type: 'number',
  default: 3,
  levels: ['platform', 'portal', 'site'],
});
