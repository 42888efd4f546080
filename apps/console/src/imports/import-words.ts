import {
  CircleCheck,
  CircleClose,
  Clock,
  Finished,
  Loading,
  VideoPause,
  Warning,
} from '@element-plus/icons-vue';
import type { ImportItemView, ImportRunView, ImportSource, SiteExportView, StartImport } from '@/api/imports';
import type { StateLook } from '@/parts/state-tag.vue';

/** What is decided before a run begins. */
export type ImportWish = Omit<Required<StartImport>, 'isDryRun' | 'columns'>;

export const SOURCES: readonly { value: ImportSource; label: string; note: string; accept: string }[] = [
  {
    value: 'html',
    label: '网页文件夹',
    note: '把旧站的网页、图片、附件按原目录打成 zip 或 tar.gz。UTF-8、GBK、GB18030 自动识别，声明写错也能读。',
    accept: '.zip,.gz,.tgz,.tar,.html,.htm',
  },
  {
    value: 'wordpress',
    label: 'WordPress',
    note: '“工具 › 导出”得到的 .xml；连同 wp-content/uploads 打成 zip 时，图片一并导入。',
    accept: '.xml,.wxr,.zip,.gz,.tgz,.tar',
  },
  {
    value: 'table',
    label: '表格',
    note: 'CSV（UTF-8 或 GBK）或 .xlsx，首行为列名，一行一篇，正文可以是网页代码。',
    accept: '.csv,.tsv,.xlsx,.zip,.gz,.tgz',
  },
  {
    value: 'site',
    label: '站群站点',
    note: '另一个站群站点的整站导出文件（.tar.gz），其中的文章、图片和附件并入本站。',
    accept: '.gz,.tgz',
  },
];

export const sourceLabel = (source: ImportSource): string =>
  SOURCES.find(({ value }) => value === source)?.label ?? source;

export const RUN_LOOKS: Readonly<Record<ImportRunView['state'], StateLook>> = {
  reading: { label: '读取中', tone: 'main', icon: Loading },
  ready: { label: '待开始', tone: 'warn', icon: Clock },
  running: { label: '导入中', tone: 'main', icon: Loading },
  paused: { label: '已暂停', tone: 'warn', icon: VideoPause },
  cancelled: { label: '已取消', tone: 'quiet', icon: CircleClose },
  done: { label: '已完成', tone: 'good', icon: CircleCheck },
  failed: { label: '未完成', tone: 'bad', icon: Warning },
};

export const OUTCOME_LOOKS: Readonly<Record<ImportItemView['outcome'], StateLook>> = {
  created: { label: '新增', tone: 'good', icon: CircleCheck },
  updated: { label: '更新', tone: 'main', icon: Finished },
  skipped: { label: '跳过', tone: 'quiet', icon: CircleClose },
  failed: { label: '失败', tone: 'bad', icon: Warning },
};

export const EXPORT_LOOKS: Readonly<Record<SiteExportView['state'], StateLook>> = {
  waiting: { label: '写出中', tone: 'main', icon: Loading },
  ready: { label: '可下载', tone: 'good', icon: CircleCheck },
  failed: { label: '未完成', tone: 'bad', icon: Warning },
  expired: { label: '已过期', tone: 'quiet', icon: Clock },
};

export const COLUMN_LABELS: readonly (readonly [field: string, label: string])[] = [
  ['title', '标题（必选）'],
  ['body', '正文（必选）'],
  ['publishedAt', '发布时间'],
  ['category', '栏目'],
  ['source', '来源'],
  ['author', '作者'],
  ['documentNumber', '文号'],
  ['issuer', '发文机关'],
  ['issuedOn', '成文日期'],
  ['summary', '摘要'],
  ['keywords', '关键词'],
  ['address', '旧网址'],
  ['id', '编号'],
  ['attachments', '附件'],
];

/** `新增 12，更新 0，跳过 3，失败 1`. */
export const countsOf = ({ created, updated, skipped, failed }: ImportRunView): string =>
  `新增 ${created}，更新 ${updated}，跳过 ${skipped}，失败 ${failed}`;

export const IMPORT_STEPS = ['上传', '查看识别结果', '选择与开始', '报告'] as const;
