// `npm run openapi`: after a change of the API, brings the console's copy of the document and its types up to date.
import { copyFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
const document = resolve(root, 'apps/console/src/api/openapi.json');
const types = resolve(root, 'apps/console/src/api/schema.d.ts');

copyFileSync(resolve(root, 'dist/openapi.json'), document);
execFileSync('npx', ['--no-install', 'openapi-typescript', document, '-o', types], {
  cwd: root,
  stdio: 'inherit',
});
