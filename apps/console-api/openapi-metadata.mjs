// Build step: reads the types of DTOs and views off the source, then writes dist/openapi.json.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PluginMetadataGenerator } from '@nestjs/cli/lib/compiler/plugins/plugin-metadata-generator.js';
import { ReadonlyVisitor } from '@nestjs/swagger/plugin';
import { transformSync } from '@swc/core';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
process.chdir(root);
const home = 'apps/console-api/src';
const made = resolve(root, home, 'openapi-metadata.ts');

try {
  new PluginMetadataGenerator().generate({
    visitors: [
      new ReadonlyVisitor({
        introspectComments: true,
        classValidatorShim: true,
        dtoFileNameSuffix: ['.dto.ts', '.view.ts'],
        pathToSource: resolve(root, home),
      }),
    ],
    outputDir: resolve(root, home),
    filename: 'openapi-metadata.ts',
    // A program of our own: types are checked by the lint step, here they are only read.
    tsProgramRef: ReadonlyVisitor.createTsProgram(resolve(root, 'tsconfig.json')),
    watch: false,
  });
  const { code } = transformSync(readFileSync(made, 'utf8'), {
    filename: made,
    swcrc: false,
    jsc: { parser: { syntax: 'typescript', dynamicImport: true }, target: 'es2023' },
    module: { type: 'commonjs' },
  });
  writeFileSync(resolve(root, 'dist', home, 'openapi-metadata.js'), code);
} finally {
  rmSync(made, { force: true });
}
const written = spawnSync(
  process.execPath,
  [resolve(root, 'dist', home, 'openapi.js'), resolve(root, 'dist/openapi.json')],
  {
    cwd: root,
    stdio: 'inherit',
  },
);
process.exit(written.status ?? 1);
