import { together } from './together';

together(['libs/content'], /\.db-spec\.ts$/);
