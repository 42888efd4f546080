import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Injectable } from '@nestjs/common';
import type { SiteCtx } from '@zhanqun/kernel';
import { directoryUnreadable, filesGone, packageRefused } from './import.errors';
import type { ImportRun } from './import-run.entity';
import { folderFiles } from './package/folder-files';
import { PackageFiles, type PackageFile } from './package/package-files';
import { unpackArchive } from './package/unpacking';
import { WorkPlaces } from './package/work-places';
import { openPages } from './sources/html-source';
import { openSiteFile } from './sources/site-source';
import { openTable } from './sources/table-source';
import { openWordpress } from './sources/wordpress-source';
import type { OpenSource } from './source-item';

export type OpeningRun = Pick<ImportRun, 'id' | 'source' | 'fileName' | 'place' | 'isUploaded' | 'options'>;

/** Opens what a run reads from: unpacked once, then read as often as needed. */
@Injectable()
export class SourceOpening {
  constructor(private readonly places: WorkPlaces) {}

  async open(ctx: SiteCtx, run: OpeningRun): Promise<OpenSource> {
    const files = new PackageFiles(await this.filesOf(ctx, run), run.source === 'site');
    const { siteAddress, columns } = run.options;
    switch (run.source) {
      case 'wordpress':
        return openWordpress(onlyFile(files, /\.(?:xml|wxr)$/i, 'noXml').disk, files, { siteAddress });
      case 'table': {
        const table = onlyFile(files, /\.(?:csv|tsv|xlsx)$/i, 'noTable');
        return openTable(table.disk, files, { siteAddress, columns, name: table.path });
      }
      case 'html':
        return openPages(files, { siteAddress });
      case 'site':
        return openSiteFile(files);
    }
  }

  private async filesOf(ctx: SiteCtx, run: OpeningRun): Promise<PackageFile[]> {
    const path = run.isUploaded ? this.places.upload(ctx.site.id, run.id) : run.place;
    const found = await stat(path).catch((cause: unknown) => {
      if (run.isUploaded) throw Object.assign(filesGone(), { cause });
      throw Object.assign(directoryUnreadable({ directory: path }), { cause });
    });
    if (found.isDirectory()) return folderFiles(path);
    const known = await this.places.index(ctx.site.id, run.id);
    if (known) return known;
    const name = run.isUploaded ? run.fileName : basename(path);
    if (!(await isArchive(path, name)))
      return [{ path: name.replace(/[/\\]/g, '_'), disk: path, bytes: found.size, sha256: '' }];
    const files = await unpackArchive(path, this.places.parts(ctx.site.id, run.id));
    if (files.length === 0) throw packageRefused({ fault: 'empty' });
    await this.places.keepIndex(ctx.site.id, run.id, files);
    return files;
  }
}

/** By its first bytes; a workbook is a ZIP too, but one that is read as it is. */
async function isArchive(path: string, name: string): Promise<boolean> {
  if (/\.xlsx$/i.test(name)) return false;
  const handle = await open(path, 'r');
  try {
    const head = Buffer.alloc(512);
    const { bytesRead } = await handle.read(head, 0, 512, 0);
    const isZip = head.toString('latin1', 0, 4) === 'PK\u0003\u0004';
    const isGzip = head[0] === 0x1f && head[1] === 0x8b;
    return isZip || isGzip || (bytesRead === 512 && head.toString('latin1', 257, 262) === 'ustar');
  } finally {
    await handle.close();
  }
}

function onlyFile(files: PackageFiles, ending: RegExp, fault: 'noXml' | 'noTable'): PackageFile {
  const fitting = files.all.filter(({ path }) => ending.test(path));
  const top = fitting.filter(({ path }) => !path.includes('/'));
  const [only, ...more] = top.length > 0 ? top : fitting;
  if (!only || more.length > 0) throw packageRefused({ fault });
  return only;
}
