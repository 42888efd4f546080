import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The declarations of the real themes, so that the screen shows what officials see. */
const folder = fileURLToPath(new URL('../../../themes', import.meta.url));
const manifests = new Map(
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => JSON.parse(readFileSync(`${folder}/${entry.name}/theme.json`, 'utf8')))
    .map((manifest) => [manifest.name, manifest]),
);
const KINDS = { color: 'colour', font: 'choice', richText: 'longText' };
const FONTS = [
  ['', '随主题'],
  ['sans', '黑体'],
  ['serif', '宋体'],
  ['kai', '楷体'],
  ['fangsong', '仿宋'],
].map(([value, label]) => ({ value, label }));

function settingsOf({ extends: parent, settings = {} }) {
  return { ...(parent ? settingsOf(manifests.get(parent)) : {}), ...settings };
}

function declarationOf(manifest) {
  return Object.entries(settingsOf(manifest)).map(([key, setting]) => ({
    key,
    label: setting.label,
    help: setting.help ?? '',
    group: setting.group ?? '',
    kind: KINDS[setting.type] ?? setting.type,
    default: setting.default ?? null,
    isRequired: setting.isRequired ?? false,
    choices: setting.type === 'font' ? FONTS : (setting.options ?? []),
    blocks: [],
    maxItems: setting.max ?? null,
    against: setting.type === 'color' ? (setting.against ?? '#FFFFFF') : null,
    formats: setting.formats ?? [],
    minimum: setting.minimum ?? null,
    maximum: setting.maximum ?? null,
  }));
}

const themes = [...manifests.values()].map((manifest) => ({
  name: manifest.name,
  label: manifest.label,
  description: manifest.description,
  version: manifest.version,
  declaration: declarationOf(manifest),
}));
const theme = {
  version: 3,
  regions: [],
  name: 'township-green',
  declaration: themes.find(({ name }) => name === 'township-green').declaration,
  themes,
  settings: {},
};
theme.settings = {
  ...Object.fromEntries(theme.declaration.map((setting) => [setting.key, setting.default])),
  slogan: '绿水青山 宜居清水',
};

const LAYOUTS = [
  ['pages/channel.njk', '列表', '一行一条，标题在左、日期在右，每五条一组；适合动态和公告。'],
  [
    'pages/channel-pictures.njk',
    '图片',
    '封面图一排四张，下面是标题和日期；适合图说、风光、文物，稿件须有封面。',
  ],
  ['pages/channel-questions.njk', '问答', '标题是问题，点开看答复全文；适合常见问题、来信选登。'],
].map(([template, label, help]) => ({ template, label, help }));

export const themeRoutes = [
  ['GET', '/sites/:site/channels/presentations', () => LAYOUTS],
  ['GET', '/sites/:site/theme', () => theme],
  ['PUT', '/sites/:site/theme', ({ body }) => Object.assign(theme, body, { version: theme.version + 1 })],
  [
    'POST',
    '/sites/:site/theme/preview',
    ({ body: { settings } }) =>
      `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>预览</title><style>body{margin:0;font:16px/1.75 "Noto Sans CJK SC",sans-serif;${settings.greyDay ? 'filter:grayscale(1)' : ''}}header{background:${settings.mainColor};color:#fff;padding:28px}section{padding:16px 28px;border-bottom:1px solid #ddd}h2{color:${settings.mainColor}}</style></head><body><header><b style="font-size:26px">清水镇人民政府</b><div>${settings.slogan ?? ''}</div></header>${[
        '乡镇动态',
        '通知公告',
      ]
        .map(
          (title) =>
            `<section><h2>${title}</h2><p>清水镇扎实推进春季义务植树活动</p><p>关于东河大桥维修期间交通管制的通告</p></section>`,
        )
        .join('')}</body></html>`,
  ],
];
