import type { CheckField, CheckHit, Severity } from '@/api/editing';

export const SEVERITY_WORDS: Readonly<Record<Severity, { label: string; help: string }>> = {
  block: { label: '必须改正', help: '不改正不能送审；确需保留的，请站点管理员写明理由' },
  warn: { label: '请核对', help: '改正，或写明保留的理由' },
  hint: { label: '提示', help: '供参考，不影响送审' },
};
export const SEVERITIES: readonly Severity[] = ['block', 'warn', 'hint'];

export const KIND_WORDS: Readonly<Record<CheckHit['kind'], string>> = {
  misspelling: '错别字',
  wording: '用语',
  organisation: '机构名称',
  bracket: '括号',
  date: '日期',
  sensitive: '敏感词',
  secrecy: '涉密标志',
  personal: '个人信息',
  spam: '暗藏文字',
  link: '链接',
  alt: '图片说明',
  heading: '标题层级',
  table: '表格',
  source: '来源',
  title: '标题',
  duplicate: '重复',
};

export const FIELD_WORDS: Readonly<Record<CheckField, string>> = {
  title: '标题',
  subtitle: '副标题',
  summary: '摘要',
  source: '来源',
  author: '作者',
  body: '正文',
  attachment: '附件',
};

/** Whether it keeps the text from being handed in as it stands. */
export const keepsBack = ({ severity, dismissed }: CheckHit): boolean => !dismissed && severity !== 'hint';
