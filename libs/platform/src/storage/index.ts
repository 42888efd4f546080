export * from './disk-file-store';
export * from './file-store';
export * from './storage.errors';
export * from './storage.module';
