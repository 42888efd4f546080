import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { atSite, type StaffCtx } from '@zhanqun/kernel';
import { AppConfig, SiteDirectory } from '@zhanqun/platform';
import { siteUnknown } from '../import/import.errors';
import { PackageFiles } from '../import/package/package-files';
import { unpackArchive } from '../import/package/unpacking';
import { Packer } from './packer';
import { SiteFounding, type SiteMove } from './site-founding';
import type { SiteManifest } from './site-format';
import { SitePackage } from './site-package';
import { SiteRestoring, type RestoredCounts } from './site-restoring';
import { SiteWriting } from './site-writing';

export interface SiteImport extends SiteMove {
  readonly onProgress?: (articles: number) => void;
}

/** 整站搬迁 for the command line: a whole site into one file, and from such a file into a site of its own. */
@Injectable()
export class SiteMoving {
  constructor(
    private readonly config: AppConfig,
    private readonly directory: SiteDirectory,
    private readonly writing: SiteWriting,
    private readonly founding: SiteFounding,
    private readonly restoring: SiteRestoring,
  ) {}

  /** The file appears whole or not at all. */
  async exportTo(ctx: StaffCtx, key: string, path: string): Promise<SiteManifest> {
    const site = this.directory.byKey(key);
    if (!site) throw siteUnknown({ site: key });
    const packer = new Packer();
    const draft = `${path}.part`;
    await mkdir(dirname(path), { recursive: true });
    try {
      const [manifest] = await Promise.all([
        this.writing.write(atSite(ctx, site), packer),
        pipeline(packer.output, createWriteStream(draft)),
      ]);
      await rename(draft, path);
      return manifest;
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
  }

  /**
   * Opens the site and writes everything into it. Run again with the same file and key it goes on where it
   * stopped; a key that another site has is refused.
   */
  async importFrom(
    ctx: StaffCtx,
    path: string,
    move: SiteImport,
  ): Promise<RestoredCounts & { readonly contentDigest: string }> {
    const work = join(this.config.dataDir, 'imports', 'sites', move.key.replace(/[^a-z0-9-]/g, '_'));
    try {
      const source = await SitePackage.open(new PackageFiles(await unpackArchive(path, work), true));
      const { site, organisations } = await this.founding.found(ctx, source, move);
      const counts = await this.restoring.restore(site, source, organisations, move.onProgress);
      return { ...counts, contentDigest: source.manifest.contentDigest };
    } finally {
      await rm(work, { recursive: true, force: true });
    }
  }
}
