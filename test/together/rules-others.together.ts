import { together } from './together';

together(['libs'], /(?<!db-)\bspec\.ts$/, /^libs\/content\//);
