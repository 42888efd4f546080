import { declareKind } from '../kind';

/** 机构职能的一个单位：the title of the article is its full name. */
export const organisationProfile = declareKind({
  code: 'organisationProfile',
  name: '机构信息',
  help: '机构职能里的一个单位；标题写单位全称',
  fields: [
    { key: 'leader', label: '主要负责人', type: 'text', most: 60, group: '联系方式' },
    { key: 'address', label: '办公地址', type: 'text', most: 200, isRequired: true, group: '联系方式' },
    {
      key: 'officeHours',
      label: '办公时间',
      type: 'text',
      most: 200,
      isRequired: true,
      group: '联系方式',
      placeholder: '如：工作日 8:30—12:00，14:30—17:30',
    },
    { key: 'phone', label: '联系电话', type: 'text', most: 60, isRequired: true, group: '联系方式' },
    { key: 'fax', label: '传真', type: 'text', most: 60, group: '联系方式' },
    { key: 'postcode', label: '邮政编码', type: 'text', most: 6, group: '联系方式', judge: postcodeFault },
    { key: 'email', label: '公开邮箱', type: 'text', most: 100, group: '联系方式' },
    { key: 'website', label: '网站', type: 'url', group: '联系方式' },
    {
      key: 'duties',
      label: '主要职能',
      type: 'longText',
      most: 10_000,
      isRequired: true,
      help: '一行一项，按“三定”规定',
    },
    {
      key: 'offices',
      label: '内设机构和下属单位',
      type: 'list',
      most: 60,
      row: [
        { key: 'name', label: '名称', type: 'text', most: 80, isRequired: true },
        { key: 'duties', label: '职责', type: 'longText', most: 1_000 },
        { key: 'phone', label: '电话', type: 'text', most: 60 },
      ],
    },
  ],
  body: 'optional',
  cover: 'optional',
  attachments: 'optional',
  importance: 'general',
  template: 'pages/organisation-profile.njk',
  listStyle: 'office',
  listNote: 'phone',
  channels: ['dynamic', 'static'],
  copiedAs: 'news',
});

function postcodeFault(text: string): string | null {
  return /^\d{6}$/.test(text) ? null : '须为 6 位数字';
}
