import type { PackageFiles } from '../package/package-files';
import { factsOf } from '../reading/text-facts';
import { moment } from '../reading/moment';
import { goodItem, skippedItem, type OpenSource, type SourceItem } from '../source-item';
import { SitePackage } from '../../site-export/site-package';
import type { PackedArticle, PackedRow } from '../../site-export/site-format';

/** 另一站群站点的整站导出 as a source: its newest texts become articles of this site, with their files. */
export async function openSiteFile(files: PackageFiles): Promise<OpenSource> {
  const sitePackage = await SitePackage.open(files);
  const { key, name } = await sitePackage.site();
  const channels = new Map(
    (await sitePackage.channels()).map((row) => [word(row, 'path'), word(row, 'name')]),
  );
  return {
    origin: `site:${key}:${name}`,
    siteAddress: '',
    // Files stand below `/_files/` as the texts write them.
    files: files.below('files/', '_files/'),
    head: [],
    total: sitePackage.manifest.counts.articles,
    async *items(from) {
      let number = 0;
      for await (const article of sitePackage.articles()) {
        number += 1;
        if (number > from) yield itemOf(article, channels, name);
      }
    },
  };
}

function itemOf(packed: PackedArticle, channels: ReadonlyMap<string, string>, siteName: string): SourceItem {
  const { article, revisions, ref } = packed;
  const title = word(article, 'title');
  const facts = { key: `article:${ref}`, label: `文章 ${ref}`, title };
  const live = revisions.find(({ state }) => state === 'live');
  const text = live ?? revisions.at(-1);
  if (
    !text ||
    word(text, 'body')
      .replace(/<(?!img|video|audio)[^>]*>/gi, '')
      .trim() === ''
  )
    return skippedItem(facts, '没有正文');
  const body = word(text, 'body')
    .replace(/(\s(?:href|src)=")\{site\}\/art\/[^"]*"/g, '$1#"')
    .replaceAll('{site}', '');
  const said = (text.facts ?? {}) as Record<string, unknown>;
  const category = word(article, 'channelId');
  return goodItem(facts, {
    ...factsOf({
      title,
      html: body,
      documentNumber: word(said, 'documentNumber'),
      issuer: word(said, 'issuer'),
    }),
    ...(word(said, 'issuedOn') ? { issuedOn: word(said, 'issuedOn') } : {}),
    title,
    subtitle: word(text, 'subtitle'),
    summary: word(text, 'summary'),
    keywords: word(text, 'keywords').split(';').filter(Boolean),
    source: word(text, 'source') || siteName,
    author: word(text, 'author'),
    publishedAt: moment(word(article, 'publishedAt')),
    category,
    categoryName: channels.get(category) ?? category,
    body,
    base: '',
    attachments: filesOf(text),
    oldAddresses: [],
    isPublic: live !== undefined && article.state === 'published',
    warnings: [],
  });
}

const word = (row: PackedRow, field: string): string => {
  const value = row[field];
  return typeof value === 'string' ? value : '';
};

function filesOf(revision: PackedRow): { address: string; name: string }[] {
  const { attachments } = revision;
  if (!Array.isArray(attachments)) return [];
  return (attachments as { path?: string; name?: string }[]).map(({ path = '', name = '' }) => ({
    address: `/_files/${path}`,
    name: name.replace(/\.[^.]*$/, ''),
  }));
}
