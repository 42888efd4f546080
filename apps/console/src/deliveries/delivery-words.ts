import { CircleCheck, CircleClose, Clock, Remove } from '@element-plus/icons-vue';
import type { DeliveryKind, DeliveryState, OnChange } from '@/api/deliveries';
import type { StateLook } from '@/parts/state-tag.vue';

export const DELIVERY_KIND_LABELS: Record<DeliveryKind, string> = {
  submission: '报送',
  push: '推送',
  reference: '引用',
};
export const DELIVERY_LOOKS: Record<DeliveryState, StateLook> = {
  sent: { label: '待签收', tone: 'warn', icon: Clock },
  accepted: { label: '已采用', tone: 'good', icon: CircleCheck },
  declined: { label: '未采用', tone: 'bad', icon: CircleClose },
  recalled: { label: '已撤回', tone: 'quiet', icon: Remove },
};
export const ON_CHANGE_LABELS: Record<OnChange, string> = {
  todo: '转为待办，由本站核对后再改',
  atOnce: '立即同步到本站副本',
};
/** Filters of the list: a state, or copies whose source has changed. */
export const DELIVERY_FILTERS: readonly { value: string; label: string }[] = [
  ...Object.entries(DELIVERY_LOOKS).map(([value, look]) => ({ value, label: look.label })),
  { value: 'sourceChanged', label: '源稿已变更' },
];
