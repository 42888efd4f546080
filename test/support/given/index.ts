export type { ArticleWish, GivenState } from './article-wish';
export { GIVEN_STATES } from './article-wish';
export { Given } from './given';
export type { SiteWish } from './given';
export { Person } from './person';
export { givenDatabase, givenIn, givenServices, START } from './services';
export type { GivenServices } from './services';
export { PASSWORD } from './staff';
