import { createHash } from 'node:crypto';
import { open, readdir } from 'node:fs/promises';
import { constants } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Account, normalUsername } from '@zhanqun/identity';
import { atSite, DomainError, type EditorCtx, type StaffCtx } from '@zhanqun/kernel';
import { Db, SiteDirectory } from '@zhanqun/platform';
import { Article } from '../article/article.entity';
import { ArticleService } from '../article/article.service';
import { ChannelReading } from '../channel/channel-reading';
import type { ChannelNode } from '../channel/channel-tree';
import {
  documentTooLong,
  accountUnknown,
  channelUnknown,
  directoryUnreadable,
  kindUnknown,
  siteUnknown,
} from './import.errors';
import { draftOf } from './drafting';
import { IMPORT_KINDS, type ImportKind } from './import-options';
import { readDocument } from './read-document';
import { reportLines } from './import-report';

export interface ImportOptions {
  readonly directory: string;
  /** Key of the site. */
  readonly site: string;
  /** Path of the channel, `zwgk/zcwj`. */
  readonly channel: string;
  /** Account whose name the drafts carry; the platform itself when left out. */
  readonly as?: string;
  /** Guessed for each file when left out. */
  readonly kind?: ImportKind;
  readonly dryRun?: boolean;
}

/** What became of one file. */
export interface ImportedFile {
  readonly file: string;
  readonly encoding: string;
  readonly kind: ImportKind | '';
  readonly title: string;
  readonly source: string;
  /** Of the page it comes from, else 成文日期. */
  readonly date: string;
  readonly documentNumber: string;
  readonly warnings: readonly string[];
  readonly outcome: 'imported' | 'skipped' | 'failed';
  readonly reason: string;
  readonly articleId: number | null;
}

export interface ImportReport {
  readonly lines: string[];
  readonly imported: number;
  readonly skipped: number;
  readonly failed: number;
}

interface ImportRun {
  readonly directory: string;
  readonly channelId: number;
  readonly kind?: ImportKind | undefined;
  readonly dryRun?: boolean | undefined;
  readonly onFile?: ((file: ImportedFile) => void) | undefined;
}

const READABLE = /\.(?:txt|md|html?)$/i;
const MOST_BYTES = 6_000_000;

/** 批量导入：files of a directory become drafts. The same text is imported into a channel only once. */
@Injectable()
export class ArticleImports {
  constructor(
    private readonly db: Db,
    private readonly directory: SiteDirectory,
    private readonly channels: ChannelReading,
    private readonly articles: ArticleService,
  ) {}

  /** For the command line: names instead of ids in, a printable report out. */
  async fromCommand(staff: StaffCtx, options: ImportOptions): Promise<ImportReport> {
    const { directory, kind, dryRun } = options;
    if (kind !== undefined && !IMPORT_KINDS.includes(kind)) throw kindUnknown({ kind });
    const site = this.directory.byKey(options.site);
    if (!site) throw siteUnknown({ site: options.site });
    const ctx = atSite(await this.inTheNameOf(staff, options.as), site);
    const path = options.channel.replace(/^\/+|\/+$/g, '');
    const channel = (await this.channels.tree(ctx)).at(path);
    if (!channel) throw channelUnknown({ channel: options.channel });
    const files = await this.run(ctx, { directory, channelId: channel.id, kind, dryRun });
    const count = (outcome: ImportedFile['outcome']) =>
      files.filter((file) => file.outcome === outcome).length;
    const counts = { imported: count('imported'), skipped: count('skipped'), failed: count('failed') };
    return {
      ...counts,
      lines: reportLines(files, {
        site: site.name,
        channel: channel.name,
        isDryRun: dryRun === true,
        ...counts,
      }),
    };
  }

