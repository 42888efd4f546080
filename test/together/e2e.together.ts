import { together } from './together';

/** Those that load the citizens' side into the test's own process. */
together(['test/e2e'], /\.spec\.ts$/, undefined, (text) => text.includes('support/citizens'));
