import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { packageRefused } from '../import/import.errors';
import type { PackageFile, PackageFiles } from '../import/package/package-files';
import { sitePartsUnreadable } from './site-export.errors';
import {
  SITE_FORMAT,
  SITE_VERSION,
  type FormatMark,
  type PackedArticle,
  type PackedAsset,
  type PackedOrganisation,
  type PackedRow,
  type PackedSite,
  type SiteManifest,
} from './site-format';
import type { PackedLayout } from './portable-layout';
import type { PackedSearchEntry } from './site-fittings';
import { digestOf } from './site-writing';

const MOST_JSON = 64 * 1024 * 1024;
/** Read line by line; one line may be the whole part, and is held in memory. */
const MOST_PART = 256 * 1024 * 1024;

/**
 * An exported site, unpacked and verified: a newer format is refused before anything else is looked at, then
 * every entry must be in the list with its size and checksum, and nothing else may be there.
 */
export class SitePackage {
  private constructor(
    private readonly files: PackageFiles,
    readonly manifest: SiteManifest,
  ) {}

  static async open(files: PackageFiles): Promise<SitePackage> {
    const mark = await readJson<Partial<FormatMark>>(files, 'format.json', true);
    if (mark?.format !== SITE_FORMAT || typeof mark.version !== 'number')
      throw packageRefused({ fault: 'noManifest' });
    if (mark.version > SITE_VERSION) throw packageRefused({ fault: 'newer' });
    const manifest = await readJson<SiteManifest>(files, 'manifest.json', true);
    if (!Array.isArray(manifest?.entries)) throw packageRefused({ fault: 'noManifest' });
    verify(files.all, manifest);
    return new SitePackage(files, manifest);
  }

  site(): Promise<PackedSite> {
    return this.json<PackedSite>('site.json');
  }
  organisations(): Promise<PackedOrganisation[]> {
    return this.json<PackedOrganisation[]>('organisations.json');
  }
  channels(): Promise<PackedRow[]> {
    return this.json<PackedRow[]>('channels.json');
  }
  assets(): AsyncGenerator<PackedAsset> {
    return this.lines<PackedAsset>(/^assets\/\d+\.ndjson$/);
  }
  articles(): AsyncGenerator<PackedArticle> {
    return this.lines<PackedArticle>(/^articles\/\d+\.ndjson$/);
  }
  /** Null where the site arranged nothing. */
  layout(): Promise<PackedLayout | null> {
    return readJson<PackedLayout>(this.files, 'layout.json', true);
  }
  async searchEntries(): Promise<PackedSearchEntry[]> {
    const entries = await readJson<PackedSearchEntry[]>(this.files, 'search-entries.json', true);
    return Array.isArray(entries) ? entries : [];
  }
  oldAddresses(): AsyncGenerator<PackedRow> {
    return this.lines<PackedRow>(/^old-addresses\.ndjson$/);
  }
  file(path: string): PackageFile {
    const found = this.files.at(path);
    if (!found) throw sitePartsUnreadable({ part: path });
    return found;
  }

  private async json<T>(path: string): Promise<T> {
    const value = await readJson<T>(this.files, path, false);
    if (value === null) throw sitePartsUnreadable({ part: path });
    return value;
  }

  private async *lines<T>(parts: RegExp): AsyncGenerator<T> {
    const files = this.files.all
      .filter(({ path }) => parts.test(path))
      .toSorted((a, b) => (a.path < b.path ? -1 : Number(a.path !== b.path)));
    for (const { disk, path } of files)
      for await (const line of createInterface({ input: createReadStream(disk), crlfDelay: Infinity })) {
        if (line === '') continue;
        try {
          yield JSON.parse(line) as T;
        } catch (cause) {
          throw Object.assign(sitePartsUnreadable({ part: path }), { cause });
        }
      }
  }
}

function verify(files: readonly PackageFile[], manifest: SiteManifest): void {
  const listed = new Map(manifest.entries.map((entry) => [entry.path, entry]));
  for (const { path, bytes, sha256 } of files) {
    if (path === 'manifest.json') continue;
    if (path.endsWith('.ndjson') && bytes > MOST_PART) throw packageRefused({ fault: 'bomb' });
    const entry = listed.get(path);
    if (!entry || entry.bytes !== bytes || entry.sha256 !== sha256)
      throw packageRefused({ fault: 'checksum' });
    listed.delete(path);
  }
  if (listed.size > 0 || digestOf(manifest.entries) !== manifest.contentDigest)
    throw packageRefused({ fault: 'checksum' });
}

async function readJson<T>(files: PackageFiles, path: string, mayLack: boolean): Promise<T | null> {
  const file = files.at(path);
  if (!file || file.bytes > MOST_JSON) {
    if (mayLack) return null;
    throw sitePartsUnreadable({ part: path });
  }
  try {
    return JSON.parse(await readFile(file.disk, 'utf8')) as T;
  } catch (cause) {
    if (mayLack) return null;
    throw Object.assign(sitePartsUnreadable({ part: path }), { cause });
  }
}
