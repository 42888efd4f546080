import { createReadStream } from 'node:fs';
import { Injectable } from '@nestjs/common';
import { DomainError, type EditorCtx } from '@zhanqun/kernel';
import { SafeFetch } from '@zhanqun/platform';
import { load, type CheerioAPI } from 'cheerio';
import type { Element } from 'domhandler';
import { AssetService } from '../asset/asset.service';
import { toPath, type Destination } from '../old-address/address-targets';
import { hostOf, pathOf, type PackageFile } from './package/package-files';
import type { RunOptions } from './import-options';
import { FILE_LINK } from './html-source';
import type { FoundArticle, OpenSource } from './source-item';

/** An article whose pictures and files are in the library of the site. */
export interface Localised {
  readonly body: string;
  readonly attachmentIds: readonly number[];
  readonly moved: readonly { readonly address: string; readonly to: Destination }[];
  readonly warnings: readonly string[];
}

interface Kept {
  readonly id: number;
  readonly path: string;
}

const MOST_FILES = 100;
const MOST_ATTACHMENTS = 30;
const MOST_REMEMBERED = 20_000;
const FAILURES_BEFORE_GIVING_UP = 5;
const REMOTE_BYTES = 50 * 1024 * 1024;

/** What one run has learnt about files: each is taken over once, and a host that does not answer is left alone. */
export class FileMemory {
  readonly kept = new Map<string, Kept | string>();
  readonly failures = new Map<string, number>();

  remember(key: string, value: Kept | string): void {
    if (this.kept.size >= MOST_REMEMBERED) this.kept.delete(this.kept.keys().next().value as string);
    this.kept.set(key, value);
  }
}

/**
 * 图片和附件本地化: files of the package, pictures written into the text and, when asked, files of the former
 * site become assets, judged like any upload; the text then shows those. Call it outside a transaction.
 */
@Injectable()
export class Localising {
  constructor(
    private readonly assets: AssetService,
    private readonly fetch: SafeFetch,
  ) {}

  async localise(
    ctx: EditorCtx,
    article: FoundArticle,
    source: OpenSource,
    options: RunOptions,
    memory: FileMemory,
  ): Promise<Localised> {
    const $ = load(article.body, null, false);
    const work = new Localisation(ctx, article, source, options, memory, this.assets, this.fetch);
    for (const picture of $('img').toArray()) await work.picture($, picture);
    for (const link of $('a[href]').toArray()) await work.link($, link);
    for (const { address, name } of article.attachments) await work.attachment(address, name);
    return { body: $.html(), ...work.outcome() };
  }
}

class Localisation {
  private readonly attachments = new Set<number>();
  private readonly moved: { address: string; to: Destination }[] = [];
  private readonly missing: string[] = [];
  private readonly refused = new Set<string>();
  private readonly host: string;
  private files = 0;

  constructor(
    private readonly ctx: EditorCtx,
    private readonly article: FoundArticle,
    private readonly source: OpenSource,
    private readonly options: RunOptions,
    private readonly memory: FileMemory,
    private readonly assets: AssetService,
    private readonly remote: SafeFetch,
  ) {
    this.host = hostOf(source.siteAddress);
  }

  async picture($: CheerioAPI, picture: Element): Promise<void> {
    const address = picture.attribs.src ?? '';
    if (address.startsWith('/_files/') && !this.isOfPackage(address)) return;
    const alt = (picture.attribs.alt ?? '').replace(/\s+/g, ' ').trim().slice(0, 150);
    const kept = await this.keep(address, nameOf(address, 'picture.png'), alt);
    if (kept) $(picture).attr('src', `/_files/${kept.path}`).removeAttr('srcset');
    else $(picture).remove();
  }

