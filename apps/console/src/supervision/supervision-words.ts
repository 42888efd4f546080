import {
  CircleCheck,
  CircleCheckFilled,
  CircleCloseFilled,
  Clock,
  Flag,
  InfoFilled,
  Promotion,
  QuestionFilled,
  Remove,
  Select,
  WarningFilled,
} from '@element-plus/icons-vue';
import type { FindingState, Light, PatrolView, RectificationState, Severity } from '@/api/supervision';
import type { StateLook } from '@/parts/state-tag.vue';

export const LIGHTS: readonly Light[] = ['red', 'amber', 'green', 'grey'];
export const LIGHT_LOOKS: Record<Light, StateLook> = {
  red: { label: '否决项或逾期', tone: 'bad', icon: CircleCloseFilled },
  amber: { label: '有问题待处理', tone: 'warn', icon: WarningFilled },
  green: { label: '正常', tone: 'good', icon: CircleCheckFilled },
  grey: { label: '未检查', tone: 'quiet', icon: QuestionFilled },
};
export const SEVERITY_LOOKS: Record<Severity, StateLook> = {
  veto: { label: '单项否决', tone: 'bad', icon: CircleCloseFilled },
  deduction: { label: '扣分', tone: 'warn', icon: WarningFilled },
  warning: { label: '提醒', tone: 'quiet', icon: InfoFilled },
};
export const FINDING_LOOKS: Record<FindingState, StateLook> = {
  open: { label: '待处理', tone: 'warn', icon: Flag },
  dispatched: { label: '整改中', tone: 'main', icon: Promotion },
  cleared: { label: '已消除', tone: 'good', icon: CircleCheck },
  dismissed: { label: '不予认定', tone: 'quiet', icon: Remove },
};
export const RECTIFICATION_LOOKS: Record<RectificationState, StateLook> = {
  dispatched: { label: '待签收', tone: 'warn', icon: Promotion },
  accepted: { label: '整改中', tone: 'main', icon: Clock },
  fixed: { label: '待复查', tone: 'main', icon: Select },
  returned: { label: '退回重改', tone: 'bad', icon: CircleCloseFilled },
  verified: { label: '复查通过', tone: 'good', icon: CircleCheckFilled },
  closed: { label: '已办结', tone: 'good', icon: CircleCheck },
  cancelled: { label: '已取消', tone: 'quiet', icon: Remove },
};
export const RUN_LOOKS: Record<PatrolView['state'], StateLook> = {
  running: { label: '进行中', tone: 'main', icon: Clock },
  done: { label: '已完成', tone: 'good', icon: CircleCheck },
};

/** A finding often quotes a title itself, so it is not put in quotation marks again. */
export const defaultDemand = (finding: string): string => `请整改：${finding}。同时举一反三，排查同类问题。`;
