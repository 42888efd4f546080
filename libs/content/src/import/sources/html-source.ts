import { readFile } from 'node:fs/promises';
import { DomainError } from '@zhanqun/kernel';
import { documentEmpty, documentTooLong, packageRefused } from '../import.errors';
import type { PackageFile, PackageFiles } from '../package/package-files';
import { readDocument } from '../read-document';
import { readPage } from '../reading/read-page';
import { faultyItem, goodItem, skippedItem, type OpenSource, type SourceItem } from '../source-item';

const PAGE = /\.(?:html?|shtml?|xhtml|asp|aspx|php|jsp)$/i;
const TEXT = /\.(?:txt|md)$/i;
const MOST_BYTES = 8_000_000;

/** A folder of saved pages and texts: each is an item, its folder the category, its place the old address. */
export function openPages(
  files: PackageFiles,
  { siteAddress }: { siteAddress: string },
): OpenSource & { readonly total: number } {
  const web = files.all.filter(({ path }) => PAGE.test(path));
  // Beside web pages a text is something that they link to.
  const found = web.length > 0 ? web : files.all.filter(({ path }) => TEXT.test(path));
  const pages = found.toSorted((a, b) => (a.path < b.path ? -1 : Number(a.path !== b.path)));
  if (pages.length === 0) throw packageRefused({ fault: 'noPages' });
  return {
    origin: siteAddress || 'html',
    siteAddress,
    files,
    head: [],
    total: pages.length,
    async *items(from) {
      for (const page of pages.slice(from)) yield itemOf(page);
    },
  };
}

async function itemOf(file: PackageFile): Promise<SourceItem> {
  const facts = { key: `page:${file.path}`, label: file.path, title: '' };
  try {
    if (file.bytes > MOST_BYTES) throw documentTooLong({ limit: 1_000_000 });
    const bytes = await readFile(file.disk);
    return TEXT.test(file.path) ? ofText(file, bytes) : ofPage(file, bytes);
  } catch (error) {
    if (error instanceof DomainError) return faultyItem(facts, error.message);
    throw error;
  }
}

function ofPage(file: PackageFile, bytes: Buffer): SourceItem {
  const facts = { key: `page:${file.path}`, label: file.path };
  const { article, crumbs, address, isList } = readPage(file.path, bytes);
  if (isList) return skippedItem({ ...facts, title: article.title }, '是列表或导航页，没有正文');
  if (article.body.replace(/<(?!img)[^>]*>/gi, '').trim() === '') throw documentEmpty();
  const folder = folderOf(file.path);
  return goodItem(facts, {
    ...article,
    category: folder,
    categoryName: crumbs.at(-1) ?? folder,
    base: file.path,
    isPublic: true,
    oldAddresses: [...new Set([...(address ? [address] : []), ...placesOf(file.path)])],
  });
}

function ofText(file: PackageFile, bytes: Buffer): SourceItem {
  const read = readDocument(file.path, bytes);
  const folder = folderOf(file.path);
  return goodItem(
    { key: `page:${file.path}`, label: file.path },
    {
      title: read.title,
      subtitle: '',
      summary: '',
      keywords: [],
      source: read.source,
      author: read.author,
      publishedAt: read.publishedOn || read.issuedOn,
      documentNumber: read.documentNumber,
      issuer: read.issuer,
      issuedOn: read.issuedOn,
      category: folder,
      categoryName: folder,
      body: read.body,
      base: file.path,
      attachments: [],
      oldAddresses: [],
      isPublic: true,
      warnings: read.warnings,
    },
  );
}

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/**
 * Where a saved page stood. Programs that save sites write `show.asp?id=7` as `show.asp@id=7.html` or
 * `show.asp?id=7.html`; `index.html` stood at its folder as well.
 */
export function placesOf(path: string): string[] {
  const places: string[] = [];
  const saved = /^(.*\.(?:asp|aspx|php|jsp|shtml|do|cgi))(?:[?@]|%3[fF])(.+?)(?:\.html?)?$/.exec(path);
  if (saved) places.push(`/${saved[1]}?${(saved[2] as string).replace(/%26/g, '&')}`);
  const plain = /^(.*\.(?:asp|aspx|php|jsp))\.html?$/.exec(path)?.[1];
  if (plain) places.push(`/${plain}`);
  const folder = /^(.*\/|)(?:index|default)\.(?:html?|asp|aspx|php|shtml|jsp)$/i.exec(path)?.[1];
  if (folder) places.push(`/${folder}`);
  return [...places, `/${path}`];
}
