import { WordVisitors } from './word-visitors';

const DAY = '2026-03-01';

describe('搜索词的访问者', () => {
  it('counts one visitor once a word, a site and a day, whatever address of its own network it comes from', () => {
    const visitors = new WordVisitors();
    const isNew = (word: string, address: string, siteId = 1, day = DAY): boolean =>
      visitors.isNew(day, siteId, word, address);

    expect(isNew('补贴', '10.0.0.1')).toBe(true);
    expect(isNew('补贴', '10.0.0.1')).toBe(false);
    expect(isNew('补贴', '::ffff:10.0.0.1')).toBe(false);
    expect(isNew('补贴', '10.0.0.2')).toBe(true);
    expect(isNew('补贴', '10.0.0.1', 2)).toBe(true);
    expect(isNew('医保', '2001:db8:1:2::1')).toBe(true);
    expect(isNew('医保', '2001:db8:1:2:ffff::9')).toBe(false);
    expect(isNew('补贴', '')).toBe(false);
    expect(isNew('补贴', '10.0.0.1', 1, '2026-03-02')).toBe(true);
  });

  it('lets nobody use up the room of the others: so many words of one visitor count in a day', () => {
    const visitors = new WordVisitors(10, 4);
    const asked = (address: string, words: number): number =>
      Array.from({ length: words }, (_, at) => visitors.isNew(DAY, 1, `词${at}`, address)).filter(Boolean)
        .length;

    expect(asked('10.0.0.1', 100)).toBe(4);
    expect(asked('10.0.0.2', 3)).toBe(3);
    expect(asked('10.0.0.3', 100)).toBe(3);
  });
});
