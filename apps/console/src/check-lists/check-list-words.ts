import { CircleClose, InfoFilled, Remove, WarningFilled } from '@element-plus/icons-vue';
import type { CheckRunView, RuleLevel, TermView } from '@/api/check-lists';
import type { StateLook } from '@/parts/state-tag.vue';

export const LEVEL_LOOKS: Readonly<Record<RuleLevel, StateLook>> = {
  block: { label: '必须改正', tone: 'bad', icon: CircleClose },
  warn: { label: '请核对', tone: 'warn', icon: WarningFilled },
  hint: { label: '提示', tone: 'main', icon: InfoFilled },
  off: { label: '不检查', tone: 'quiet', icon: Remove },
};

export const TERM_KINDS: Readonly<Record<TermView['kind'], string>> = {
  misspelling: '错别字',
  wording: '不规范表述',
  organisation: '机构名称',
  sensitive: '敏感词',
};

export const PLACE_WORDS: Readonly<Record<TermView['from'], string>> = {
  lexicon: '系统词库',
  platform: '平台',
  portal: '门户',
  site: '本站',
};

export const RUN_REASONS: Readonly<Record<CheckRunView['reason'], string>> = {
  listsChanged: '词表或规则有变更',
  regular: '每月例行',
  asked: '人工发起',
};

/** Words of a field where alternatives stand one a line. */
export const linesOf = (text: string): string[] =>
  text
    .split(/[\n|｜]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