  async link($: CheerioAPI, link: Element): Promise<void> {
    const address = link.attribs.href ?? '';
    const isPicture = /\.(?:jpe?g|png|gif|webp)(?:$|[?#])/i.test(address);
    if (address.startsWith('#') || address === '') return;
    if (address.startsWith('/_files/') && !this.isOfPackage(address)) return;
    if (FILE_LINK.test(address) || isPicture) {
      const kept = await this.keep(address, nameOf(address, $(link).text().trim()), '');
      if (kept) {
        $(link).attr('href', `/_files/${kept.path}`);
        if (!isPicture) this.attach(kept);
      }
      return;
    }
    const path = pathOf(address, this.article.base, this.host);
    // A page of the former site: its old address leads on.
    if (path === null || /^https?:/i.test(path)) return;
    const query = /\?[^#]*/.exec(address)?.[0] ?? '';
    $(link).attr('href', `${this.ctx.site.prefix}/${path}${query}`);
  }

  async attachment(address: string, name: string): Promise<void> {
    const kept = await this.keep(address, nameOf(address, name), '');
    if (kept) this.attach(kept);
  }

  outcome(): Omit<Localised, 'body'> {
    const warnings = [...this.refused];
    if (this.missing.length > 0)
      warnings.push(
        `${this.missing.length} 个图片或附件没有找到，未随文导入：${this.missing.slice(0, 3).join('、').slice(0, 200)}`,
      );
    return { attachmentIds: [...this.attachments], moved: this.moved, warnings };
  }

  /** Files of an exported site stand at addresses that look like our own. */
  private isOfPackage(address: string): boolean {
    return this.source.files.find(address, this.article.base, this.host) !== undefined;
  }

  private attach({ id }: Kept): void {
    if (this.attachments.size < MOST_ATTACHMENTS) this.attachments.add(id);
  }

  private async keep(address: string, name: string, alt: string): Promise<Kept | null> {
    if (this.files >= MOST_FILES) {
      this.refused.add(`图片和附件超过 ${MOST_FILES} 个，其余未导入`);
      return null;
    }
    this.files += 1;
    if (/^data:/i.test(address)) return this.embedded(address, alt);
    const file = this.source.files.find(address, this.article.base, this.host);
    const url = file ? '' : this.absolute(address);
    if (!file && (url === '' || !this.options.fetchesRemote)) {
      this.missing.push(address.slice(0, 80));
      return null;
    }
    const key = file ? file.disk : url;
    const known = this.memory.kept.get(key);
    const kept = known ?? (await this.taken(file, url, name, alt));
    if (!known) this.memory.remember(key, kept);
    if (typeof kept === 'string') {
      if (kept !== '') this.refused.add(kept);
      else this.missing.push(address.slice(0, 80));
      return null;
    }
    if (file && !file.path.startsWith('_files/'))
      this.moved.push({ address: `/${file.path}`, to: toPath(`/_files/${kept.path}`) });
    else if (!file && hostOf(url) === this.host)
      this.moved.push({ address: url, to: toPath(`/_files/${kept.path}`) });
    return kept;
  }

  private async embedded(address: string, alt: string): Promise<Kept | null> {
    const found = /^data:image\/(png|jpe?g|gif|webp)[^,]*;base64,([A-Za-z0-9+/=\s]+)$/i.exec(address);
    if (!found) {
      this.refused.add('有一张写在文中的图片格式无法识别，未导入');
      return null;
    }
    const content = Buffer.from(found[2] as string, 'base64');
    const kept = await this.uploaded(`picture.${(found[1] as string).toLowerCase()}`, content, alt);
    if (typeof kept !== 'string') return kept;
    this.refused.add(kept);
    return null;
  }

  private async taken(
    file: PackageFile | undefined,
    url: string,
    name: string,
    alt: string,
  ): Promise<Kept | string> {
    if (file) return this.uploaded(name, createReadStream(file.disk), alt);
    const host = hostOf(url);
    const failures = this.memory.failures.get(host) ?? 0;
    if (failures >= FAILURES_BEFORE_GIVING_UP) return '';
    try {
      const { status, bytes } = await this.remote.fetch(url, { maxBytes: REMOTE_BYTES, timeoutMs: 20_000 });
      if (status !== 200) return '';
      this.memory.failures.delete(host);
      return await this.uploaded(name, bytes, alt);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      this.memory.failures.set(host, failures + 1);
      return `${name}：${error.message}`.slice(0, 200);
    }
  }

  /** What the library refuses is a warning: the article comes without it. */
  private async uploaded(
    name: string,
    content: Buffer | ReturnType<typeof createReadStream>,
    alt: string,
  ): Promise<Kept | string> {
    try {
      const { id, path } = await this.assets.upload(this.ctx, { fileName: name, content, alt });
      return { id, path };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return `${name}：${error.message}`.slice(0, 200);
    }
  }

  private absolute(address: string): string {
    const { siteAddress } = this.source;
    const base = URL.canParse(this.article.base, siteAddress)
      ? new URL(this.article.base, siteAddress)
      : undefined;
    if (!URL.canParse(address, base?.href)) return '';
    const url = new URL(address, base);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : '';
  }
}

/** The name people read, with the extension of the address: `附件1：申报表` and `20190501.doc` → `附件1：申报表.doc`. */
function nameOf(address: string, words: string): string {
  let last = address.split(/[?#]/)[0]?.split(/[/\\]/).at(-1) ?? '';
  try {
    last = decodeURIComponent(last);
  } catch {
    // As it stands.
  }
  const extension = /\.[A-Za-z0-9]{1,5}$/.exec(last)?.[0] ?? '';
  const bare = words
    .replace(/[\p{Cc}\p{Surrogate}<>:"/\\|?*.\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .trim()
    .slice(0, 100);
  if (extension === '' || bare === '' || bare.toLowerCase() === extension.slice(1)) return last || words;
  const stem = bare.endsWith(` ${extension.slice(1)}`) ? bare.slice(0, -extension.length) : bare;
  return `${stem}${extension}`;
}
