export * from './domain-error';
export * from './state-machine';
export * from './site-ref';
export * from './ctx';
export * from './paging';
export * from './shanghai-time';
export * from './working-calendar';
export * from './clock';
