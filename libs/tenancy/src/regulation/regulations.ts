import { Injectable } from '@nestjs/common';
import type { Ctx, SiteRef, WorkingCalendar } from '@zhanqun/kernel';
import { Db, isUniqueViolation, PurgeLog } from '@zhanqun/platform';
import { readBundled, type BundledFile } from '../bundled-data';
import { MemorySiteDirectory } from '../site/memory-site-directory';
import { bundledCalendar } from './calendars';
import { EffectiveRegulation } from './effective-regulation';
import { regulationNotFound, regulationNotLocal } from './regulation.errors';
import { RegulationRecord } from './regulation-record.entity';
import type { Regulation } from './regulation';
import { readRegulation } from './regulation-reader';

export const REGULATIONS_TAG = 'regulations';

interface RegulationFile {
  readonly regulation: Regulation;
  readonly body: Readonly<Record<string, unknown>>;
}

/** 规定: which regulation holds where, answered from memory. */
@Injectable()
export class Regulations {
  readonly calendar: WorkingCalendar = bundledCalendar();
  private current: ReadonlyMap<string, Regulation> = new Map();
  private effective = new Map<string, EffectiveRegulation>();

  constructor(
    private readonly db: Db,
    private readonly purges: PurgeLog,
    private readonly directory: MemorySiteDirectory,
  ) {}

  /** What holds at this site: the national floor and the regulation its portal chose. */
  for(site: SiteRef): EffectiveRegulation {
    return this.effectiveFor(this.directory.regulationOf(site.portalId));
  }

  /** As `for`, by the code of a local regulation; unknown codes fall back to the floor alone. */
  effectiveFor(code: string | null): EffectiveRegulation {
    const local = code ? (this.current.get(code) ?? null) : null;
    const key = local?.code ?? '';
    const known = this.effective.get(key);
    if (known) return known;
    const national = [...this.current.values()].filter((regulation) => regulation.level === 'national');
    if (national.length === 0) throw new Error('no regulation is loaded: call Regulations.loadBundled first');
    const made = new EffectiveRegulation(national, local, this.calendar);
    this.effective.set(key, made);
    return made;
  }

  /** The newest version of every regulation, national ones first. */
  list(): readonly Regulation[] {
    return [...this.current.values()].toSorted((left, right) =>
      left.level === right.level ? left.code.localeCompare(right.code) : left.level === 'national' ? -1 : 1,
    );
  }

  get(code: string): Regulation {
    const regulation = this.current.get(code);
    if (!regulation) throw regulationNotFound({ code });
    return regulation;
  }

  /** All stored versions of a regulation, newest first. */
  async versions(ctx: Ctx, code: string): Promise<readonly { version: number; storedAt: Date }[]> {
    const rows = await this.db
      .shared(ctx, RegulationRecord)
      .select(['version', 'createdAt'], { where: { code }, order: { version: 'DESC' } });
    return rows.map(({ version, createdAt }) => ({ version, storedAt: createdAt }));
  }

  /** Refuses a code that a portal cannot choose. */
  mustBeLocal(code: string): void {
    if (this.get(code).level !== 'local') throw regulationNotLocal({ code });
  }

  /**
   * Stores the regulations that come with this release and reads them in.
   *
   * A file whose version is already stored changes nothing; a higher version becomes a new row and the
   * old one stays. Safe to run in every process at every start.
   */
  async loadBundled(ctx: Ctx): Promise<void> {
    await this.loadFiles(ctx, readBundled('regulations'));
  }

  /** As `loadBundled`, from the given files. */
  async loadFiles(ctx: Ctx, bundled: readonly BundledFile[]): Promise<void> {
    const files = bundled.map(({ name, data }) => ({
      regulation: readRegulation(data, name),
      body: data as RegulationFile['body'],
    }));
    const rows = this.db.shared(ctx, RegulationRecord);
    const stored = new Set(
      (await rows.select(['code', 'version'])).map(({ code, version }) => `${code}@${version}`),
    );
    const missing = files.filter(({ regulation }) => !stored.has(`${regulation.code}@${regulation.version}`));
    if (missing.length > 0) await this.store(ctx, missing);
    await this.refresh(ctx);
  }

  private async store(ctx: Ctx, files: readonly RegulationFile[]): Promise<void> {
    try {
      await this.db.transaction(ctx, async (ctx) => {
        const records = this.db.shared(ctx, RegulationRecord);
        await records.saveAll(
          files.map(({ regulation: { code, version, level, title }, body }) =>
            records.build({ code, version, level, title, body }),
          ),
        );
        await this.purges.add(ctx, [REGULATIONS_TAG]);
      });
    } catch (error) {
      // Another process started at the same moment and stored the same versions.
      if (!isUniqueViolation(error)) throw error;
    }
  }

  /** Reads the newest version of every regulation into memory. */
  async refresh(ctx: Ctx): Promise<void> {
    const rows = await this.db.shared(ctx, RegulationRecord).find({ order: { code: 'ASC', version: 'ASC' } });
    this.current = new Map(
      rows.map((row) => [
        row.code,
        readRegulation(row.body, `regulation ${row.code} version ${row.version}`),
      ]),
    );
    this.effective = new Map();
  }
}
