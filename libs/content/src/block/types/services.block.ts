import { titleField, type LinkValue, type Target } from '../block-field';
import { declareBlock } from '../block-type';

interface Settings {
  readonly title: string;
  readonly hall: Target;
  readonly personal: readonly LinkValue[];
  readonly business: readonly LinkValue[];
}

export const services = declareBlock<Settings, 'services'>({
  code: 'services',
  label: '办事服务',
  note: '按个人办事、法人办事分两组列出高频事项，右上角通向办事大厅',
  icon: 'briefcase',
  most: 2,
  fields: [
    titleField,
    { key: 'hall', label: '办事大厅', kind: 'target', help: '标题右边“更多”通向的地方，可以不填' },
    { key: 'personal', label: '个人办事', kind: 'links', maximum: 16, hasIcons: true },
    { key: 'business', label: '法人办事', kind: 'links', maximum: 16, hasIcons: true },
  ],
  prepare: ({ title, hall, personal, business }, desk) => {
    const groups = [
      { title: '个人办事', services: desk.entrances(personal) },
      { title: '法人办事', services: desk.entrances(business) },
    ].filter((group) => group.services.length > 0);
    return () =>
      groups.length > 0
        ? { title: title || '办事服务', moreUrl: desk.link(hall, '')?.url ?? null, groups }
        : null;
  },
});
