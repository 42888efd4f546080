import { packageRefused } from '../import.errors';
import type { PackageFiles } from '../package/package-files';
import type { OpenSource } from '../source-item';

/** 另一站群站点的整站导出. */
export async function openSiteFile(_files: PackageFiles): Promise<OpenSource> {
  await Promise.resolve();
  throw packageRefused({ fault: 'noManifest' });
}
