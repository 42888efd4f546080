export {};
export * from './demo';
export * from './demo.module';
