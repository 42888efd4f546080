export * from './csv';
export * from './safe-cell';
export * from './table';
export * from './workbook';
