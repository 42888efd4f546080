import { ref } from 'vue';
import type { TopicInput, TopicSection, TopicView } from '@/api/topics';

export interface TopicForm {
  path: string;
  name: string;
  intro: string;
  look: TopicView['look'];
  banner: TopicView['banner'];
  ownerOrganisationId: number | null;
  days: [string, string] | null;
  reason: string;
  sections: TopicSection[];
}

export function emptyTopic(): TopicForm {
  return {
    path: '',
    name: '',
    intro: '',
    look: 'red',
    banner: null,
    ownerOrganisationId: null,
    days: null,
    reason: '',
    sections: [{ title: '工作动态', intro: '', style: 'list', channelId: null, count: 6, articles: [] }],
  };
}

export function formOf(topic: TopicView): TopicForm {
  const { path, name, intro, look, banner, ownerOrganisationId, startsOn, endsOn, reason, sections } = topic;
  return {
    path,
    name,
    intro,
    look,
    banner,
    ownerOrganisationId,
    days: [startsOn, endsOn],
    reason,
    sections: JSON.parse(JSON.stringify(sections)) as TopicSection[],
  };
}

export const sectionsOf = (form: TopicForm): NonNullable<TopicInput['sections']> =>
  form.sections.map(({ articles, ...section }) => ({ ...section, articleIds: articles.map(({ id }) => id) }));

/** What the server takes; whole while it is a draft. */
export function inputOf({ banner, days, sections: _own, ...form }: TopicForm, whole: TopicForm): TopicInput {
  return {
    ...form,
    bannerAssetId: banner?.id ?? null,
    startsOn: days?.[0] ?? '',
    endsOn: days?.[1] ?? '',
    sections: sectionsOf(whole),
  };
}

export function missingInForm(form: TopicForm): string[] {
  return [
    ...(form.name.trim() ? [] : ['专题名称必填']),
    ...(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/.test(form.path)
      ? []
      : ['专题地址用 1 至 40 个小写字母、数字或连字符，如 chungeng-2026']),
    ...(form.days ? [] : ['请选择起止日期']),
    ...(form.sections.every(({ title }) => title.trim()) ? [] : ['每个栏目都要有标题']),
  ];
}

export const useTopicForm = () => ref<TopicForm>(emptyTopic());
