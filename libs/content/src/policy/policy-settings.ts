import { declareSetting } from '@zhanqun/tenancy';

export const interpretationDays = declareSetting<number>({
  key: 'content.interpretationDays',
  label: '政策文件发布后几个工作日内须有解读',
  type: 'number',
  default: 3,
  levels: ['platform', 'portal', 'site'],
  help: '适用于重要程度为“重要”的政策文件；0 为不提醒',
  validate: (days) => (Number.isInteger(days) && days >= 0 && days <= 60 ? null : '须为 0 至 60 的整数'),
});
