import { CircleCheck, CircleClose, RefreshLeft, Stamp } from '@element-plus/icons-vue';
import type { ChannelChange, ChannelChangeKind, ChannelChangeState } from '@/api/channel-changes';
import { CHANNEL_KIND_LABELS, UPDATE_CLASS_LABELS } from '@/channels/channel-words';
import type { StateLook } from '@/parts/state-tag.vue';

export const CHANGE_KIND_LABELS: Record<ChannelChangeKind, string> = {
  open: '开设栏目',
  merge: '合并栏目',
  close: '关闭栏目',
  owner: '变更责任单位',
  cycle: '变更更新周期',
};
export const CHANGE_KIND_HELP: Record<ChannelChangeKind, string> = {
  open: '写明责任单位、更新时限、审核和发布要求',
  merge: '文章移到另一个栏目，原栏目地址永久转向；文章自己的地址不变',
  close: '空栏目可直接关闭；还有文章的，写明并入哪个栏目',
  owner: '栏目改由另一个单位负责',
  cycle: '改变更新类别或自定更新期限；自定期限只能比法规要求更严',
};
export const CHANGE_LOOKS: Record<ChannelChangeState, StateLook> = {
  pending: { label: '待审批', tone: 'warn', icon: Stamp },
  approved: { label: '已批准', tone: 'good', icon: CircleCheck },
  refused: { label: '未批准', tone: 'bad', icon: CircleClose },
  recalled: { label: '已撤回', tone: 'quiet', icon: RefreshLeft },
};

/** What is asked for, line by line. */
export function planLines({ kind, plan, intoChannelName }: ChannelChange): { label: string; text: string }[] {
  const lines = [
    { label: '栏目地址', text: kind === 'open' ? plan.path : '' },
    { label: '上级栏目', text: kind === 'open' ? plan.parentName || '一级栏目' : '' },
    { label: '类型', text: plan.kind ? CHANNEL_KIND_LABELS[plan.kind] : '' },
    { label: '责任单位', text: plan.ownerOrganisation },
    { label: '更新要求', text: plan.updateClass ? UPDATE_CLASS_LABELS[plan.updateClass] : '' },
    { label: '自定更新期限', text: plan.cycleDays ? `${plan.cycleDays} 天` : '' },
    { label: '描述', text: plan.description },
    { label: '并入栏目', text: intoChannelName },
  ];
  return lines.filter(({ text }) => text !== '');
}
