import { rankingOf } from './adoption-ranking';

const earned = (fromSiteId: number, writerId: number, points: number, isTakenBack = false) => ({
  deliveryId: 0,
  fromSiteId,
  writerId,
  writerName: `作者${writerId}`,
  points,
  takenBackAt: isTakenBack ? new Date(0) : null,
});

describe('报送排行', () => {
  it('ranks sites by their points; equals share a rank and the next rank is left out', () => {
    const ranking = rankingOf([earned(1, 1, 5), earned(2, 2, 5), earned(3, 3, 10), earned(4, 4, 2)], 'site');

    expect(ranking.map(({ siteId, rank }) => [siteId, rank])).toEqual([
      [3, 1],
      [1, 2],
      [2, 2],
      [4, 4],
    ]);
  });

  it('counts what was taken back beside the points and not among them', () =>
    expect(rankingOf([earned(1, 1, 5), earned(1, 2, 10, true)], 'site')).toEqual([
      { rank: 1, siteId: 1, person: '', adopted: 1, points: 5, takenBack: 10 },
    ]));

  it('tells people of one site apart, and equal names of two sites', () =>
    expect(
      rankingOf([earned(1, 1, 5), earned(1, 2, 2), earned(2, 1, 1)], 'person').map(({ person, siteId }) => [
        siteId,
        person,
      ]),
    ).toEqual([
      [1, '作者1'],
      [1, '作者2'],
      [2, '作者1'],
    ]));

  it('is empty where nothing was adopted', () => expect(rankingOf([], 'person')).toEqual([]));
});