  /** One file after the other, each in a transaction of its own: an interrupted import is simply run again. */
  async run(
    ctx: EditorCtx,
    { directory, channelId, kind, dryRun, onFile }: ImportRun,
  ): Promise<ImportedFile[]> {
    const channel = await this.channels.getNode(ctx, channelId);
    const results: ImportedFile[] = [];
    const seen = new Set<string>();
    for (const name of await namesIn(directory)) {
      const result = await this.importFile(ctx, join(directory, name), name, { channel, kind, dryRun, seen });
      results.push(result);
      onFile?.(result);
    }
    return results;
  }

  private async importFile(
    ctx: EditorCtx,
    path: string,
    name: string,
    wish: FileWish,
  ): Promise<ImportedFile> {
    const blank: ImportedFile = {
      file: shown(name),
      encoding: '',
      kind: '',
      title: '',
      source: '',
      date: '',
      documentNumber: '',
      warnings: [],
      outcome: 'failed',
      reason: '',
      articleId: null,
    };
    let known = blank;
    try {
      const bytes = await readBounded(path);
      const document = readDocument(shown(name), bytes);
      const { text, kind, warnings } = draftOf(document, wish, ctx.site.name);
      known = {
        ...blank,
        kind,
        encoding: document.encoding,
        title: document.title,
        source: document.source,
        date: document.publishedOn || document.issuedOn,
        documentNumber: document.documentNumber,
        warnings,
      };
      const draftKey = keyOf(wish.channel.id, bytes);
      const earlier = await this.db.site(ctx, Article).findOne({ draftKey });
      if (earlier) return { ...known, outcome: 'skipped', reason: '以前已导入本栏目', articleId: earlier.id };
      if (wish.seen.has(draftKey)) return { ...known, outcome: 'skipped', reason: '与前面的文件内容相同' };
      wish.seen.add(draftKey);
      if (wish.dryRun) return { ...known, outcome: 'imported' };
      const { article } = await this.articles.draftOnce(ctx, draftKey, text);
      return { ...known, outcome: 'imported', articleId: article.id };
    } catch (error) {
      return { ...known, outcome: 'failed', reason: reasonOf(error) };
    }
  }

  private async inTheNameOf(staff: StaffCtx, username: string | undefined): Promise<StaffCtx> {
    if (!username) return staff;
    const account = await this.db.shared(staff, Account).findOne({ username: normalUsername(username) });
    if (!account) throw accountUnknown({ username });
    const actor = { accountId: account.id, name: account.realName, organisationId: account.organisationId };
    return { ...staff, actor };
  }
}

interface FileWish {
  readonly channel: ChannelNode;
  readonly kind: ImportKind | undefined;
  readonly dryRun: boolean | undefined;
  readonly seen: Set<string>;
}

/** Plain files with a known ending, in name order; hidden ones, folders and links are passed over. */
async function namesIn(directory: string): Promise<string[]> {
  try {
    const entries = await readdir(directory, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.') && READABLE.test(entry.name))
      .map((entry) => entry.name)
      .sort((a, b) => (a < b ? -1 : Number(a !== b)));
  } catch (error) {
    throw Object.assign(directoryUnreadable({ directory }), { cause: error });
  }
}

async function readBounded(path: string): Promise<Buffer> {
  const handle = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    if ((await handle.stat()).size > MOST_BYTES) throw documentTooLong({ limit: 1_000_000 });
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

const keyOf = (channelId: number, bytes: Buffer): string =>
  `import:${channelId}:${createHash('sha256').update(bytes).digest('hex').slice(0, 40)}`;

/** A file name on one line, without characters that rewrite the terminal. */
const shown = (name: string): string =>
  name
    .replace(/[\p{Cc}\p{Surrogate}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '�')
    .normalize('NFC')
    .slice(0, 200);

function reasonOf(error: unknown): string {
  if (error instanceof DomainError) return error.message;
  const code = (error as NodeJS.ErrnoException | null)?.code;
  if (code === 'EACCES' || code === 'EPERM') return '没有读取此文件的权限';
  if (code === 'ENOENT' || code === 'ELOOP') return '文件在导入过程中被移走或替换';
  throw error;
}
