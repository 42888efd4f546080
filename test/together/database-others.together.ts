import { together } from './together';

together(['libs'], /\.db-spec\.ts$/, /^libs\/(content|platform)\//);
