import { together } from './together';

together(['libs/content', 'themes', 'apps/console/src'], /(?<!db-)\bspec\.ts$/);
