import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Clock, SiteRef } from '@zhanqun/kernel';
import type { SiteDirectory } from '@zhanqun/platform';
import { replaceFile } from '../cache/replace-file';
import type { PublicSite } from '../site/public-site';
import { checkMirror, type MirrorCheck } from './mirror-check';
import { mirrorAbsent, mirrorSiteNotOpen, mirrorSiteUnknown } from './mirror.errors';
import { MirrorFolder } from './mirror-folder';
import { readableReport, type MirrorReport } from './mirror-report';
import { MirrorState } from './mirror-state';
import { MirrorWalk, type MirrorProgress } from './mirror-walk';

/** An interrupted run is taken up again while what it has read is this fresh. */
const RESUMES_MS = 6 * 3_600_000;

export interface MirrorOrder {
  readonly to: string;
  /** 繁体版 too: twice the pages. */
  readonly isTraditional?: boolean;
  readonly onProgress?: (progress: MirrorProgress) => void;
}

/**
 * 静态副本: a site as files that any web server can show, byte for byte what citizens get. Pages come
 * from the same engine, in this process; the copy of one host is one document root. Run again, it writes
 * only what has changed and removes what is gone; killed, it goes on where it stopped.
 */
export class SiteMirror {
  constructor(
    private readonly site: PublicSite,
    private readonly directory: () => SiteDirectory,
    private readonly clock: Clock,
    private readonly dataDir: string,
  ) {}

  /**
   * A suspended or closed site leaves its notice and nothing else: what citizens may not read there must
   * not be read from a copy.
   */
  async copy(key: string, { to, isTraditional = false, onProgress }: MirrorOrder): Promise<MirrorReport> {
    const site = this.siteOf(key);
    const folder = await MirrorFolder.open(to, this.dataDir);
    const unlock = await folder.lock(key);
    try {
      const began = this.clock.now();
      const state =
        (await MirrorState.read(folder.stateFile(key))) ?? MirrorState.empty(folder.stateFile(key));
      const { interrupted } = state;
      const isResumed =
        interrupted !== null &&
        interrupted.isTraditional === isTraditional &&
        began.getTime() - interrupted.run < RESUMES_MS;
      const run = isResumed ? interrupted.run : began.getTime();
      const parts = { site: this.site, directory: this.directory(), clock: this.clock, folder, state };
      const walk = new MirrorWalk(parts, site, { run, isTraditional, isResumed, onProgress });
      const { tally, isComplete } = await walk.run();
      const copies = [...state.all()];
      const report: MirrorReport = {
        site: key,
        host: site.host,
        prefix: site.prefix,
        status: site.status,
        beganAt: began.toISOString(),
        endedAt: this.clock.now().toISOString(),
        isComplete,
        isResumed,
        isTraditional,
        files: copies.length,
        bytes: copies.reduce((sum, { bytes }) => sum + bytes, 0),
        written: tally.written,
        untouched: tally.untouched,
        removed: tally.removed,
        redirects: tally.redirects,
        broken: tally.broken,
        failed: tally.failed,
        outside: tally.outside,
        leftOut: tally.leftOut,
      };
      await this.file(folder, report);
      return report;
    } finally {
      await unlock();
    }
  }

  /** Compares sampled files with what citizens get now; changes nothing. */
  async check(key: string, { to, pages }: { to: string; pages: number }): Promise<MirrorCheck> {
    const site = this.siteOf(key);
    const folder = await MirrorFolder.open(to, this.dataDir);
    const state = await MirrorState.read(folder.stateFile(key));
    if (!state) throw mirrorAbsent({ key });
    return checkMirror({ site: this.site, directory: this.directory(), folder, state }, site, pages);
  }

  private siteOf(key: string): SiteRef {
    const site = this.directory().byKey(key);
    if (!site) throw mirrorSiteUnknown({ key });
    if (site.status === 'preparing' || site.host === '') throw mirrorSiteNotOpen({ key });
    return site;
  }

  private async file(folder: MirrorFolder, report: MirrorReport): Promise<void> {
    const json = folder.reportFile(report.site, 'json');
    await mkdir(dirname(json), { recursive: true });
    await replaceFile(json, Buffer.from(`${JSON.stringify(report, null, 1)}\n`));
    await replaceFile(folder.reportFile(report.site, 'txt'), Buffer.from(readableReport(report)));
  }
}
