import type { Trial } from './trial';

type Body = Readonly<Record<string, unknown>>;

/** A page is named by a word; topics and releases of another site are tried where layouts are tested. */
const ofPage = (body?: Body): Trial => ({
  door: 'site',
  parts: { page: 'home' },
  ...(body ? { body: () => body } : {}),
});
const blocks = [{ id: 'a', type: 'list', region: 'main', settings: { title: '本站版块' } }];

/** 版面编排. */
export const LAYOUT_ROUTES: Readonly<Record<string, Trial>> = {
  'GET /sites/:site/layouts': { door: 'site' },
  'GET /sites/:site/layouts/block-types': { door: 'site' },
  'GET /sites/:site/layouts/:page': ofPage(),
  'PUT /sites/:site/layouts/:page/draft': ofPage({ version: 0, blocks }),
  'POST /sites/:site/layouts/:page/publish': ofPage({ version: 1 }),
  'POST /sites/:site/layouts/:page/discard': ofPage({ version: 0 }),
  'POST /sites/:site/layouts/:page/start-over': ofPage({ version: 0 }),
  'POST /sites/:site/layouts/:page/restore': ofPage({ version: 0, nth: 1 }),
  'GET /sites/:site/layouts/:page/releases': ofPage(),
  'POST /sites/:site/layouts/:page/preview': ofPage({ blocks }),
};
