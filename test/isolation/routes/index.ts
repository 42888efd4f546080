import type { Call } from '../intrusion';
import type { Id } from '../neighbours';
import { ARTICLE_ROUTES } from './article-routes';
import { CHANNEL_ROUTES } from './channel-routes';
import { CHECK_ROUTES } from './check-routes';
import { DELIVERY_ROUTES } from './delivery-routes';
import { EVERYBODY_ROUTES } from './everybody-routes';
import { LAYOUT_ROUTES } from './layout-routes';
import { LIBRARY_ROUTES } from './library-routes';
import { MOVING_ROUTES } from './moving-routes';
import { PLATFORM_ROUTES } from './platform-routes';
import { REVIEW_ROUTES } from './review-routes';
import { SEARCH_ROUTES } from './search-routes';
import { SITE_ROUTES } from './site-routes';
import { SUPERVISION_ROUTES } from './supervision-routes';
import { TOPIC_ROUTES } from './topic-routes';
import type { Trial } from './trial';

export { PLAIN_NUMBERS, SHARED_NAMES } from './numbers';
export type { NamingField, Trial } from './trial';

/** Every route of the console, by subject. A route that is missing here fails the build. */
export const ROUTES: Readonly<Record<string, Trial>> = {
  ...SITE_ROUTES,
  ...CHANNEL_ROUTES,
  ...ARTICLE_ROUTES,
  ...CHECK_ROUTES,
  ...LIBRARY_ROUTES,
  ...MOVING_ROUTES,
  ...SEARCH_ROUTES,
  ...DELIVERY_ROUTES,
  ...SUPERVISION_ROUTES,
  ...PLATFORM_ROUTES,
  ...EVERYBODY_ROUTES,
  ...LAYOUT_ROUTES,
  ...REVIEW_ROUTES,
  ...TOPIC_ROUTES,
};

export const trialOf = (name: string): Trial => ROUTES[name] as Trial;

/** `POST /sites/:site/articles/:id/submit` with its parts filled in. */
export function callOf(name: string, siteKey: string, id?: Id, sent?: object): Call {
  const [method = '', pattern = ''] = name.split(' ');
  const parts: Record<string, string> = { site: siteKey, ...trialOf(name).parts };
  if (id !== undefined) {
    parts.id = String(id);
    [parts.month = '', parts.name = ''] = parts.id.split('/');
  }
  const path = pattern.replace(/:(\w+)/g, (_, part: string) => encodeURIComponent(parts[part] ?? '1'));
  if (!sent) return { method, path };
  return method === 'GET' ? { method, path, query: sent } : { method, path, body: sent };
}
