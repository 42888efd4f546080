import { together } from './together';

together(['test/isolation'], /\.spec\.ts$/);
