import { allSitesPath } from '../../page/site-links';
import { titleField } from '../block-field';
import { declareBlock } from '../block-type';

interface Settings {
  readonly title: string;
  readonly groups: readonly string[];
}

export const sites = declareBlock<Settings, 'sites'>({
  code: 'sites',
  label: '部门与乡镇网站',
  note: '站群里各部门、乡镇网站的链接，新开的网站自动加入',
  icon: 'building',
  most: 2,
  fields: [
    titleField,
    {
      key: 'groups',
      label: '显示',
      kind: 'choices',
      isRequired: true,
      default: ['departments', 'townships'],
      options: [
        { value: 'departments', label: '部门网站' },
        { value: 'townships', label: '乡镇网站' },
      ],
    },
  ],
  prepare: ({ title, groups: wanted }, desk) => {
    const groups = desk.network(wanted);
    const moreUrl = groups.every(({ isWhole }) => isWhole) ? null : desk.addresses.at(allSitesPath);
    return () => (groups.length > 0 ? { title: title || '部门与乡镇网站', moreUrl, groups } : null);
  },
});
