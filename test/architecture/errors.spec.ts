import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { sources, TESTS } from './sources';

const libs = readdirSync(resolve(__dirname, '../../libs'));

interface Refusal {
  readonly path: string;
  readonly code: string;
  /** Everything of the declaration after the code. */
  readonly rest: string;
}

const files = sources(['libs'], /\.ts$/, TESTS).filter(({ path }) => !path.endsWith('/domain-error.ts'));
const refusals: Refusal[] = files.flatMap(({ path, text }) =>
  text
    .split(/\bdefineError\b(?=[<(])/)
    .slice(1)
    .flatMap((part) => {
      const [, code = '', rest = ''] = /^[\s\S]*?\(\s*'([^']+)',([\s\S]*)/.exec(part) ?? [];
      return [{ path, code, rest: rest.split(/\n(?=export |const |function )/)[0] ?? '' }];
    }),
);

describe('refusals', () => {
  it('are found at all', () => {
    expect(refusals.length).toBeGreaterThan(80);
  });

  it('have codes of the form lib.subject.reason', () => {
    const wrong = refusals.filter(({ code }) => !/^[a-z]+(\.[a-z][A-Za-z]*){2}$/.test(code));

    expect(wrong.map(({ path, code }) => `${path} ${code}`)).toEqual([]);
  });

  it('carry the name of a library, mostly of their own', () => {
    const wrong = refusals.filter(({ path, code }) => {
      const [lib = ''] = code.split('.');
      return !libs.includes(lib) || (path.split('/')[1] !== lib && path.split('/')[1] !== 'kernel');
    });

    expect(wrong.map(({ path, code }) => `${path} ${code}`)).toEqual([]);
  });

  it('have a code of their own', () => {
    const codes = refusals.map(({ code }) => code);

    expect(codes.filter((code, at) => codes.indexOf(code) !== at)).toEqual([]);
  });

  it('speak Chinese to the person', () => {
    const silent = refusals.filter(({ rest }) => !/\p{Script=Han}|“/u.test(rest) && !/\.join\(/.test(rest));

    expect(silent.map(({ path, code }) => `${path} ${code}`)).toEqual([]);
  });

  it('are made by no other way: what is thrown in a use case has a code', () => {
    const raw = sources(['libs'], /\.(service|controller|dto)\.ts$/, TESTS).flatMap(({ path, text }) =>
      text
        .split('\n')
        .flatMap((line, at) =>
          /throw new \w*(HttpException|BadRequest|NotFound|Forbidden|Conflict|Unauthorized)/.test(line)
            ? [`${path}:${at + 1}`]
            : [],
        ),
    );

    expect(raw).toEqual([]);
  });
});
