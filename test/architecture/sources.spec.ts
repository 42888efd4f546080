import { placesOf, sources, TESTS } from './sources';

const code = sources(['libs', 'apps', 'migrations'], /\.(ts|vue|mts)$/, TESTS);
const server = code.filter(({ path }) => !path.startsWith('apps/console/'));
const find = (files: typeof code, pattern: RegExp): string[] =>
  files.flatMap((source) => placesOf(source, pattern));

/** Longer than this, a file has two subjects. */
const LONGEST = 300;
/** Texts of the demonstration county are data. */
const DATA = /^libs\/demo\/src\/(texts|topics|county|plan|files)\//;

describe('the source', () => {
  it('reads the environment in one place', () => {
    const elsewhere = server.filter(({ path }) => !path.startsWith('libs/platform/src/config/'));

    expect(find(elsewhere, /\bprocess\.env\b/)).toEqual([]);
  });

  it('takes the present moment from the context, or from the clock at the edges', () => {
    const clocks = /^libs\/kernel\/src\/clock\.ts$|^libs\/platform\/src\/db\/sqlite-pool\.ts$/;

    expect(
      find(
        server.filter(({ path }) => !clocks.test(path)),
        /\bDate\.now\(\)|\bnew Date\(\)/,
      ),
    ).toEqual([]);
  });

  it('leaves nothing for later', () => {
    expect(find(code, /\b(TODO|FIXME|XXX|HACK)\b/)).toEqual([]);
  });

  it('prints nothing to the console of the process or the browser', () => {
    expect(find(code, /\bconsole\.(log|warn|error|info|debug|trace)\(/)).toEqual([]);
  });

  it('has no drawer for odds and ends', () => {
    const drawers = code.filter(({ path }) =>
      /(^|\/)(utils?|helpers?|common|misc|shared)(\.ts|\/)/i.test(path),
    );

    expect(drawers.map(({ path }) => path)).toEqual([]);
  });

  it('never asks for any kind of value', () => {
    expect(find(code, /(:|<|as|,)\s*any\b(?!\w|\s+\w)/)).toEqual([]);
  });

  it('names no place of the machine it was written on', () => {
    expect(find(code, /['"`]\/(home|root|work|Users|tmp)\//)).toEqual([]);
  });

  it('is cut into files of one subject', () => {
    const long = code
      .filter(({ path }) => !DATA.test(path))
      .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
      .filter(({ lines }) => lines > LONGEST);

    expect(long).toEqual([]);
  });

  it('calls its entities, services and errors by their roles in the file name', () => {
    const astray = server.filter(
      ({ path, text }) => /^@Entity\(/m.test(text) && !path.endsWith('.entity.ts'),
    );

    expect(astray.map(({ path }) => path)).toEqual([]);
  });
});
