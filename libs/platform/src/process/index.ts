export * from './process.errors';
export * from './run-process';
export * from './prepare-database';
