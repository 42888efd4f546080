import { CircleCheck, CircleClose, Clock, Loading, Warning } from '@element-plus/icons-vue';
import type { JobState } from '@/api/jobs';
import type { StateLook } from '@/parts/state-tag.vue';

export const JOB_LOOKS: Record<JobState, StateLook> = {
  waiting: { label: '等待', tone: 'quiet', icon: Clock },
  running: { label: '执行中', tone: 'main', icon: Loading },
  done: { label: '完成', tone: 'good', icon: CircleCheck },
  failed: { label: '失败', tone: 'bad', icon: Warning },
  discarded: { label: '已作废', tone: 'quiet', icon: CircleClose },
};

const KIND_LABELS: Record<string, string> = {
  'content.articlePublished': '稿件发布后的处理',
  'content.articleChanged': '稿件更正后的处理',
  'content.articleWithdrawn': '稿件撤下后的处理',
  'content.publishScheduled': '定时发布',
  'content.rebuildSearch': '重建检索库',
  'content.sourceChanged': '源稿变更后通知签收站点',
  'supervision.inspectSite': '巡检一个站点',
  'tenancy.networkNoticeDue': '应急横幅或灰色日到时开始、结束',
  'scheduled.tenancy.networkNotices': '应急横幅与灰色日的补查',
  'scheduled.content.assetCleaning': '每日清理无人引用的文件',
  'scheduled.content.scheduledCheck': '定时发布的补查',
  'scheduled.identity.cleanUp': '清理过期会话和链接',
  'scheduled.platform.housekeeping': '每日清理任务和缓存记录',
  'scheduled.supervision.dailyPatrol': '每日巡检',
};

/** A kind without a Chinese name is shown as it is, so that nothing hides. */
export const jobName = (kind: string): string => KIND_LABELS[kind] ?? kind;
