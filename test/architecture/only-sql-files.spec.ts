import { siteEntities } from '@zhanqun/platform';
import { importEveryEntity } from '@zhanqun/test-support';
import { getMetadataArgsStorage } from 'typeorm';
import { placesOf, sources, TESTS } from './sources';

importEveryEntity();

/** Statements of SQL, as texts begin with them. */
const STATEMENT = /['"`]\s*(SELECT|INSERT\s+INTO|UPDATE|DELETE\s+FROM|REPLACE\s+INTO|WITH)\s+[`*\w"]/;

const code = sources(['libs', 'apps'], /\.ts$/, TESTS);
const sqlFiles = code.filter(({ path }) => path.endsWith('.sql.ts'));
const theDoorway = /^libs\/platform\/src\/db\//;

const siteTables = siteEntities().map((entity) => {
  const { name } = getMetadataArgsStorage().tables.find(({ target }) => target === entity) ?? {};
  return name ?? entity.name;
});

describe('SQL', () => {
  it('stands in *.sql.ts files alone', () => {
    const elsewhere = code
      .filter(({ path }) => !path.endsWith('.sql.ts') && !theDoorway.test(path))
      .flatMap((source) => placesOf(source, STATEMENT));

    expect(elsewhere).toEqual([]);
  });

  it('names the site for every table of a site it reads or writes', () => {
    const tables = siteTables.join('|');
    const mention = new RegExp(`\\b(?:FROM|JOIN|UPDATE|INTO)\\s+\\\\?[\`"]?(?:${tables})\\b`, 'g');
    const lacking = sqlFiles
      .map(({ path, text }) => ({
        path,
        tables: text.match(mention)?.length ?? 0,
        // Or says only which sites there are, or whose a row is: each is then entered in its own context.
        sites:
          text.match(
            /siteId\\?`?\s*(?:=|IN \(\$\{marks\()|SELECT DISTINCT `siteId` FROM|SELECT \\`id\\`, \\`siteId\\` FROM/g,
          )?.length ?? 0,
      }))
      .filter(({ tables: named, sites }) => named > sites);

    expect(lacking).toEqual([]);
  });

  it('is reviewed: the files are these', () => {
    expect(sqlFiles.length).toBeGreaterThan(0);
    expect(siteTables).toEqual(expect.arrayContaining(['article', 'channel', 'asset']));
  });

  it('never has a value written into it', () => {
    const pasted = sqlFiles.flatMap((source) =>
      placesOf(source, /(=|LIKE|IN|BETWEEN)\s*\(?'?\$\{(?!marks|columns)/),
    );

    expect(pasted).toEqual([]);
  });
});
