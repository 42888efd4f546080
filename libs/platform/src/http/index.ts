export * from './site-directory';
export * from './session-reader';
