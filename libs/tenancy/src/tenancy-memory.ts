import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Clock, systemCtx } from '@zhanqun/kernel';
import { EVERYTHING, PurgeLog, type Purge } from '@zhanqun/platform';
import { NetworkNoticeBoard, NOTICES_TAG } from './network-notice/network-notice-board';
import { Regulations, REGULATIONS_TAG } from './regulation/regulations';
import { Settings } from './settings/settings';
import { DIRECTORY_TAG, MemorySiteDirectory } from './site/memory-site-directory';
import { SiteProfiles } from './site/site-profiles';

/** Fills what this lib keeps in memory when a process starts, and keeps it fresh by the purge log. */
@Injectable()
export class TenancyMemory implements OnModuleInit, OnModuleDestroy {
  private leave: () => void = () => undefined;
  private following: Promise<void> = Promise.resolve();

  constructor(
    private readonly purges: PurgeLog,
    private readonly directory: MemorySiteDirectory,
    private readonly regulations: Regulations,
    private readonly settings: Settings,
    private readonly profiles: SiteProfiles,
    private readonly notices: NetworkNoticeBoard,
    private readonly clock: Clock,
  ) {}

  async onModuleInit(): Promise<void> {
    this.leave = this.purges.subscribe((purge) => this.follow(purge));
    const ctx = systemCtx(this.clock.now());
    await this.regulations.loadBundled(ctx);
    await this.directory.refresh(ctx);
    await this.settings.refresh(ctx);
    await this.notices.refresh(ctx);
  }

  onModuleDestroy(): void {
    this.leave();
  }

  /** One after the other: of two readings at once the one that began earlier may end later, with what was. */
  private follow(purge: Purge): Promise<void> {
    const followed = this.following.then(() => this.takeIn(purge));
    this.following = followed.catch(() => undefined);
    return followed;
  }

  private async takeIn(purge: Purge): Promise<void> {
    const ctx = systemCtx(this.clock.now());
    if (purge === EVERYTHING) {
      this.profiles.forgetAll();
      await this.directory.refresh(ctx);
      await this.settings.refresh(ctx);
      await this.regulations.refresh(ctx);
      await this.notices.refresh(ctx);
      return;
    }
    this.profiles.forget(purge);
    const changed = idsAfter('directory', purge);
    if (changed.length > 0) await this.directory.refreshSites(ctx, changed);
    else if (purge.includes(DIRECTORY_TAG)) await this.directory.refresh(ctx);
    for (const place of idsAfter('settings', purge)) await this.settings.refreshPlace(ctx, place);
    if (purge.includes(NOTICES_TAG)) await this.notices.refresh(ctx);
    if (purge.includes(REGULATIONS_TAG)) await this.regulations.refresh(ctx);
  }
}

function idsAfter(word: string, tags: readonly string[]): number[] {
  const start = `${word}:`;
  return tags.filter((tag) => tag.startsWith(start)).map((tag) => Number(tag.slice(start.length)));
}
