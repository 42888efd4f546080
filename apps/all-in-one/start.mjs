// `npm start`: set up what is missing, then run the three applications in one process.
import { setUp } from './setup.mjs';

try {
  await setUp();
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
await import('../../dist/apps/all-in-one/src/main.js');
