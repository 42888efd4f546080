import { declareSetting } from '@zhanqun/tenancy';
import { APPROVERS, type Approver } from '../topic/topic-settings';

export const channelChangeApprover = declareSetting<Approver>({
  key: 'content.channelChangeApprover',
  label: '栏目变更由谁审批',
  type: 'choice',
  default: 'portal',
  levels: ['platform', 'portal'],
  choices: APPROVERS,
  help: '申请人不能审批自己的申请',
});

export const CHANNEL_CHANGE_RULES = [
  { value: 'all', label: '开设、合并、关闭、归属和更新周期变更都须申请' },
  { value: 'openAndClose', label: '开设、合并、关闭须申请，归属和更新周期可直接修改' },
  { value: 'none', label: '都可直接办理' },
] as const;
export type ChannelChangeRule = (typeof CHANNEL_CHANGE_RULES)[number]['value'];

export const channelChangeRule = declareSetting<ChannelChangeRule>({
  key: 'content.channelChangeRule',
  label: '哪些栏目变更须申请',
  type: 'choice',
  default: 'all',
  levels: ['platform', 'portal'],
  choices: CHANNEL_CHANGE_RULES,
  help: '网站上线前搭建栏目不受限制；名称、描述、排序等任何时候都可直接修改',
});
