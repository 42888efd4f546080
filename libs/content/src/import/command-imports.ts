import { resolve } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Account, normalUsername } from '@zhanqun/identity';
import { atSite, type EditorCtx, type StaffCtx } from '@zhanqun/kernel';
import { Db, SiteDirectory } from '@zhanqun/platform';
import { ChannelReading } from '../channel/channel-reading';
import { accountUnknown, channelUnknown, kindUnknown, siteUnknown } from './import.errors';
import { finish } from './import-ending';
import { IMPORT_KINDS, type ImportKind, type RunOptions } from './import-options';
import { OUTCOME_NAMES } from './import-report-file';
import { ImportRun, type ImportSourceKind } from './import-run.entity';
import { ImportRuns } from './import-runs';
import { ImportWork } from './import-work';
import { PreviewReading } from './preview-reading';

export interface CommandImport {
  readonly source: ImportSourceKind;
  /** File or folder on this machine. */
  readonly place: string;
  readonly site: string;
  readonly channel?: string;
  readonly createChannels?: boolean;
  /** Account whose name the articles carry; the platform itself when left out. */
  readonly as?: string;
  readonly fetch?: boolean;
  readonly address?: string;
  readonly kind?: string;
  readonly isDryRun: boolean;
  readonly publishes: RunOptions['publishes'];
  readonly onChanged: RunOptions['onChanged'];
  readonly onProgress?: (done: number, total: number) => void;
}

const MOST_LINES = 200;

/** 命令行导入: the same runs as the console's, done at once by the command itself. */
@Injectable()
export class SiteMoves {
  constructor(
    private readonly db: Db,
    private readonly directory: SiteDirectory,
    private readonly channels: ChannelReading,
    private readonly runs: ImportRuns,
    private readonly reading: PreviewReading,
    private readonly work: ImportWork,
  ) {}

  /** A command that was cut short goes on where it stopped when it is given again. */
  async importFrom(staff: StaffCtx, wish: CommandImport): Promise<{ lines: string[]; failed: number }> {
    const site = this.directory.byKey(wish.site);
    if (!site) throw siteUnknown({ site: wish.site });
    const ctx = atSite(await this.inTheNameOf(staff, wish.as), site);
    const options = await this.optionsOf(ctx, wish);
    const run = (await this.cutShort(ctx, wish)) ?? (await this.begun(ctx, wish, options));
    const outcome = await this.work.advance(ctx, run, {
      onProgress: ({ position, total }) => wish.onProgress?.(position, total),
    });
    if (outcome === 'done') await finish(this.runs, ctx, run.id);
    return this.reportOf(ctx, run.id);
  }

  private async optionsOf(ctx: EditorCtx, wish: CommandImport): Promise<Partial<RunOptions>> {
    const { channel, createChannels = false, fetch = false, address = '', kind, publishes, onChanged } = wish;
    if (kind !== undefined && !IMPORT_KINDS.includes(kind as ImportKind)) throw kindUnknown({ kind });
    const path = channel?.replace(/^\/+|\/+$/g, '');
    const node = path === undefined ? null : (await this.channels.tree(ctx)).at(path);
    if (node === undefined) throw channelUnknown({ channel: channel ?? '' });
    return {
      channelId: node?.id ?? null,
      createsChannels: createChannels,
      fetchesRemote: fetch,
      publishes,
      onChanged,
      kind: (kind as ImportKind | undefined) ?? null,
      ...(address === '' ? {} : { siteAddress: address }),
    };
  }

  private async cutShort(
    ctx: EditorCtx,
    { place, source, isDryRun }: CommandImport,
  ): Promise<ImportRun | null> {
    const where = { state: 'running' as const, isUploaded: false, place: resolve(place), source, isDryRun };
    return this.db.site(ctx, ImportRun).findOne(where);
  }

  private async begun(ctx: EditorCtx, wish: CommandImport, options: Partial<RunOptions>): Promise<ImportRun> {
    const runs = this.db.site(ctx, ImportRun);
    const facts = this.runs.facts(ctx, wish.source, wish.place);
    const stored = await runs.save(
      runs.build({
        ...facts,
        state: 'reading',
        place: resolve(wish.place),
        isUploaded: false,
        options: { ...(facts.options as RunOptions), ...options },
      }),
    );
    try {
      const { preview, total } = await this.reading.read(ctx, stored, {
        isBrief: wish.createChannels !== true,
      });
      const found = { siteAddress: preview.siteAddress, columns: preview.columns, ...options };
      await this.runs.moving(ctx, stored.id, 'offer', async (_ctx, run) => {
        Object.assign(run, { preview, total, options: { ...run.options, ...found } });
        await Promise.resolve();
      });
      return await this.runs.moving(ctx, stored.id, 'start', (ctx, run) =>
        this.runs.begin(ctx, run, {}, wish.isDryRun),
      );
    } catch (error) {
      await runs.removeWhere({ id: stored.id });
      throw error;
    }
  }

  private async reportOf(ctx: EditorCtx, id: number): Promise<{ lines: string[]; failed: number }> {
    const run = await this.runs.get(ctx, id);
    const lines: string[] = [];
    for await (const items of this.runs.report(ctx, id))
      for (const { label, title, outcome, reason, warnings } of items) {
        const words = [reason, ...warnings].filter((part) => part !== '').join('；');
        if (outcome !== 'failed' && words === '') continue;
        if (lines.length < MOST_LINES) lines.push(`${OUTCOME_NAMES[outcome]}  ${label}《${title}》${words}`);
      }
    if (lines.length === MOST_LINES) lines.push('（其余见后台“旧站迁入”中的报告）');
    const { created, updated, skipped, failed, total, isDryRun } = run;
    const counts = `新增 ${created}，更新 ${updated}，跳过 ${skipped}，失败 ${failed}`;
    return { lines: [...lines, `${isDryRun ? '【预览，不写入】' : ''}共 ${total} 条：${counts}`], failed };
  }

  private async inTheNameOf(staff: StaffCtx, username: string | undefined): Promise<StaffCtx> {
    if (!username) return staff;
    const account = await this.db.shared(staff, Account).findOne({ username: normalUsername(username) });
    if (!account) throw accountUnknown({ username });
    const actor = { accountId: account.id, name: account.realName, organisationId: account.organisationId };
    return { ...staff, actor };
  }
}
