// People of the demonstration at their desks: signed in once each, with pages to look at and calls of their own.

const SIZE = { width: 1440, height: 900 };
const LOOK = { locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' };

export function desks(browser, address, password) {
  const origin = new URL(address).origin;
  const signedIn = new Map();

  async function context(username) {
    if (signedIn.has(username)) return signedIn.get(username);
    const own = await browser.newContext({ viewport: SIZE, ...LOOK });
    const data = { username, password };
    const answer = await own.request.post(`${origin}/api/session`, { headers: { origin }, data });
    if (!answer.ok()) throw new Error(`sign-in as ${username} answers ${answer.status()}`);
    signedIn.set(username, own);
    return own;
  }

  /** Calls of one person: `get('/sites/…')`, `post('/sites/…', body)`, `patch(…)`. */
  async function desk(username) {
    const { request } = await context(username);
    const call = async (method, path, data) => {
      const answer = await request.fetch(`${origin}/api${path}`, { method, headers: { origin }, data });
      if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`);
      return answer.status() === 204 ? undefined : answer.json();
    };
    return {
      get: (path) => call('GET', path),
      post: (path, data = {}) => call('POST', path, data),
      patch: (path, data) => call('PATCH', path, data),
    };
  }

  async function page(username, size) {
    const one = await (await context(username)).newPage();
    if (size) await one.setViewportSize(size);
    one.setDefaultTimeout(15_000);
    return one;
  }

  const visitor = async () => (await browser.newContext({ viewport: SIZE, ...LOOK })).newPage();
  return { desk, page, visitor };
}
