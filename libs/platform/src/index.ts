export * from './config';
export * from './http';
export * from './redis';
export * from './storage';
