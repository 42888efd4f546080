import { declareSetting } from '@zhanqun/tenancy';

/** Who of those with the right may publish urgently. */
export const emergencyPublishers = declareSetting<string>({
  key: 'review.emergencyPublishers',
  label: '应急发布由谁办理',
  help: '应急发布先上网后补审，须写明理由，并在期限内补齐全部审核',
  type: 'choice',
  default: 'both',
  choices: [
    { value: 'both', label: '终审员和站点管理员' },
    { value: 'finalReviewer', label: '只限终审员' },
    { value: 'siteAdmin', label: '只限站点管理员' },
    { value: 'nobody', label: '不允许应急发布' },
  ],
  levels: ['platform', 'portal', 'site'],
});

/** Never later than the regulation says. */
export const emergencyHours = declareSetting<number>({
  key: 'review.emergencyHours',
  label: '应急发布补审时限（工作小时）',
  help: '按工作日 9 时至 17 时计算；规定的期限更早时以规定为准',
  type: 'number',
  default: 8,
  levels: ['platform', 'portal', 'site'],
  validate: (value) =>
    Number.isInteger(value) && value >= 1 && value <= 40 ? null : '须为 1 至 40 之间的整数',
});
