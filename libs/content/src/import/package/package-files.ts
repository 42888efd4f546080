/** A file of the package. */
export interface PackageFile {
  /** As it was packed, `news/7.html`. */
  readonly path: string;
  /** On this machine; never made of `path` for what was uploaded. */
  readonly disk: string;
  readonly bytes: number;
  /** Of an unpacked archive; empty in a folder. */
  readonly sha256: string;
}

const INNER = 'http://former.invalid';

/** The files that came with a former site, found by the addresses they had there. */
export class PackageFiles {
  private readonly byPath = new Map<string, PackageFile>();
  readonly all: readonly PackageFile[];

  /** A folder that holds everything else is none of the site's. */
  constructor(files: readonly PackageFile[], keepsTop = false) {
    const top = keepsTop ? '' : topFolder(files);
    this.all = files.map((file) => ({ ...file, path: file.path.slice(top.length) }));
    for (const file of this.all) this.byPath.set(keyOf(file.path), file);
  }

  /** Those below one folder, as if they stood below another. */
  below(folder: string, as: string): PackageFiles {
    const files = this.all.filter(({ path }) => path.startsWith(folder));
    return new PackageFiles(
      files.map((file) => ({ ...file, path: as + file.path.slice(folder.length) })),
      true,
    );
  }

  at(path: string): PackageFile | undefined {
    return this.byPath.get(keyOf(path));
  }

  /**
   * The file behind an address that stands in a page at `base` (`news/7.html`). Addresses of other hosts are
   * found only when their host is the former site's own, `''` when that is not known.
   */
  find(address: string, base: string, siteHost: string): PackageFile | undefined {
    const path = pathOf(address, base, siteHost);
    if (path === null) return undefined;
    const exact = this.byPath.get(keyOf(path));
    if (exact) return exact;
    // A copy made by a mirroring program keeps the host as a folder.
    return siteHost === '' ? undefined : this.byPath.get(keyOf(`${siteHost}/${path}`));
  }
}

export function pathOf(address: string, base: string, siteHost: string): string | null {
  const bare = address.trim().replace(/\\/g, '/');
  if (/^(?:data|javascript|mailto|tel|about|blob|file):/i.test(bare)) return null;
  const from = `${INNER}/${base.split('/').map(encodeURIComponent).join('/')}`;
  if (!URL.canParse(bare, from)) return null;
  const url = new URL(bare, from);
  if (url.origin !== INNER && (siteHost === '' || url.hostname !== siteHost)) return null;
  return decoded(url.pathname.slice(1));
}

/** Lower case, `''` for none. */
export const hostOf = (address: string): string => (URL.canParse(address) ? new URL(address).hostname : '');

const keyOf = (path: string): string => path.normalize('NFC').toLowerCase();

function topFolder(files: readonly PackageFile[]): string {
  const [first] = files;
  const top = first ? first.path.slice(0, first.path.indexOf('/') + 1) : '';
  return top !== '' && files.every(({ path }) => path.startsWith(top)) ? top : '';
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
