import { Global, Module } from '@nestjs/common';
import { RedisConnections } from '../redis';
import { Bus } from './bus';
import { InProcessBus } from './in-process-bus';
import { PurgeLog } from './purge-log';
import { RedisBus } from './redis-bus';

@Global()
@Module({
  providers: [
    PurgeLog,
    {
      provide: Bus,
      inject: [RedisConnections],
      useFactory: (redis: RedisConnections): Bus =>
        redis.isConfigured ? new RedisBus(redis) : new InProcessBus(),
    },
  ],
  exports: [Bus, PurgeLog],
})
export class CacheBusModule {}
