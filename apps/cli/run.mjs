// `npm run zhanqun -- …`: sets up what is missing, then runs the command.
import { setUp } from '../all-in-one/setup.mjs';

try {
  await setUp();
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
await import('../../dist/apps/cli/src/main.js');
