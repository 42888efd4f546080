import { createReadStream } from 'node:fs';
import { packageRefused } from '../import.errors';
import type { PackageFiles } from '../package/package-files';
import { moment } from '../reading/moment';
import { linkedFiles } from '../reading/read-page';
import { factsOf } from '../reading/text-facts';
import { faultyItem, goodItem, skippedItem, type OpenSource, type SourceItem } from '../source-item';
import { decoding, encodingOfFile } from './file-encoding';
import { wordpressBody } from './wordpress-body';
import { WxrReader, type WxrItem } from './wxr-reader';

/** WordPress export (WXR), read as a stream: posts and pages are items. */
export async function openWordpress(
  path: string,
  files: PackageFiles,
  { siteAddress: wanted }: { siteAddress: string },
): Promise<OpenSource> {
  const encoding = await encodingOfFile(path);
  const address = await siteAddressOf(path, encoding);
  const siteAddress = wanted || address;
  return {
    origin: address || siteAddress || 'wordpress',
    siteAddress,
    files,
    head: [],
    total: null,
    async *items(from) {
      let number = 0;
      for await (const found of itemsIn(path, encoding)) {
        number += 1;
        if (number > from) yield itemOf(found);
      }
    },
  };
}

async function siteAddressOf(path: string, encoding: string): Promise<string> {
  const reader = new WxrReader();
  for await (const text of createReadStream(path).pipe(decoding(encoding))) {
    reader.write(text as string);
    if (reader.siteAddress !== '' || reader.take().length > 0) break;
  }
  if (!reader.isWordpress) throw packageRefused({ fault: 'noXml' });
  return reader.siteAddress;
}

async function* itemsIn(path: string, encoding: string): AsyncGenerator<WxrItem> {
  const reader = new WxrReader();
  for await (const text of createReadStream(path).pipe(decoding(encoding))) {
    reader.write(text as string);
    for (const item of reader.take()) if (isArticle(item)) yield item;
  }
  reader.close();
  for (const item of reader.take()) if (isArticle(item)) yield item;
}

const TECHNICAL =
  /^(?:attachment|revision|nav_menu_item|custom_css|customize_changeset|oembed_cache|user_request|wp_\w+|acf-\w+|elementor_\w+)$/;
const isArticle = ({ type }: WxrItem): boolean => !TECHNICAL.test(type);

function itemOf(item: WxrItem): SourceItem {
  const title = item.title
    .replace(/<[^<>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 400);
  const facts = {
    key: `post:${item.id || item.guid || item.link}`,
    label: `文章 ${item.id || item.link}`,
    title,
  };
  if (item.status === 'trash' || item.status === 'auto-draft' || item.status === 'inherit')
    return skippedItem(facts, '在原站的回收站中');
  if (item.isTooLong) return faultyItem(facts, '正文超过 100 万字');
  if (title === '') return faultyItem(facts, '标题为空');
  const { html, warnings } = wordpressBody(item.content);
  if (html.replace(/<(?!img|video|audio)[^>]*>/gi, '').trim() === '') return faultyItem(facts, '正文为空');
  const category = item.categories[0];
  const isPage = item.type === 'page';
  return goodItem(facts, {
    ...factsOf({ title, html }),
    title,
    subtitle: '',
    summary: item.excerpt
      .replace(/<[^<>]*>/g, '')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, 500),
    keywords: item.tags.slice(0, 10),
    source: '',
    author: '',
    publishedAt: moment(item.date) || moment(item.published),
    category: category ? decodedName(category.slug) : isPage ? '(page)' : '(none)',
    categoryName: category?.name ?? (isPage ? '独立页面' : '未分类'),
    body: html,
    base: pathOf(item.link),
    attachments: linkedFiles(html),
    isPublic: item.status === 'publish',
    oldAddresses: [item.link, ...(item.id === '' ? [] : [`/index.php?p=${item.id}`])].filter(
      (address) => address !== '' && !/^https?:\/\/[^/]+\/?\?/.test(address),
    ),
    warnings: [
      ...warnings,
      ...(item.status === 'publish' ? [] : [`在原站没有公开（${item.status.slice(0, 20)}）`]),
    ],
  });
}

function decodedName(slug: string): string {
  try {
    return decodeURIComponent(slug).slice(0, 100);
  } catch {
    return slug.slice(0, 100);
  }
}

const pathOf = (link: string): string => (URL.canParse(link) ? new URL(link).pathname.slice(1) : '');
