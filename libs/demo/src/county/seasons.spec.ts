import { seasonOf } from './seasons';

describe('四季农事', () => {
  it.each([
    [1, '冬修水利', 'fanghuo'],
    [4, '春耕备耕', 'fangxun'],
    [7, '夏管夏收', 'fangxun'],
    [11, '秋收秋种', 'fanghuo'],
    [12, '冬修水利', 'fanghuo'],
  ])('shows in month %i what the fields are busy with', (month, farming, wish) => {
    expect(seasonOf(month)).toMatchObject({ farming, wish: { path: wish } });
  });
});
