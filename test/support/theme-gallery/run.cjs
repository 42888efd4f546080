/**
 * Theme gallery: renders every public page of every theme with made-up data, takes pictures of it in
 * Chromium and asks axe about it.
 *
 *   node test/support/theme-gallery/run.cjs [--theme portal-red] [--page home] [--width 1440,375] [--no-js] [--no-axe] [--out DIR]
 */
const Module = require('node:module');
const { join } = require('node:path');
const swc = require('@swc/core');

const root = join(__dirname, '../../..');
require.extensions['.ts'] = (module, file) =>
  module._compile(swc.transformFileSync(file, { swcrc: true, sourceMaps: 'inline' }).code, file);
const resolve = Module._resolveFilename;
Module._resolveFilename = function (name, ...rest) {
  const alias = /^@zhanqun\/([\w-]+)$/.exec(name);
  return resolve.call(this, alias ? join(root, 'libs', alias[1], 'src/index.ts') : name, ...rest);
};

require('./gallery.ts')
  .run(root, process.argv.slice(2))
  .catch((fault) => {
    process.stderr.write(`${fault.stack}\n`);
    process.exit(1);
  });
