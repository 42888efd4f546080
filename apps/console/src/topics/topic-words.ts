import { Checked, CircleClose, CircleCheck, EditPen, FolderChecked, Stamp } from '@element-plus/icons-vue';
import type { TopicSection, TopicState, TopicView } from '@/api/topics';
import type { StateLook } from '@/parts/state-tag.vue';

export const TOPIC_LOOKS: Record<TopicState, StateLook> = {
  draft: { label: '草稿', tone: 'quiet', icon: EditPen },
  pending: { label: '待审批', tone: 'warn', icon: Stamp },
  approved: { label: '已批准', tone: 'main', icon: Checked },
  running: { label: '进行中', tone: 'good', icon: CircleCheck },
  archived: { label: '已结束', tone: 'quiet', icon: FolderChecked },
  closed: { label: '已关闭', tone: 'bad', icon: CircleClose },
};
export const COLOUR_LABELS: Record<TopicView['look'], string> = {
  red: '红',
  blue: '蓝',
  green: '绿',
  gold: '金',
  ink: '墨',
};
export const STYLE_LABELS: Record<TopicSection['style'], string> = {
  list: '标题列表',
  headline: '头条带图',
  pictures: '图片卡片',
};

export interface TopicMove {
  move: string;
  label: string;
  done: string;
  isMain?: boolean;
  isDangerous?: boolean;
  reason?: { label: string; required: boolean };
  text?: string;
}

/** The buttons of a topic, in the words of the office. */
export const TOPIC_MOVES: readonly TopicMove[] = [
  { move: 'apply', label: '申请开设', done: '已提交申请，等待审批', isMain: true },
  { move: 'recall', label: '撤回申请', done: '已撤回，可以继续修改' },
  {
    move: 'approve',
    label: '批准',
    done: '已批准',
    isMain: true,
    reason: { label: '审批意见（可不填）', required: false },
    text: '批准后，到开始日期自动开通，公众可以打开专题页。',
  },
  { move: 'refuse', label: '退回', done: '已退回', reason: { label: '退回理由', required: true } },
  {
    move: 'archive',
    label: '提前结束',
    done: '专题已结束，页面保留并标明“已结束”',
    text: '专题页保留，标明“已结束”，不再列入进行中的专题。',
  },
  {
    move: 'close',
    label: '强制关闭',
    done: '专题已关闭，公众不能再打开',
    isDangerous: true,
    reason: { label: '关闭理由', required: true },
    text: '关闭后公众立即打不开专题页；要恢复须重新申请。',
  },
  { move: 'reopen', label: '重新申请', done: '已转为草稿，修改后可再次申请' },
];
