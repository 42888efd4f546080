import { Article } from '@zhanqun/content';
import { GIVEN_STATES, givenServices, type GivenServices } from '../support/given';

jest.setTimeout(60_000);

let house: GivenServices;
beforeAll(async () => {
  house = await givenServices();
});
afterAll(() => house.close());

describe('the language of fixtures', () => {
  it.each(GIVEN_STATES)('leads an article to "%s" by the way of the office', async (state) => {
    const { given } = house;
    const site = await given.site();

    const article = await given.article(site, { state });

    const shown = article.state === 'unpublished' ? article.reviewState : article.state;
    expect(shown).toBe(state);
  });

  it('keeps what is made at one site away from another one', async () => {
    const { given } = house;
    const portal = await given.portal();
    const [one, other] = [await given.site({ portal }), await given.site({ portal })];

    const article = await given.article(one);

    expect(await given.db.site(given.at(one), Article).count({ id: article.id })).toBe(1);
    expect(await given.db.site(given.at(other), Article).count({ id: article.id })).toBe(0);
  });
});
