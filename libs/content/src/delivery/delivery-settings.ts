import { declareSetting } from '@zhanqun/tenancy';

/** 接收稿件是否再审: whether a text reviewed at its source is reviewed again where it is taken over. */
export const deliveryReview = declareSetting<string>({
  key: 'content.deliveryReview',
  label: '接收的稿件',
  type: 'choice',
  default: 'direct',
  levels: ['platform', 'portal', 'site'],
  choices: [
    { value: 'direct', label: '由有发布权限的人签收后直接发布' },
    { value: 'review', label: '签收后再按本站流程审核' },
  ],
  help: '来源单位已经完成三审的稿件，签收后是否再走一遍本站审核。没有发布权限的人签收时总要审核。',
  descends: false,
});
