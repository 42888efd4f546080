import { CircleCheck, CircleClose, Clock, EditPen, Warning } from '@element-plus/icons-vue';
import type { SiteKind, SiteStatus } from '@/api/sites';
import type { StateLook } from '@/parts/state-tag.vue';

export const SITE_KIND_LABELS: Record<SiteKind, string> = {
  portal: '门户网站',
  department: '部门网站',
  township: '乡镇网站',
  unit: '单位网页',
};

export const SITE_STATUS_LOOKS: Record<SiteStatus, StateLook> = {
  preparing: { label: '筹建', tone: 'main', icon: EditPen },
  online: { label: '在线', tone: 'good', icon: CircleCheck },
  suspended: { label: '临时下线', tone: 'warn', icon: Warning },
  closing: { label: '关停公示', tone: 'warn', icon: Clock },
  closed: { label: '已关停', tone: 'quiet', icon: CircleClose },
};

export interface MoveWords {
  /** Last word of the address. */
  route: string;
  label: string;
  explain: string;
  isDangerous: boolean;
  /** Facts the move asks for. */
  fields: readonly { key: string; label: string; type: 'text' | 'day'; isRequired: boolean }[];
}
const REASON = { key: 'reason', label: '原因', type: 'text', isRequired: true } as const;

export const SITE_MOVES: Readonly<Record<string, MoveWords>> = {
  goOnline: {
    route: 'go-online',
    label: '上线',
    explain: '公众即可访问本站。',
    isDangerous: false,
    fields: [],
  },
  suspend: {
    route: 'suspend',
    label: '临时下线',
    explain: '公众将看到临时下线说明，内容保留。',
    isDangerous: true,
    fields: [REASON, { key: 'until', label: '最晚恢复日期', type: 'day', isRequired: true }],
  },
  resume: {
    route: 'resume',
    label: '恢复上线',
    explain: '公众即可重新访问本站。',
    isDangerous: false,
    fields: [],
  },
  announceClosing: {
    route: 'announce-closing',
    label: '发布关停公示',
    explain: '首页显示关停公告，公示期满并办完注销后可以关停。',
    isDangerous: true,
    fields: [REASON, { key: 'destination', label: '内容去向', type: 'text', isRequired: true }],
  },
  withdrawClosing: {
    route: 'withdraw-closing',
    label: '撤回关停',
    explain: '关停公告撤下，站点恢复在线。',
    isDangerous: false,
    fields: [{ ...REASON, isRequired: false }],
  },
  close: {
    route: 'close',
    label: '关停',
    explain: '站点不再对外服务，内容归档保存，不能恢复上线。',
    isDangerous: true,
    fields: [],
  },
};
