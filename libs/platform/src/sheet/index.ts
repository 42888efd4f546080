export * from './read-sheet';
export * from './sheet.errors';
export * from './unpack';
