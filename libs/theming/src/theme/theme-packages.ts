import { readFileSync } from 'node:fs';

/** Name of a package in node_modules, with or without a scope. */
const PACKAGE = /^(?:@[a-z0-9-]+\/)?[a-z0-9][a-z0-9-]*$/;

export const isPackageName = (name: unknown): name is string =>
  typeof name === 'string' && PACKAGE.test(name);

/**
 * The one file that an installed package gives to `require`: a theme serves it among its own assets.
 *
 * So the code of others is neither copied into the repository nor fetched from elsewhere: its version is
 * the lock file's, and `npm audit` sees it.
 */
export const packageFile = (name: string): Buffer => readFileSync(require.resolve(name));
