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
  'content.articleExpires': '稿件到期下线',
  'content.articlePublished': '稿件发布后的处理',
  'content.articleSigned': '审核结果的提醒',
  'content.articleWithdrawn': '稿件撤下后的处理',
  'content.coKeepingEnded': '栏目共建结束后的处理',
  'content.coKeptSent': '共建栏目自动送稿',
  'content.continueImport': '旧站迁入',
  'content.countAssetUses': '统计素材的使用位置',
  'content.deliveryHappened': '报送进度的提醒',
  'content.pinEnds': '置顶到期',
  'content.publishScheduled': '定时发布',
  'content.readAttachment': '读取附件文字',
  'content.readImport': '识别迁入的文件',
  'content.rebuildSearch': '重建检索库',
  'content.recheckPublished': '已发布内容复查',
  'content.sourceChanged': '源稿变更后通知签收站点',
  'content.sourceRemoved': '源稿撤下后通知签收站点',
  'content.visitLinks': '检查链接',
  'content.writeSiteExport': '整站导出',
  'identity.newsToTell': '生成站内消息',
  'identity.noticeToMail': '发送提醒邮件',
  'supervision.inspectSite': '巡检一个站点',
  'tenancy.networkNoticeDue': '应急横幅或灰色日到时开始、结束',
  'scheduled.content.assetCleaning': '每日清理无人引用的文件',
  'scheduled.content.assetQuarantine': '待查毒文件的补查',
  'scheduled.content.import.tidy': '旧站迁入的续做与清理',
  'scheduled.content.leftovers': '每日清理过期的预览链接和批量操作记录',
  'scheduled.content.linksAgain': '每日复查链接',
  'scheduled.content.recheck': '已发布内容复查的补查',
  'scheduled.content.recycleBin': '每日清理到期的回收站',
  'scheduled.content.scheduledCheck': '定时发布的补查',
  'scheduled.content.siteExport.expire': '每日清理过期的整站导出文件',
  'scheduled.content.topics': '专题到时开通、结束',
  'scheduled.content.workingCopyCleaning': '每日清理过期的自动保存',
  'scheduled.identity.cleanUp': '清理过期会话和链接',
  'scheduled.identity.noticeDigest': '每日消息汇总邮件',
  'scheduled.platform.housekeeping': '每日清理任务和缓存记录',
  'scheduled.statistics.channelReminder': '栏目更新到期提醒',
  'scheduled.statistics.visitRollup': '每日汇总访问量',
  'scheduled.supervision.dailyPatrol': '每日巡检',
  'scheduled.tenancy.networkNotices': '应急横幅与灰色日的补查',
};

/** A kind without a Chinese name is shown as it is, so that nothing hides. */
export const jobName = (kind: string): string => KIND_LABELS[kind] ?? kind;
