import { CircleCheck, CircleClose, Clock, Remove, View, WarningFilled } from '@element-plus/icons-vue';
import type {
  AgreementView,
  DeliveryDetailView,
  DeliveryEventView,
  DeliveryKind,
  DeliveryProgress,
  DeliveryState,
  OnChange,
} from '@/api/deliveries';
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

export const PROGRESS_LOOKS: Record<DeliveryProgress, StateLook> = {
  waits: DELIVERY_LOOKS.sent,
  overdue: { label: '逾期未转载', tone: 'bad', icon: WarningFilled },
  inReview: { label: '已签收，审核中', tone: 'main', icon: View },
  live: { label: '已发布', tone: 'good', icon: CircleCheck },
  copyWithdrawn: { label: '副本已撤下', tone: 'quiet', icon: Remove },
  declined: DELIVERY_LOOKS.declined,
  recalled: DELIVERY_LOOKS.recalled,
};
export const CARRYING_LABELS = { must: '必须转载', may: '可转载' } as const;
export const GROUP_LABELS = { portal: '门户', department: '部门', township: '乡镇', unit: '单位' } as const;

export const EVENT_LABELS: Record<DeliveryEventView['kind'], string> = {
  sent: '送出',
  resent: '再次送出',
  opened: '已查看',
  reminded: '催办',
  accepted: '签收',
  graded: '评定等次',
  declined: '不采用',
  recalled: '撤回',
  held: '未能自动接收，转人工处理',
  copyPublished: '副本发布',
  copyWithdrawn: '副本撤下',
  pointsTakenBack: '收回积分',
  sourceCorrected: '源稿更正',
  sourceWithdrawn: '源稿撤下',
  sourceDeleted: '源稿删除到回收站',
  sourcePurged: '源稿彻底删除',
  applied: '采用来源变更',
  ignored: '不采用来源变更',
};
export const SOURCE_WAYS: Record<NonNullable<DeliveryDetailView['sourceWay']>, string> = {
  gone: '源稿已撤下',
  merged: '源稿已并入另一篇稿件',
  notice: '源稿已撤下并公示原因',
  expired: '源稿已到期下线',
  deleted: '源稿已删除',
  purged: '源稿已彻底删除',
};
export const AGREEMENT_LOOKS: Record<AgreementView['state'], StateLook> = {
  offered: { label: '待对方确认', tone: 'warn', icon: Clock },
  agreed: { label: '共建中', tone: 'good', icon: CircleCheck },
  declined: { label: '对方未同意', tone: 'bad', icon: CircleClose },
  ended: { label: '已结束', tone: 'quiet', icon: Remove },
};
export const WAY_LABELS = { direct: '直接发布', review: '经本站审核' } as const;
