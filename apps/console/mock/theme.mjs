const declaration = [
  {
    key: 'mainColour',
    label: '主色',
    help: '导航和标题的颜色，须与白色文字有足够对比',
    kind: 'colour',
    group: '颜色',
    default: '#1F6B45',
  },
  {
    key: 'greyDay',
    label: '哀悼日灰度显示',
    help: '全站变为灰色，按上级通知使用',
    kind: 'boolean',
    group: '颜色',
    default: false,
  },
  {
    key: 'slogan',
    label: '页头口号',
    help: '显示在网站名称下方，留空不显示',
    kind: 'text',
    group: '页头',
    default: '',
  },
  {
    key: 'banner',
    label: '页头横幅',
    help: '建议 1920×220 像素',
    kind: 'image',
    group: '页头',
    default: null,
  },
  {
    key: 'footerLinks',
    label: '页脚链接',
    help: '网站地图、联系我们等',
    kind: 'links',
    group: '页脚',
    default: [],
    maxItems: 8,
  },
  {
    key: 'homeBlocks',
    label: '首页版块',
    help: '从上到下的顺序就是首页显示的顺序',
    kind: 'blocks',
    group: '首页',
    default: [],
    maxItems: 12,
    blocks: [
      {
        type: 'headline',
        label: '头条',
        fields: [
          { key: 'title', label: '标题', kind: 'text', options: [] },
          { key: 'channel', label: '栏目', kind: 'channel', options: [] },
          { key: 'articles', label: '显示条数', kind: 'number', options: [] },
        ],
      },
      {
        type: 'tabs',
        label: '选项卡列表',
        fields: [
          { key: 'title', label: '标题', kind: 'text', options: [] },
          { key: 'tabs', label: '栏目', kind: 'channels', options: [] },
        ],
      },
      {
        type: 'entrances',
        label: '快捷入口',
        fields: [
          { key: 'title', label: '标题', kind: 'text', options: [] },
          { key: 'entrances', label: '入口', kind: 'links', options: [] },
        ],
      },
    ],
  },
];
const full = (each) => ({
  isRequired: false,
  choices: [],
  blocks: [],
  maxItems: null,
  minimum: null,
  maximum: null,
  ...each,
});
const theme = {
  version: 3,
  regions: [
    { name: 'top', label: '顶部通栏' },
    { name: 'main', label: '主栏' },
    { name: 'aside', label: '侧栏' },
    { name: 'bottom', label: '底部通栏' },
  ],
  name: 'township-green',
  declaration: declaration.map(full),
  themes: [
    { name: 'township-green', label: '乡镇绿', description: '清新稳重，适合乡镇' },
    { name: 'department-blue', label: '部门蓝', description: '适合部门网站' },
    { name: 'portal-red', label: '门户红', description: '适合县级门户' },
  ],
  settings: {
    mainColour: '#1F6B45',
    greyDay: false,
    slogan: '绿水青山 宜居清水',
    banner: null,
    footerLinks: [
      { label: '网站地图', url: '/sitemap/' },
      { label: '联系我们', url: '/lxwm/' },
    ],
    homeBlocks: {
      top: [{ type: 'headline', title: '乡镇动态', channel: 'xwdt/qsyw', articles: 8 }],
      main: [
        {
          type: 'tabs',
          title: '政务公开',
          tabs: [
            { title: '通知公告', channel: 'zwgk/tzgg' },
            { title: '政策文件', channel: 'zwgk/zcwj' },
          ],
        },
      ],
      aside: [
        {
          type: 'entrances',
          title: '快捷入口',
          entrances: [{ label: '医保缴费', url: 'https://example.gov.cn/' }],
        },
      ],
      bottom: [],
    },
  },
};

export const themeRoutes = [
  ['GET', '/sites/:site/theme', () => theme],
  ['PUT', '/sites/:site/theme', ({ body }) => Object.assign(theme, body, { version: theme.version + 1 })],
  [
    'POST',
    '/sites/:site/theme/preview',
    ({ body }) =>
      `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>预览</title><style>body{margin:0;font:16px/1.75 "Noto Sans CJK SC",sans-serif;${body.settings.greyDay ? 'filter:grayscale(1)' : ''}}header{background:${body.settings.mainColour};color:#fff;padding:28px}section{padding:16px 28px;border-bottom:1px solid #ddd}h2{color:${body.settings.mainColour}}</style></head><body><header><b style="font-size:26px">清水镇人民政府</b><div>${body.settings.slogan ?? ''}</div></header>${Object.values(
        body.settings.homeBlocks ?? {},
      )
        .flat()
        .map(
          (block) =>
            `<section><h2>${block.title ?? { headline: '头条' }[block.type] ?? block.type}</h2><p>清水镇扎实推进春季义务植树活动</p><p>关于东河大桥维修期间交通管制的通告</p></section>`,
        )
        .join('')}</body></html>`,
  ],
];
