/** What a column of a table may hold. */
export const TABLE_FIELDS = [
  'title',
  'body',
  'publishedAt',
  'source',
  'author',
  'documentNumber',
  'issuer',
  'issuedOn',
  'category',
  'summary',
  'keywords',
  'subtitle',
  'address',
  'id',
  'attachments',
] as const;
export type TableField = (typeof TABLE_FIELDS)[number];
/** Column by field, counted from 0. */
export type TableColumns = Partial<Record<TableField, number>>;

export const FIELD_NAMES: Readonly<Record<TableField, string>> = {
  title: '标题',
  body: '正文',
  publishedAt: '发布时间',
  source: '来源',
  author: '作者',
  documentNumber: '文号',
  issuer: '发文机关',
  issuedOn: '成文日期',
  category: '栏目',
  summary: '摘要',
  keywords: '关键词',
  subtitle: '副标题',
  address: '旧网址',
  id: '编号',
  attachments: '附件',
};

/** Words that head such a column in the tables of old systems; the first match wins, whole words first. */
const WORDS: readonly (readonly [TableField, RegExp])[] = [
  ['subtitle', /^(?:副标题|subtitle|sub_?title)$/i],
  ['documentNumber', /^(?:发文)?(?:文号|字号)$|^发文字号$|^(?:doc|wen)_?(?:no|number|hao)$/i],
  ['issuedOn', /^(?:成文|印发|制发)(?:日期|时间)$/],
  ['issuer', /^(?:发文|发布|制发)(?:机关|机构|单位)$/],
  ['title', /^(?:文章|信息|新闻)?(?:标题|题名|名称)$|^(?:post_?)?title$|^(?:subject|bt|headline)$/i],
  [
    'body',
    /^(?:文章|信息|新闻|正文)?(?:正文|内容|全文)(?:html)?$|^(?:post_?)?(?:content|body)$|^(?:html|text|nr|article)$/i,
  ],
  [
    'publishedAt',
    /^(?:发布|添加|录入|创建|更新|日期|时间)?(?:时间|日期)$|^(?:pub|post|add|create|input|update)?_?(?:date|time)$|^(?:created|published)(?:_?at)?$/i,
  ],
  ['source', /^(?:信息|文章|稿件)?来源$|^(?:copy_?from|source|from|ly)$/i],
  ['author', /^(?:作者|撰稿人?|供稿|发布人|录入人)$|^(?:author|writer|zz)$/i],
  [
    'category',
    /^(?:所属|所在)?(?:栏目|分类|类别|频道)(?:名称|id)?$|^(?:cat|category|channel|column|class|type)_?(?:name|id)?$/i,
  ],
  ['summary', /^(?:摘要|简介|导读|描述)$|^(?:summary|excerpt|description|intro)$/i],
  ['keywords', /^关键(?:词|字)$|^keywords?$|^tags?$/i],
  ['address', /^(?:旧|原|访问)?(?:网址|地址|链接)$|^(?:url|link|href|permalink)$/i],
  ['id', /^(?:文章|信息)?(?:编号|序号|id)$|^(?:id|guid|aid|news_?id|article_?id|info_?id)$/i],
  ['attachments', /^附件(?:地址|链接)?$|^(?:attachments?|files?|fujian)$/i],
];

/** Guesses from the head row; each field and each column at most once. */
export function guessColumns(head: readonly string[]): TableColumns {
  const columns: TableColumns = {};
  const taken = new Set<number>();
  for (const [field, words] of WORDS) {
    if (columns[field] !== undefined) continue;
    const at = head.findIndex((cell, column) => !taken.has(column) && words.test(cell.replace(/\s+/g, '')));
    if (at < 0) continue;
    columns[field] = at;
    taken.add(at);
  }
  return columns;
}
