import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Global, Injectable, Module, type OnApplicationShutdown } from '@nestjs/common';
import { Clock } from '@zhanqun/kernel';
import { AppConfig } from '../config';
import { FtsIndex } from './fts-index';
import { IndexFiles } from './index-files';
import { SearchIndex } from './search-index';
import { ThreadedIndex } from './threaded-index';

const THREAD = join(__dirname, 'index-thread.js');

/** Closes the file that this process reads. */
@Injectable()
class ReaderClosing implements OnApplicationShutdown {
  constructor(private readonly index: SearchIndex) {}

  async onApplicationShutdown(): Promise<void> {
    if (this.index instanceof FtsIndex || this.index instanceof ThreadedIndex) await this.index.close();
  }
}

/** The index, read: in every process. It is written by whoever makes an `IndexKeeper`: the worker. */
@Global()
@Module({
  providers: [
    {
      provide: IndexFiles,
      inject: [AppConfig],
      useFactory: (config: AppConfig): IndexFiles => new IndexFiles(join(config.dataDir, 'search')),
    },
    {
      provide: SearchIndex,
      inject: [IndexFiles, Clock],
      useFactory: (files: IndexFiles, clock: Clock): SearchIndex => {
        const now = (): Date => clock.now();
        // Sources have no compiled thread beside them: whoever runs those reads the index himself.
        return existsSync(THREAD) ? new ThreadedIndex(files, now, THREAD) : new FtsIndex(files, now);
      },
    },
    ReaderClosing,
  ],
  exports: [IndexFiles, SearchIndex],
})
export class SearchModule {}
