export * from './database';
export * from './entities';
export * from './redis';
export * from './until';
