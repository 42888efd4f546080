import {
  CircleCheck,
  CircleCheckFilled,
  CircleCloseFilled,
  Clock,
  Flag,
  InfoFilled,
  Promotion,
  QuestionFilled,
  Select,
  WarningFilled,
} from '@element-plus/icons-vue';
import type { FindingState, Light, PatrolRun, RectificationState, Severity } from '@/api/supervision';
import type { StateLook } from '@/parts/state-tag.vue';

export const LIGHT_LOOKS: Record<Light, StateLook> = {
  good: { label: '正常', tone: 'good', icon: CircleCheckFilled },
  warning: { label: '有扣分项', tone: 'warn', icon: WarningFilled },
  bad: { label: '触及否决项', tone: 'bad', icon: CircleCloseFilled },
  unknown: { label: '未检查', tone: 'quiet', icon: QuestionFilled },
};
export const SEVERITY_LOOKS: Record<Severity, StateLook> = {
  veto: { label: '单项否决', tone: 'bad', icon: CircleCloseFilled },
  deduction: { label: '扣分', tone: 'warn', icon: WarningFilled },
  advice: { label: '提醒', tone: 'quiet', icon: InfoFilled },
};
export const FINDING_LOOKS: Record<FindingState, StateLook> = {
  open: { label: '待处理', tone: 'warn', icon: Flag },
  dispatched: { label: '整改中', tone: 'main', icon: Promotion },
  fixed: { label: '待复查', tone: 'main', icon: Clock },
  closed: { label: '已销号', tone: 'good', icon: CircleCheck },
};
export const RECTIFICATION_LOOKS: Record<RectificationState, StateLook> = {
  dispatched: { label: '待签收', tone: 'warn', icon: Promotion },
  accepted: { label: '整改中', tone: 'main', icon: Clock },
  reported: { label: '待复查', tone: 'main', icon: Select },
  sentBack: { label: '复查未通过', tone: 'bad', icon: CircleCloseFilled },
  closed: { label: '已销号', tone: 'good', icon: CircleCheck },
};
export const RUN_LOOKS: Record<PatrolRun['state'], StateLook> = {
  running: { label: '进行中', tone: 'main', icon: Clock },
  done: { label: '已完成', tone: 'good', icon: CircleCheck },
  failed: { label: '失败', tone: 'bad', icon: CircleCloseFilled },
};
export const RHYTHM_LABELS = { hourly: '每小时', daily: '每天', weekly: '每周' } as const;
