import { SEVERITIES, type CheckKind, type Severity } from './check-hit';
import { DETECTORS } from './detectors';

/** How a place sets a rule: one of the severities, or not at all. */
export const RULE_LEVELS = [...SEVERITIES, 'off'] as const;
export type RuleLevel = (typeof RULE_LEVELS)[number];

/** 检查规则：what the console lists and lets each place set. */
export interface CheckRule {
  /** Stable: stored levels and dismissals name it. */
  readonly code: string;
  readonly kind: CheckKind;
  readonly name: string;
  /** By default; null where each term of the lexicon has its own. */
  readonly severity: Severity | null;
  readonly help: string;
}

const rule = (
  code: string,
  kind: CheckKind,
  name: string,
  severity: Severity | null,
  help: string,
): CheckRule => ({
  code,
  kind,
  name,
  severity,
  help,
});

/** Terms by their kind: a level set here holds for every term of the kind that has none of its own. */
const TERM_RULES: readonly CheckRule[] = [
  rule('misspelling', 'misspelling', '错别字', null, '词表中的错别字，如“布署”应为“部署”'),
  rule('wording', 'wording', '不规范表述', null, '词表中的不规范、过时或不当的说法'),
  rule('organisation', 'organisation', '机构名称', null, '已更名或撤并机构的旧称'),
  rule('sensitive', 'sensitive', '敏感词', null, '词表中的敏感词语'),
];

/** Rules that read the structure of the text or ask the database. */
const ARTICLE_RULES: readonly CheckRule[] = [
  rule('altMissing', 'alt', '图片缺少说明', 'warn', '图片须有替代文字，供读屏软件朗读'),
  rule('headingSkipped', 'heading', '标题跳级', 'hint', '小标题应逐级使用，不跳级'),
  rule('tableHeadMissing', 'table', '表格缺少表头', 'hint', '表格首行或首列应设为表头'),
  rule('textHidden', 'spam', '隐藏文字', 'block', '用样式隐藏、极小或与背景同色的文字，常见于暗链'),
  rule('linkOutside', 'link', '链接到政府网站以外', 'hint', '链接不在 gov.cn 域名下，点击时应有提示'),
  rule('linkDead', 'link', '链接打不开', 'warn', '链接的页面不存在或无法访问'),
  rule('sourceMissing', 'source', '未注明来源', 'warn', '转载稿件须注明来源'),
  rule('authorMissing', 'source', '转载未注明作者', 'hint', '转载稿件宜注明作者'),
  rule('titleTooLong', 'title', '标题过长', 'hint', '标题超过 50 字时列表中显示不全'),
  rule('titleDuplicate', 'duplicate', '标题重复', 'hint', '本站已有同标题的稿件'),
  rule('attachmentUnread', 'spam', '附件文字未能检查', 'hint', '附件过大、加密或为扫描件时，请人工核对'),
];

export const CHECK_RULES: readonly CheckRule[] = [
  ...TERM_RULES,
  ...DETECTORS.map(({ code, kind, name, severity }) => rule(code, kind, name, severity, '')),
  ...ARTICLE_RULES,
];

const byCode = new Map(CHECK_RULES.map((each) => [each.code, each]));

export const findRule = (code: string): CheckRule | undefined => byCode.get(code);
