export * from './config';
export * from './db';
export * from './http';
export * from './redis';
export * from './storage';
