/** The floors of the house (docs/decisions/0001): a library uses itself and the floors below. */
const floors = [
  ['kernel'],
  ['platform'],
  ['tenancy', 'identity', 'theming'],
  ['content', 'disclosure', 'interaction', 'service-items', 'statistics'],
  ['supervision'],
  ['demo'],
];
/** The only neighbour doors. */
const doors = { disclosure: ['content'], statistics: ['content'] };

const lookDown = floors.flatMap((floor, level) =>
  floor.map((lib) => ({
    name: `${lib}-looks-down-only`,
    severity: 'error',
    from: { path: `^libs/${lib}/` },
    to: {
      path: '^(libs|apps)/',
      pathNot: `^libs/(${[lib, ...floors.slice(0, level).flat(), ...(doors[lib] ?? [])].join('|')})/`,
    },
  })),
);

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...lookDown,
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'front-door-only',
      comment: 'From outside a lib only its index.ts may be imported.',
      severity: 'error',
      from: { path: '^(libs/([^/]+)|apps|test|migrations)/' },
      to: { path: '^libs/([^/]+)/src/.+', pathNot: ['^libs/[^/]+/src/index\\.ts$', '^libs/$2/'] },
    },
    {
      name: 'libs-know-no-tests',
      severity: 'error',
      from: { path: '^(libs|apps)/', pathNot: ['\\.(db-)?spec\\.ts$', '^libs/[^/]+/test/'] },
      to: { path: '^test/' },
    },
    {
      name: 'typeorm-behind-the-doorway',
      severity: 'error',
      from: { path: '^(libs|apps)/', pathNot: ['^libs/platform/src/db/', '\\.entity\\.ts$'] },
      to: { path: '^node_modules/(@nestjs/)?typeorm/' },
    },
    {
      name: 'kernel-is-plain',
      severity: 'error',
      from: { path: '^libs/kernel/' },
      to: { path: '^node_modules/', pathNot: '^node_modules/@types/' },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|apps/console/)' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.mjs', '.cjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['require', 'node', 'default', 'types'],
    },
  },
};
