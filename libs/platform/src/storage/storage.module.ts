import { join } from 'node:path';
import { Global, Module } from '@nestjs/common';
import { Clock } from '@zhanqun/kernel';
import { AppConfig } from '../config';
import { DiskFileStore } from './disk-file-store';
import { FileStore } from './file-store';

@Global()
@Module({
  providers: [
    {
      provide: FileStore,
      inject: [AppConfig, Clock],
      useFactory: async (config: AppConfig, clock: Clock): Promise<FileStore> => {
        const store = new DiskFileStore(join(config.dataDir, 'files'));
        await store.clearAbandoned(clock.now());
        return store;
      },
    },
  ],
  exports: [FileStore],
})
export class StorageModule {}
