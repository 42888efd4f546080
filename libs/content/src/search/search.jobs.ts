import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock, type Ctx } from '@zhanqun/kernel';
import {
  Handles,
  IndexFiles,
  IndexKeeper,
  IndexRebuild,
  JobEvent,
  PurgeLog,
  SearchSource,
  SiteDirectory,
  type JobHandler,
} from '@zhanqun/platform';

/** 重建检索库 was asked for in the console. */
@JobEvent()
export class RebuildSearch {
  static readonly kind = 'content.rebuildSearch';
  /** Key of one site; null for the whole index. */
  constructor(readonly siteKey: string | null) {}
}

/** Keeps the index while the worker runs. */
@Injectable()
export class SearchKeeping implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly keeper: IndexKeeper;

  constructor(
    files: IndexFiles,
    source: SearchSource,
    directory: SiteDirectory,
    purges: PurgeLog,
    clock: Clock,
  ) {
    this.keeper = new IndexKeeper(files, source, directory, purges, clock);
  }

  onApplicationBootstrap(): void {
    this.keeper.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.keeper.stop();
  }

  /** Everything told so far is in the index. */
  settled(): Promise<void> {
    return this.keeper.settled();
  }
}

@Handles(RebuildSearch)
@Injectable()
export class RebuildSearchJob implements JobHandler<RebuildSearch> {
  private readonly rebuild: IndexRebuild;

  constructor(files: IndexFiles, source: SearchSource, directory: SiteDirectory, clock: Clock) {
    this.rebuild = new IndexRebuild(files, source, directory, clock);
  }

  async handle(_ctx: Ctx, { siteKey }: RebuildSearch): Promise<void> {
    if (siteKey === null) await this.rebuild.all();
    else await this.rebuild.site(siteKey);
  }
}
