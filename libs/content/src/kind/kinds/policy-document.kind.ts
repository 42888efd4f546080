import { isDocumentNumber, normaliseDocumentNumber, VALIDITY_LABELS } from '../../article/policy-facts';
import { choices, ownWords } from '../field';
import { declareKind, LISTING_CHANNELS } from '../kind';
import { policyGenres, policySubjects } from '../policy-words';

/** 政策文件：公文要素 as the header table of its page shows them. */
export const policyDocument = declareKind({
  code: 'policyDocument',
  name: '政策文件',
  help: '本机关制发的规范性文件和其他公文，带公文要素表和索引号',
  fields: [
    {
      key: 'documentNumber',
      label: '发文字号',
      type: 'text',
      group: '公文要素',
      most: 60,
      placeholder: '如：示政发〔2026〕3号',
      help: '机关代字〔年份〕序号号；方括号、圆括号会自动改为六角括号',
      normalise: normaliseDocumentNumber,
      judge: (text) => (isDocumentNumber(text) ? null : '须为“机关代字〔年份〕序号号”，如 示政发〔2026〕3号'),
    },
    {
      key: 'issuer',
      label: '发文机关',
      type: 'text',
      group: '公文要素',
      isRequired: true,
      most: 100,
      placeholder: '如：示范县人民政府',
    },
    {
      key: 'issuedOn',
      label: '成文日期',
      type: 'date',
      group: '公文要素',
      isRequired: true,
      placeholder: '落款日期',
      judge: (day, today) => (day > today ? '不能晚于今天' : null),
    },
    {
      key: 'subjectCategory',
      label: '主题分类',
      type: 'select',
      group: '公文要素',
      isRequired: true,
      options: ownWords(policySubjects),
      isOpen: true,
      help: '国务院公文主题分类，先选大类再选小类；列表里没有的可以直接输入',
    },
    {
      key: 'genre',
      label: '体裁分类',
      type: 'select',
      group: '公文要素',
      options: ownWords(policyGenres),
      isOpen: true,
    },
    {
      key: 'validity',
      label: '有效性',
      type: 'select',
      group: '有效性',
      options: choices(VALIDITY_LABELS),
      initial: 'valid',
    },
    {
      key: 'successorArticleId',
      label: '替代或修改它的文件',
      type: 'article',
      group: '有效性',
      ofKind: 'policyDocument',
      when: { key: 'validity', isOneOf: ['amended', 'void'] },
      help: '新旧两份文件的页面会互相链接',
    },
    { key: 'effectiveOn', label: '施行日期', type: 'date', group: '有效性' },
    {
      key: 'amendedOn',
      label: '修改日期',
      type: 'date',
      group: '有效性',
      when: { key: 'validity', isOneOf: ['amended'] },
    },
    {
      key: 'expiresOn',
      label: '失效日期',
      type: 'date',
      group: '有效性',
      placeholder: '长期有效可不填',
      help: '已失效的填失效之日；有有效期的填期满之日',
    },
    {
      key: 'interpretationWaiver',
      label: '不作解读的理由',
      type: 'text',
      group: '解读',
      most: 200,
      placeholder: '需要解读的不填',
      help: '重要政策文件应同步解读；不需要解读的在此写明理由，不再提醒',
    },
  ],
  body: 'required',
  cover: 'optional',
  attachments: 'optional',
  importance: 'general',
  template: 'pages/policy-document.njk',
  listStyle: 'title',
  channels: LISTING_CHANNELS,
  hasIndexNumber: true,
  judge: ({ effectiveOn, expiresOn, validity, successorArticleId }) => [
    ...(effectiveOn && expiresOn && effectiveOn > expiresOn
      ? [{ field: 'expiresOn', message: '失效日期不能早于施行日期' }]
      : []),
    ...(validity === 'valid' && successorArticleId
      ? [
          {
            field: 'validity',
            message: '已指明替代或修改它的文件，有效性应为“已修改”或“失效”',
          },
        ]
      : []),
  ],
});
