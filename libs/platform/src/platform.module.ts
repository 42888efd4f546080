import { Module, type DynamicModule } from '@nestjs/common';
import { AuditModule } from './audit';
import { CacheBusModule } from './cache';
import { ConfigModule, type AppConfig } from './config';
import { DbModule } from './db';
import { FetchingModule } from './fetching';
import { HealthModule } from './health';
import { MailModule } from './mail';
import { MetricsModule } from './metrics';
import { OutboxModule } from './outbox';
import { RedisModule } from './redis';
import { SearchModule } from './search';
import { StorageModule } from './storage';

/** The machine: what every process needs, whichever door it stands behind. */
@Module({})
export class PlatformModule {
  static forRoot(config: AppConfig): DynamicModule {
    return {
      module: PlatformModule,
      imports: [
        ConfigModule.forRoot(config),
        DbModule.forRoot(),
        RedisModule,
        CacheBusModule,
        AuditModule,
        OutboxModule,
        StorageModule,
        SearchModule,
        FetchingModule,
        MailModule,
        HealthModule,
        MetricsModule,
      ],
    };
  }
}
