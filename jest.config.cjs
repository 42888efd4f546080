/** ES-module-only packages that Jest on Node 20 cannot require(); they are transpiled like our own code. */
const esmOnly = [
  '@nestjs',
  'file-type',
  'strtok3',
  'token-types',
  'uint8array-extras',
  '@tokenizer',
  '@borewit',
  'peek-readable',
  '@casl',
  '@ucast',
  'marked',
  'diff',
  'entities',
  'htmlparser2',
  'cheerio',
];

/** @type {import('jest').Config} */
const common = {
  testEnvironment: 'node',
  transform: { '^.+\\.(m|c)?[tj]s$': ['@swc/jest', { swcrc: true }] },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`],
  moduleNameMapper: {
    '^@zhanqun/test-support$': '<rootDir>/test/support/index.ts',
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
      testMatch: ['<rootDir>/libs/**/*.spec.ts', '<rootDir>/themes/**/*.spec.ts'],
    },
    { ...common, displayName: 'database', testMatch: ['<rootDir>/libs/**/*.db-spec.ts'] },
    { ...common, displayName: 'architecture', testMatch: ['<rootDir>/test/architecture/**/*.spec.ts'] },
    { ...common, displayName: 'isolation', testMatch: ['<rootDir>/test/isolation/**/*.spec.ts'] },
    { ...common, displayName: 'e2e', testMatch: ['<rootDir>/test/e2e/**/*.spec.ts'] },
    { ...common, displayName: 'browser', testMatch: ['<rootDir>/test/browser/**/*.spec.ts'] },
  ],
};
