import { sanitizedBody } from '../../rich-text/rich-text';
import { titleField } from '../block-field';
import { declareBlock } from '../block-type';

interface Settings {
  readonly title: string;
  readonly body: string;
}

export const richText = declareBlock<Settings, 'rich-text'>({
  code: 'rich-text',
  label: '图文',
  note: '一段自己写的文字，可以有图片、表格和链接；新闻和文件请发到栏目里',
  icon: 'pen',
  most: 6,
  fields: [titleField, { key: 'body', label: '内容', kind: 'richText', maximum: 20_000, isRequired: true }],
  prepare:
    ({ title, body }, desk) =>
    () =>
      body === '' ? null : { title, moreUrl: null, body: sanitizedBody(body, desk.ctx.site.prefix) },
});
