import { countOf, facetsOf, subjectsOf } from './facets';
import { isAsked, queryOf, readQuestion, withFacet } from './library-question';
import type { Combination } from './policy-library.sql';

const filed = (subject: string, organ: string, year: string, documents: number, rest = {}): Combination => ({
  siteId: 1,
  subject,
  organ,
  year,
  validity: 'valid',
  genre: '通知',
  documents,
  ...rest,
});
const shelf = [
  filed('综合政务\\政务公开', '县政府', '2026', 3),
  filed('综合政务\\信访', '县政府办', '2025', 2),
  filed('卫生、体育', '县政府', '2025', 4, { validity: 'void', genre: '决定' }),
  filed('', '', '', 1, { genre: '' }),
];
const options = (choice: object, name: string): [string, number][] =>
  facetsOf(shelf, choice)
    .filter((facet) => facet.name === name)
    .flatMap((facet) => facet.options.map(({ value, count }): [string, number] => [value, count]));

describe('政策文件库的筛选', () => {
  it('counts what each value would leave, the other facets as chosen', () => {
    expect(options({}, 'subject')).toEqual([
      ['综合政务', 5],
      ['卫生、体育', 4],
    ]);
    expect(options({ year: '2025' }, 'subject')).toEqual([
      ['卫生、体育', 4],
      ['综合政务', 2],
    ]);
    expect(options({ year: '2025' }, 'year')).toEqual([
      ['2026', 3],
      ['2025', 6],
    ]);
    expect(options({}, 'validity')).toEqual([
      ['valid', 6],
      ['void', 4],
    ]);
  });

  it('leads to no empty list and keeps what is chosen in view', () => {
    for (const { name, options: offered } of facetsOf(shelf, { organ: '县政府' }))
      for (const { value, count } of offered)
        expect(countOf(shelf, { organ: '县政府', [name]: value })).toBe(count);
    expect(options({ organ: '没有的机关' }, 'organ')).toContainEqual(['没有的机关', 0]);
    expect(countOf(shelf, { organ: '没有的机关' })).toBe(0);
  });

  it('files small classes under their upper one', () => {
    expect(subjectsOf(shelf, '综合政务')).toEqual(['综合政务\\政务公开', '综合政务\\信访']);
    expect(countOf(shelf, { subject: '综合政务', year: '2026' })).toBe(3);
  });
});

describe('政策文件库的地址', () => {
  it('keeps what was chosen, and starts again at the first page when something changes', () => {
    const question = readQuestion({ subject: '综合政务', q: '公开', sort: 'issued', page: '3' });

    expect(queryOf(question, { page: 3 })).toBe(
      `?subject=${encodeURIComponent('综合政务')}&q=${encodeURIComponent('公开')}&sort=issued&page=3`,
    );
    expect(queryOf(question, { choice: withFacet(question.choice, 'year', '2026') })).not.toContain('page=');
    expect(queryOf(question, { choice: {}, words: '', order: 'published' })).toBe('');
  });

  it.each([
    [{ page: '0' }, 1],
    [{ page: '-1' }, 1],
    [{ page: '1e9' }, 1],
    [{ page: '99999' }, 1],
    [{ page: '9999' }, 500],
    [{ page: '2' }, 2],
  ])('%j is page %i', (query, page) => {
    expect(readQuestion(query).page).toBe(page);
  });

  it('that says nothing sensible asks nothing', () => {
    expect(isAsked(readQuestion({ sort: 'drop table', page: 'x' }))).toBe(false);
    expect(isAsked(readQuestion({ year: '2026' }))).toBe(true);
  });
});
