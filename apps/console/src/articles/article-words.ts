import {
  AlarmClock,
  Back,
  CircleCheck,
  CircleClose,
  Document,
  EditPen,
  Select,
  Stamp,
} from '@element-plus/icons-vue';
import type {
  ArticleKind,
  ArticleRow,
  ArticleState,
  Importance,
  PolicyFacts,
  RevisionState,
  ReviewStepName,
} from '@/api/articles';
import type { StateLook } from '@/parts/state-tag.vue';

/** Names of kinds where none were read yet; new kinds bring their own. */
export const KIND_LABELS: Record<ArticleKind, string> = {
  news: '动态信息',
  notice: '通知公告',
  policyDocument: '政策文件',
  interpretation: '政策解读',
  leaderProfile: '领导信息',
  organisationProfile: '机构信息',
  gallery: '图集',
  video: '视频',
  download: '资料下载',
  link: '链接',
  page: '单页',
};
export const IMPORTANCE_LABELS: Record<Importance, string> = {
  routine: '日常信息',
  general: '一般信息',
  important: '重要信息',
};
export const STEP_LABELS: Record<ReviewStepName, string> = {
  initialReview: '初审',
  secondReview: '复审',
  finalReview: '终审',
  proofReview: '校对',
  secrecyReview: '保密审查',
  officeReview: '办公室审核',
  jointReview: '会签',
};
export const VALIDITY_LABELS: Record<PolicyFacts['validity'], string> = {
  valid: '有效',
  amended: '已修改',
  void: '失效',
};
export const STATE_FILTERS: readonly { value: string; label: string }[] = [
  { value: 'draft', label: '草稿' },
  { value: 'initialReview', label: '待初审' },
  { value: 'secondReview', label: '待复审' },
  { value: 'finalReview', label: '待终审' },
  { value: 'scheduled', label: '定时发布' },
  { value: 'published', label: '已发布' },
  { value: 'withdrawn', label: '已撤稿' },
];

const REVISION_LOOKS: Record<RevisionState, StateLook> = {
  draft: { label: '草稿', tone: 'quiet', icon: EditPen },
  initialReview: { label: '待初审', tone: 'warn', icon: Stamp },
  secondReview: { label: '待复审', tone: 'warn', icon: Stamp },
  finalReview: { label: '待终审', tone: 'warn', icon: Stamp },
  proofReview: { label: '待校对', tone: 'warn', icon: Stamp },
  secrecyReview: { label: '待保密审查', tone: 'warn', icon: Stamp },
  officeReview: { label: '待办公室审核', tone: 'warn', icon: Stamp },
  jointReview: { label: '待会签', tone: 'warn', icon: Stamp },
  approved: { label: '审核通过', tone: 'good', icon: Select },
  live: { label: '已发布', tone: 'good', icon: CircleCheck },
  superseded: { label: '旧版', tone: 'quiet', icon: Document },
  abandoned: { label: '已放弃', tone: 'quiet', icon: CircleClose },
};
const STATE_LOOKS: Record<ArticleState, StateLook> = {
  unpublished: { label: '未发布', tone: 'quiet', icon: Document },
  scheduled: { label: '定时发布', tone: 'main', icon: AlarmClock },
  published: { label: '已发布', tone: 'good', icon: CircleCheck },
  withdrawn: { label: '已撤稿', tone: 'quiet', icon: CircleClose },
};
const SENT_BACK: StateLook = { label: '被退回', tone: 'bad', icon: Back };

export const revisionLook = (state: RevisionState): StateLook => REVISION_LOOKS[state];

/** What is going on with an article: the text under work first, else its place on the site. */
export function articleLook(article: Pick<ArticleRow, 'state' | 'openState' | 'isSentBack'>): StateLook {
  if (article.isSentBack && article.openState === 'draft') return SENT_BACK;
  if (article.openState !== null && article.openState !== 'live') {
    const look = REVISION_LOOKS[article.openState];
    return article.state === 'published' ? { ...look, label: `修订${look.label}` } : look;
  }
  return STATE_LOOKS[article.state];
}
