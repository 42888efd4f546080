import { isDay } from '@zhanqun/kernel';
import { characterCount, isStorable, NOT_IN_A_LINE } from '../article/storable';
import { TOPIC_LOOKS, type TopicLook, type TopicSection } from './topic.entity';

/** What a person hands in of a topic. */
export interface TopicValues {
  readonly path: string;
  readonly name: string;
  readonly intro?: string;
  readonly look?: TopicLook;
  readonly bannerAssetId?: number | null;
  readonly ownerOrganisationId?: number | null;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly sections?: readonly Partial<TopicSection>[];
  readonly reason?: string;
}
export type CheckedTopic = Required<Omit<TopicValues, 'sections'>> & {
  readonly sections: readonly TopicSection[];
};

export interface TopicFault {
  readonly field: string;
  readonly message: string;
}

const MOST_SECTIONS = 12;
const MOST_ARTICLES = 40;
const DEFAULT_COUNT = 6;
const PATH = /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/;

/** Completes and judges a topic; all faults at once. References are looked up by the use case. */
export function checkTopic(values: TopicValues): {
  readonly topic: CheckedTopic;
  readonly faults: readonly TopicFault[];
} {
  const faults: TopicFault[] = [];
  const fault = (field: string, message: string) => void faults.push({ field, message });
  const line = (field: string, label: string, text: string | undefined, most: number, isRequired = false) => {
    const words = (text ?? '').trim();
    if (!isStorable(words) || NOT_IN_A_LINE.test(words)) fault(field, `${label}含有不能保存的特殊字符`);
    else if (isRequired && words === '') fault(field, `${label}必填`);
    else if (characterCount(words) > most) fault(field, `${label}不超过 ${most} 字`);
    return words;
  };
  const block = (field: string, label: string, text: string | undefined, most: number) => {
    const words = (text ?? '').replace(/\r\n?/g, '\n').trim();
    const isFine = isStorable(words) && !NOT_IN_A_LINE.test(words.replace(/[\n\t]/g, ' '));
    if (!isFine) fault(field, `${label}含有不能保存的特殊字符`);
    else if (characterCount(words) > most) fault(field, `${label}不超过 ${most} 字`);
    return words;
  };

  // A request may lack what the type promises.
  const path = ((values.path as string | undefined) ?? '').trim().toLowerCase();
  if (!PATH.test(path) || /^p\d+$/.test(path))
    fault('path', '专题地址用 1 至 40 个小写字母、数字或连字符，如 chungeng-2026');
  for (const [field, label] of [
    ['startsOn', '开始日期'],
    ['endsOn', '结束日期'],
  ] as const) {
    if (!isDay(values[field])) fault(field, `${label}不存在，格式为 2026-03-05`);
  }
  if (isDay(values.startsOn) && isDay(values.endsOn) && values.startsOn > values.endsOn)
    fault('endsOn', '结束日期不能早于开始日期');
  const given = values.sections ?? [];
  if (given.length > MOST_SECTIONS) fault('sections', `专题栏目不超过 ${MOST_SECTIONS} 个`);
  const sections = given.slice(0, MOST_SECTIONS).map((section, at): TopicSection => {
    const articleIds = [...new Set(section.articleIds ?? [])];
    if (articleIds.length > MOST_ARTICLES) fault(`sections.${at}`, `一个栏目至多选 ${MOST_ARTICLES} 篇文章`);
    return {
      title: line(`sections.${at}.title`, '栏目标题', section.title, 30, true),
      intro: block(`sections.${at}.intro`, '栏目说明', section.intro, 300),
      style: section.style ?? 'list',
      channelId: section.channelId ?? null,
      count: Math.min(Math.max(1, Math.trunc(section.count ?? DEFAULT_COUNT)), MOST_ARTICLES),
      articleIds,
    };
  });
  const topic: CheckedTopic = {
    path,
    name: line('name', '专题名称', values.name, 50, true),
    intro: block('intro', '专题简介', values.intro, 2_000),
    look: TOPIC_LOOKS.find((look) => look === values.look) ?? 'red',
    bannerAssetId: values.bannerAssetId ?? null,
    ownerOrganisationId: values.ownerOrganisationId ?? null,
    startsOn: values.startsOn,
    endsOn: values.endsOn,
    sections,
    reason: block('reason', '申请理由', values.reason, 1_000),
  };
  return { topic, faults };
}

/** What an application must name: an owner, a reason, and something to read. */
export function missingInTopic(topic: {
  readonly ownerOrganisationId: number | null;
  readonly reason: string;
  readonly intro: string;
  readonly sections: readonly TopicSection[];
}): TopicFault[] {
  const faults: TopicFault[] = [];
  if (topic.ownerOrganisationId === null)
    faults.push({ field: 'ownerOrganisationId', message: '责任单位必填' });
  if (topic.reason === '') faults.push({ field: 'reason', message: '申请理由必填' });
  if (topic.intro === '') faults.push({ field: 'intro', message: '专题简介必填' });
  if (topic.sections.length === 0) faults.push({ field: 'sections', message: '至少设一个栏目' });
  return faults;
}

/** Words that citizens read and that stay as approved: titles and introductions, in their order. */
export function headingsOf(sections: readonly TopicSection[]): string {
  return JSON.stringify(sections.map(({ title, intro }) => [title, intro]));
}
