export * from './bus';
export * from './cache.module';
export * from './in-process-bus';
export * from './purge-entry.entity';
export * from './purge-log';
export * from './redis-bus';
