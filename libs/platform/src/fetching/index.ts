export * from './allow-list';
export * from './fetching.errors';
export * from './fetching.module';
export * from './host-resolver';
export * from './safe-fetch';
