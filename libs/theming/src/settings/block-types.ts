/** What a home-page block asks for. Which articles it then shows is decided where articles are known. */
export interface BlockField {
  readonly key: string;
  readonly label: string;
  readonly kind: 'text' | 'number' | 'channel' | 'channels' | 'links' | 'choices';
  readonly options?: readonly { readonly value: string; readonly label: string }[];
}
export interface BlockType {
  readonly type: string;
  readonly label: string;
  readonly fields: readonly BlockField[];
}

const title: BlockField = { key: 'title', label: '标题', kind: 'text' };
const articles: BlockField = { key: 'articles', label: '显示条数', kind: 'number' };
const source: BlockField = { key: 'channel', label: '栏目', kind: 'channel' };

/** 首页版块: the kinds there are; each has a template under `components/blocks/`. */
export const BLOCK_TYPES: readonly BlockType[] = [
  {
    type: 'headline',
    label: '头条',
    fields: [title, source, { key: 'slides', label: '图片条数', kind: 'number' }, articles],
  },
  { type: 'list', label: '栏目列表', fields: [title, source, articles] },
  {
    type: 'tabs',
    label: '选项卡',
    fields: [title, { key: 'tabs', label: '栏目', kind: 'channels' }, articles],
  },
  {
    type: 'entrances',
    label: '快捷入口',
    fields: [title, { key: 'entrances', label: '入口', kind: 'links' }],
  },
  {
    type: 'policy',
    label: '政策与解读',
    fields: [
      title,
      { key: 'documents', label: '政策文件栏目', kind: 'channel' },
      { key: 'interpretations', label: '政策解读栏目', kind: 'channel' },
      articles,
    ],
  },
  {
    type: 'sites',
    label: '部门与乡镇网站',
    fields: [
      title,
      {
        key: 'groups',
        label: '显示',
        kind: 'choices',
        options: [
          { value: 'departments', label: '部门网站' },
          { value: 'townships', label: '乡镇网站' },
        ],
      },
    ],
  },
  {
    type: 'topics',
    label: '专题',
    fields: [title, source, { key: 'topics', label: '显示个数', kind: 'number' }],
  },
];
