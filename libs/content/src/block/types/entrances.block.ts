import { titleField, type LinkValue } from '../block-field';
import { declareBlock } from '../block-type';

interface Settings {
  readonly title: string;
  readonly entrances: readonly LinkValue[];
}

export const entrances = declareBlock<Settings, 'entrances'>({
  code: 'entrances',
  label: '快捷入口',
  note: '一排带图标的入口，通向常用栏目或系统',
  icon: 'card',
  fields: [
    titleField,
    { key: 'entrances', label: '入口', kind: 'links', maximum: 24, isRequired: true, hasIcons: true },
  ],
  prepare: ({ title, entrances: links }, desk) => {
    const shown = desk.entrances(links);
    return () => (shown.length > 0 ? { title: title || '快捷入口', moreUrl: null, entrances: shown } : null);
  },
});
