const { existsSync, readFileSync, readdirSync } = require('node:fs');
const { join } = require('node:path');

/** ES modules in node_modules: Jest on Node 20 cannot require() them, so they are transpiled like our own code. */
function esModules(folder = join(__dirname, 'node_modules')) {
  return readdirSync(folder).flatMap((name) => {
    if (name.startsWith('@')) return esModules(join(folder, name)).map((inner) => `${name}/${inner}`);
    const manifest = join(folder, name, 'package.json');
    return existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).type === 'module' ? [name] : [];
  });
}

/** CommonJS packages that load an ES module with import(): transpiled too, so that it becomes a require. */
const DYNAMIC = ['@fastify/cookie'];

/** `npm test` loads the product once for many spec files (test/together); a file named by hand runs by itself. */
const isTogether = process.env.SPECS === 'together';
/** End-to-end specs that load the citizens' side into their own process; the others only start processes. */
const E2E = readdirSync(join(__dirname, 'test/e2e')).filter((file) => file.endsWith('.spec.ts'));
const loading = (file) =>
  readFileSync(join(__dirname, 'test/e2e', file), 'utf8').includes('support/citizens');
const outside = E2E.filter((file) => !loading(file)).map((file) => `test/e2e/${file}`);
const specs = (single, together) => (isTogether ? together : single).map((pattern) => `<rootDir>/${pattern}`);

/** @type {import('jest').Config} */
const common = {
  testEnvironment: 'node',
  transform: { '^.+\\.(m|c)?[tj]s$': ['@swc/jest', { swcrc: true }] },
  transformIgnorePatterns: [`/node_modules/(?!(${[...esModules(), ...DYNAMIC].join('|')})/)`],
  moduleNameMapper: {
    '^@zhanqun/test-support$': '<rootDir>/test/support/index.ts',
    '^@zhanqun/given$': '<rootDir>/test/support/given/index.ts',
    '^@/(.*)$': '<rootDir>/apps/console/src/$1',
    '^@zhanqun/(\\w[\\w-]*)$': '<rootDir>/libs/$1/src/index.ts',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  rootDir: __dirname,
};

module.exports = {
  projects: [
    {
      ...common,
      displayName: 'rules',
      testMatch: specs(
        ['libs/**/*.spec.ts', 'themes/**/*.spec.ts', 'apps/console/src/**/*.spec.ts'],
        ['test/together/rules-*.ts'],
      ),
    },
    {
      ...common,
      displayName: 'database',
      testMatch: specs(
        ['libs/**/*.db-spec.ts'],
        ['test/together/database-*.ts', 'libs/platform/**/*.db-spec.ts'],
      ),
    },
    { ...common, displayName: 'architecture', testMatch: ['<rootDir>/test/architecture/**/*.spec.ts'] },
    {
      ...common,
      displayName: 'isolation',
      testMatch: specs(['test/isolation/**/*.spec.ts'], ['test/together/isolation.together.ts']),
    },
    {
      ...common,
      displayName: 'e2e',
      testMatch: specs(['test/e2e/**/*.spec.ts'], ['test/together/e2e.together.ts', ...outside]),
    },
    { ...common, displayName: 'browser', testMatch: ['<rootDir>/test/browser/**/*.spec.ts'] },
  ],
};
