export * from './config';
export * from './http';
