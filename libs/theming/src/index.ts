export * from './chrome';
