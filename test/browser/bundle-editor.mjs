/** Writes the editor's reading and writing of texts to standard output, as one script for a page. */
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const [{ output }] = await build({
  configFile: false,
  logLevel: 'silent',
  root: here('../../apps/console'),
  resolve: { alias: { '@': here('../../apps/console/src') } },
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    write: false,
    minify: false,
    lib: {
      entry: here('../../apps/console/src/editor/text-document.ts'),
      formats: ['iife'],
      name: 'textDocument',
    },
  },
});
process.stdout.write(output[0].code);
