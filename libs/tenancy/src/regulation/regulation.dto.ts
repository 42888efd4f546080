import { EffectiveRegulation } from './effective-regulation';
import { periodLabel, type Period } from './period';
import type { Figure, IndicatorRule, Regulation, RegulationHead, ReviewStepName } from './regulation';

export class RegulationLineView {
  code: string;
  version: number;
  level: string;
  title: string;
  documentNumber: string | null;
  issuer: string;
  issuedOn: string;
  effectiveOn: string;
  expiresOn: string | null;
  /** Past its last day: still selectable, shown with a warning. */
  isExpired: boolean;
  basis: string[];
}

export class BasisView {
  regulation: string;
  title: string;
  document: string;
  article: string;
  text: string;
  /** `unconfirmed`: to be checked by the supervising office. */
  status: string;
}

export class FigureView {
  /** `updateCycles.news` */
  key: string;
  label: string;
  /** As a person reads it: `14天`, `初审 → 复审`. */
  value: string;
  basis: BasisView;
}

export class RegulationArticleView {
  document: string;
  article: string;
  text: string;
}

export class RegulationVersionView {
  version: number;
  storedAt: Date;
}

export class IndicatorRuleView {
  id: string;
  part: string;
  block: string | null;
  name: string;
  scope: string;
  patrolScope: string;
  /** `14天`; null for what is looked at as it is now. */
  window: string | null;
  threshold: number;
  unit: string;
  points: number;
  perUnit: number | null;
  cap: number | null;
  enabled: boolean;
  ruleText: string;
  basis: BasisView;
}

export class RegulationView extends RegulationLineView {
  articles: RegulationArticleView[];
  /** What holds where this regulation is chosen, the national floor included. */
  figures: FigureView[];
  indicators: IndicatorRuleView[];
  versions: RegulationVersionView[];
}

const STEP_NAMES: Readonly<Record<ReviewStepName, string>> = {
  initialReview: '初审',
  secondReview: '复审',
  finalReview: '终审',
};

const LABELS: Readonly<Record<string, string>> = {
  'updateCycles.news': '动态、要闻类栏目更新周期',
  'updateCycles.notice': '通知公告类栏目更新周期',
  'updateCycles.policy': '政策文件类栏目更新周期',
  'updateCycles.other': '其他栏目更新周期',
  'updateCycles.static': '静态栏目更新周期',
  'review.routine': '日常信息审核',
  'review.general': '一般信息审核',
  'review.important': '重要信息审核',
  'emergency.firstSteps': '应急发布先行审核',
  'emergency.paperwork': '应急发布补审期限',
  'replyLimits.mistakeReport': '找错留言答复',
  'replyLimits.mistakeReportClosure': '找错留言办结',
  'replyLimits.suggestion': '建议咨询答复',
  'replyLimits.verification': '需查证办理的留言答复',
  'replyLimits.simpleQuestion': '简单问题答复',
  'replyLimits.hardStop': '留言答复最长期限',
  'rectification.grave': '单项否决问题整改',
  'rectification.serious': '较重问题整改',
  'rectification.general': '一般问题整改',
  'publishing.proactiveDisclosure': '主动公开期限',
  'publishing.stateCouncilReprint': '国务院重要信息转载',
  'publishing.interpretation': '政策解读发布',
  'lifeCycle.suspendMaxDays': '临时下线最长天数',
  'lifeCycle.suspendMaxPerYear': '每年临时下线次数',
  'lifeCycle.suspendWarnDay': '临时下线预警（第几天）',
  'lifeCycle.closingNoticeMonths': '关停公示月数',
  'lifeCycle.domainRedirectMonths': '旧域名跳转月数',
  'yearly.annualStatementBy': '网站年度报表公开期限（月-日）',
  'yearly.surveysPerYear': '每年普查次数',
  'yearly.drillsPerYear': '每年应急演练次数',
  'yearly.assessmentsPerYear': '每年绩效评估次数',
  'scoring.base': '满分',
  'scoring.bonusCap': '加分上限',
  'scoring.passMark': '合格线',
  'scoring.bonusOpensAbove': '高于此分可加分',
  'scoring.withoutServices': '无对外服务时的满分',
  'switches.subSites': '部门、乡镇开设网站',
  'switches.sourceAndTimeMandatory': '来源和发布时间必填',
  'switches.noBlankChannel': '不得有空白栏目',
  'switches.interpretationLinkedBothWays': '文件与解读互相关联',
  'switches.topicsClosedByOperator': '承办单位可关闭管理不到位的专题',
  'switches.relatedSitesOnHome': '首页列出上下级网站',
  'switches.portalVersionPrevails': '与门户不一致时以门户为准',
  'switches.channelCounts': '栏目信息量统计',
};
const SWITCH_VALUES: Readonly<Record<string, string>> = {
  pathOnly: '只在门户域名下以路径开设',
  domain: '可用自己的域名',
};

export function toRegulationLineView(head: RegulationHead, today: string): RegulationLineView {
  const { code, version, level, title, documentNumber, issuer, issuedOn, effectiveOn, expiresOn, basis } =
    head;
  const isExpired = expiresOn !== null && expiresOn < today;
  return {
    code,
    version,
    level,
    title,
    documentNumber,
    issuer,
    issuedOn,
    effectiveOn,
    expiresOn,
    isExpired,
    basis: [...basis],
  };
}

export function toRegulationView(
  regulation: Regulation,
  effective: EffectiveRegulation,
  versions: readonly RegulationVersionView[],
  today: string,
): RegulationView {
  return {
    ...toRegulationLineView(regulation, today),
    articles: regulation.articles.map(({ document, article, text }) => ({ document, article, text })),
    figures: figuresOf(effective),
    indicators: effective.indicators.map(toIndicatorRuleView),
    versions: [...versions],
  };
}

/** Every figure that holds under a regulation, with its 依据, in the order of the screen. */
export function figuresOf(effective: EffectiveRegulation): FigureView[] {
  const sections: Readonly<Record<string, Readonly<Record<string, Figure<unknown> | null>>>> = {
    updateCycles: effective.updateCycles,
    review: effective.review,
    emergency: effective.emergency,
    replyLimits: effective.replyLimits,
    rectification: effective.rectificationLimits,
    publishing: effective.publishingLimits,
    lifeCycle: effective.lifeCycle,
    yearly: effective.yearly,
    scoring: effective.scoring,
    switches: effective.switches,
  };
  return Object.entries(sections).flatMap(([section, figures]) =>
    Object.entries(figures).flatMap(([name, figure]) => {
      const key = `${section}.${name}`;
      return figure
        ? [{ key, label: LABELS[key] ?? key, value: valueLabel(figure.value), basis: { ...figure.basis } }]
        : [];
    }),
  );
}

function toIndicatorRuleView(rule: IndicatorRule): IndicatorRuleView {
  const { window, basis, parameters: _, ...rest } = rule;
  return { ...rest, window: window ? periodLabel(window) : null, basis: { ...basis } };
}

function valueLabel(value: unknown): string {
  if (Array.isArray(value)) return value.map((step) => STEP_NAMES[step as ReviewStepName]).join(' → ');
  if (typeof value === 'object' && value !== null) return periodLabel(value as Period);
  if (typeof value === 'boolean') return value ? '是' : '否';
  return SWITCH_VALUES[String(value)] ?? String(value);
}
