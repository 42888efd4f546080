import { request } from 'node:http';
import { load } from 'cheerio';
import sharp from 'sharp';
import { County, DEMO_PASSWORD, pathOf, STAFF, type ConsoleArticle } from '../support/county';
import { Desk } from '../support/desk';
import { visit, type Answer } from '../support/visitor';

let county: County & { dataDir: string };
let editor: Desk;
let channelId: number;
let foreignChannelId: number;

const QS = '/sites/qingshui';

beforeAll(async () => {
  county = await County.open({ UPLOAD_MAX_MB: '2' });
  editor = await county.desk(STAFF.qingshui.editor);
  channelId = (await county.channel('qingshui', 'tzgg')).id;
  const own = new Set((await county.channels('qingshui')).map(({ id }) => id));
  const foreign = (await county.channels('shifan')).find(
    ({ id, kind }) => !own.has(id) && kind === 'dynamic',
  );
  foreignChannelId = foreign?.id ?? 0;
}, 240_000);
afterAll(() => county.close());

const draftOf = (more: Record<string, unknown> = {}): Record<string, unknown> => ({
  channelId,
  kind: 'notice',
  title: '清水镇通知',
  source: '清水镇',
  body: '<p>正文。</p>',
  ...more,
});

/** Every refusal: a stable code, a Chinese sentence, a number to ask about; nothing of the machine. */
function refusal(answer: Omit<Answer, 'bytes'>): { status: number; code: string; message: string } {
  const body = JSON.parse(answer.body) as { code: string; message: string; traceId: string };
  expect(body.message).toMatch(/\p{Script=Han}{2,}/u);
  expect(answer.body).not.toMatch(
    /\n\s+at |Error:|SQLITE|SqliteError|QueryFailed|ER_[A-Z]|typeorm|node_modules|ECONN/,
  );
  expect(body.code).toMatch(/^[a-z]+(\.[a-zA-Z]+)+$/);
  expect(answer.headers['x-trace-id']).toBe(body.traceId);
  return { status: answer.status, code: body.code, message: body.message };
}

const say = (
  body: string | Buffer,
  headers: Record<string, string> = {},
  path = `/api${QS}/articles`,
  method = 'POST',
): Promise<Answer> =>
  visit(county.app.consolePort, 'localhost', path, {
    method,
    headers: { cookie: cookieOf(editor), 'content-type': 'application/json', ...headers },
    body,
  });

/** The desk keeps its cookie to itself; a stranger's request needs it. */
const cookieOf = (desk: Desk): string => (desk as unknown as { cookie: string }).cookie;

/** A request that says how much is coming; the answer does not wait for it. */
function announced(bytes: number): Promise<Omit<Answer, 'bytes'>> {
  return new Promise((resolve, reject) => {
    const sent = request({
      port: county.app.consolePort,
      host: '127.0.0.1',
      path: `/api${QS}/articles`,
      method: 'POST',
      headers: { cookie: cookieOf(editor), 'content-type': 'application/json', 'content-length': bytes },
    });
    sent.on('response', (response) => {
      let body = '';
      response.on('data', (chunk: Buffer) => (body += chunk.toString()));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
        sent.destroy();
      });
    });
    sent.on('error', reject);
    sent.write('{"title":"');
  });
}

function form(name: string, content: Buffer, alt = ''): { body: Buffer; headers: Record<string, string> } {
  const boundary = '----zhanqun-e2e';
  const head = [
    `--${boundary}\r\nContent-Disposition: form-data; name="alt"\r\n\r\n${alt}\r\n`,
    `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n`,
    'Content-Type: application/octet-stream\r\n\r\n',
  ].join('');
  return {
    body: Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${boundary}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  };
}

async function upload(name: string, content: Buffer): Promise<Answer> {
  const { body, headers } = form(name, content);
  return say(body, headers, `/api${QS}/assets`);
}

const picture = (): Promise<Buffer> =>
  sharp({ create: { width: 640, height: 360, channels: 3, background: '#246b3c' } })
    .png()
    .toBuffer();

describe('文字', () => {
  it('keeps a title of two hundred rare characters exactly, on the desk and on the page', async () => {
    const title = '𠮷䶮'.repeat(100);
    expect([...title]).toHaveLength(200);

    const live = await county.publish('qingshui', 'tzgg', title, { kind: 'notice' });

    expect(live.title).toBe(title);
    const page = await county.page('qingshui', pathOf(live, 'qingshui'));
    expect(load(page.body)('h1').first().text().trim()).toBe(title);
    expect(load(page.body)('meta[name=ArticleTitle]').attr('content')).toBe(title);
    expect((await county.page('qingshui', '/tzgg/')).body).toContain(title);
  });

  it('says how long a title may be when it is longer', async () => {
    const answer = await editor.ask('POST', `${QS}/articles`, draftOf({ title: '𠮷'.repeat(201) }));

    expect(refusal(answer)).toMatchObject({ status: 400, code: 'content.article.textInvalid' });
    expect(answer.body).toContain('200');
    expect(answer.body).toContain('201');
  });

  it('takes an article of half a million characters, exactly, and shows it', async () => {
    const text = '示范县清水镇政务公开长文𠮷'.repeat(40_000).slice(0, 500_000);
    const article = await editor.post<ConsoleArticle>(
      `${QS}/articles`,
      draftOf({ title: '长文', body: `<p>${text}</p>`, importance: 'general' }),
    );

    const stored = await editor.get<ConsoleArticle>(`${QS}/articles/${article.id}`);
    expect(stored.body).toBe(`<p>${text}</p>`);
    const live = await county.pass('qingshui', article.id, await county.bringToLastStep('qingshui', article));
    const page = await county.page('qingshui', pathOf(live, 'qingshui'));
    expect(page.status).toBe(200);
    expect(page.body).toContain(text);
  });

  it('refuses what is longer than any article, and what is larger than any request', async () => {
    const longer = await editor.ask(
      'POST',
      `${QS}/articles`,
      draftOf({ body: `<p>${'长'.repeat(1_000_001)}</p>` }),
    );
    expect(refusal(longer)).toMatchObject({ status: 413, code: 'content.article.tooLong' });

    const largest = await announced(9 * 1024 * 1024);
    expect(refusal(largest)).toMatchObject({ status: 413, code: 'platform.input.tooLarge' });
  });

  it.each([
    ['NUL in the title', { title: '通知\u0000甲' }],
    ['NUL in the body', { body: '<p>甲\u0000乙</p>' }],
    ['half a surrogate pair in the title', { title: '通知\ud842' }],
    ['half a surrogate pair in the body', { body: '<p>\udfb7</p>' }],
  ])('refuses %s with 400', async (_, more) => {
    // Written out, because JSON.stringify would repair nothing and hide nothing.
    const answer = await say(JSON.stringify(draftOf(more)));

    expect(refusal(answer)).toMatchObject({ status: 400, code: 'platform.input.invalid' });
  });

  it('keeps right-to-left marks out of a line of text or keeps them exactly', async () => {
    const answer = await editor.ask('POST', `${QS}/articles`, draftOf({ title: '通知\u202e公告' }));

    if (answer.status < 300) expect((JSON.parse(answer.body) as ConsoleArticle).title).toBe('通知\u202e公告');
    else expect(refusal(answer).status).toBe(400);
  });

  it('lets no script through, whatever it is wrapped in', async () => {
    const body = [
      '<p onclick="alert(1)">甲</p><script>alert(1)</script><img src=x onerror=alert(1)>',
      '<a href="javascript:alert(1)">乙</a><svg/onload=alert(1)><iframe src="//evil.example"></iframe>',
      '<style>*{display:none}</style><math><mtext></p><img src=x onerror=alert(1)>',
    ].join('');
    const live = await county.publish('qingshui', 'tzgg', '带脚本的稿件', { kind: 'notice', body });

    const $ = load((await county.page('qingshui', live.path)).body);
    const shown = $('.article-body').html() ?? '';
    expect(shown).toContain('甲');
    expect(shown).not.toMatch(/script|onerror|onload|onclick|javascript:|iframe|<style|<svg|<math/i);
  });
});

describe('数据', () => {
  it.each([
    ['no JSON', '{"title": '],
    ['nothing', ''],
    ['a list', '[]'],
    ['a number', '7'],
    ['null', 'null'],
  ])('is refused when it is %s', async (_, body) => {
    const { status, code } = refusal(await say(body));

    expect([status, code.startsWith('platform.input.')]).toEqual([400, true]);
  });

  it('is refused when it is nested without end', async () => {
    const depth = 5_000;
    const answer = await say(`${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`);

    expect(refusal(answer).status).toBe(400);
  });

  it('is refused when it tries to reach the machinery of the language', async () => {
    const answer = await say(
      `{"__proto__":{"isAdmin":true},"constructor":{"prototype":{}},${JSON.stringify(draftOf()).slice(1)}`,
    );

    expect(refusal(answer).status).toBe(400);
  });

  it.each([
    ['another site', { siteId: 1 }],
    ['an id', { id: 1 }],
    ['an author', { authorId: 1 }],
    ['a state', { state: 'published' }],
    ['a date of publication', { publishedAt: '2020-01-01T00:00:00Z' }],
  ])('may not name %s', async (_, more) => {
    const answer = await editor.ask('POST', `${QS}/articles`, draftOf(more));

    expect(refusal(answer).status).toBe(400);
  });

  it.each([
    ['a channel of another site', () => foreignChannelId],
    ['a channel that does not exist', () => 999_999],
    ['a negative number', () => -1],
  ])('puts nothing into %s', async (_, id) => {
    const answer = await editor.ask('POST', `${QS}/articles`, draftOf({ channelId: id() }));
    const nowhere = await editor.ask('POST', `${QS}/articles`, draftOf({ channelId: 888_888 }));

    const { traceId: _a, ...told } = JSON.parse(answer.body) as Record<string, unknown>;
    const { traceId: _b, ...expected } = JSON.parse(nowhere.body) as Record<string, unknown>;
    expect(refusal(answer).status).toBe(refusal(nowhere).status);
    expect({ ...told, details: null }).toEqual({ ...expected, details: null });
  });

  it.each(['0', '-1', '1.5', 'abc', '99999999999999999999', '1%20OR%201=1', '1e3'])(
    'has no article of the number %s',
    async (id) => {
      const { status } = refusal(await editor.ask('GET', `${QS}/articles/${id}`));

      expect([400, 404]).toContain(status);
    },
  );

  it.each([
    'page=0',
    'page=-1',
    'pageSize=100000',
    'page=abc',
    'sort=password',
    'state=any',
    'q[]=a&q[]=b',
    'unknown=1',
  ])('is listed by known words only: %s', async (query) => {
    const answer = await editor.ask('GET', `${QS}/articles?${query}`);

    if (answer.status === 200) {
      const { pageSize } = JSON.parse(answer.body) as { pageSize: number };
      expect(pageSize).toBeLessThanOrEqual(100);
    } else expect(refusal(answer).status).toBe(400);
  });
});

describe('别人的站点', () => {
  it.each([
    ['another site', '/sites/longtan/articles'],
    ['the portal', '/sites/shifan/articles'],
    ['no site', '/sites/nowhere/articles'],
    ['a forged key', '/sites/..%2fshifan/articles'],
    ['a number', '/sites/1/articles'],
  ])('is not there: %s', async (_, path) => {
    const nowhere = refusal(await editor.ask('GET', '/sites/no-such-site/articles'));

    const here = refusal(await editor.ask('GET', path));

    expect(here).toEqual(nowhere);
  });

  it('shows nothing of its articles under the own site', async () => {
    const portal = await county.desk(STAFF.shifan.editor);
    const { items } = await portal.get<{ items: { id: number }[] }>('/sites/shifan/articles');
    const foreign = items[0]?.id ?? 0;

    const read = refusal(await editor.ask('GET', `${QS}/articles/${foreign}`));
    const changed = refusal(
      await editor.ask('PATCH', `${QS}/articles/${foreign}`, { version: 1, title: '占' }),
    );

    expect(read).toMatchObject({ status: 404, code: 'content.article.notFound' });
    expect(changed).toMatchObject({ status: 404, code: 'content.article.notFound' });
  });
});

describe('同时', () => {
  it('names who saved in between when a version is stale, and keeps their words', async () => {
    const first = await editor.post<ConsoleArticle>(`${QS}/articles`, draftOf({ title: '两人同改' }));
    const admin = await county.desk('qs-admin');
    await admin.patch(`${QS}/articles/${first.id}`, { version: first.version, title: '两人同改（管理员）' });

    const late = await editor.ask('PATCH', `${QS}/articles/${first.id}`, {
      version: first.version,
      title: '两人同改（编辑）',
    });

    expect(refusal(late)).toMatchObject({ status: 409, code: 'content.article.versionStale' });
    expect(refusal(late).message).toContain('温如许');
    expect(await editor.get(`${QS}/articles/${first.id}`)).toMatchObject({ title: '两人同改（管理员）' });
  });

  it('makes one draft of a form sent twice', async () => {
    const body = draftOf({ title: '连点两次', draftKey: 'e2e-double-submit' });
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => editor.ask('POST', `${QS}/articles`, body)),
    );

    const ids = new Set(answers.map((answer) => (JSON.parse(answer.body) as ConsoleArticle).id));
    expect(answers.every(({ status }) => status < 300)).toBe(true);
    expect(ids.size).toBe(1);
    const found = await editor.get<{ total: number }>(`${QS}/articles?q=${encodeURIComponent('连点两次')}`);
    expect(found.total).toBe(1);
  });

  it('publishes once when the last pass is sent several times at once', async () => {
    const draft = await county.draft('qingshui', 'tzgg', '同时点终审', { kind: 'notice' });
    const last = await county.bringToLastStep('qingshui', draft);
    const reviewer = await county.desk(STAFF.qingshui[last]);
    const move =
      last === 'secondReview' ? 'pass-second' : last === 'finalReview' ? 'pass-final' : 'pass-initial';

    const answers = await Promise.all(
      Array.from({ length: 5 }, () => reviewer.ask('POST', `${QS}/articles/${draft.id}/${move}`)),
    );

    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    for (const answer of answers.filter(({ status }) => status !== 200))
      expect(refusal(answer).status).toBe(409);
    const audit = await (
      await county.desk('qs-admin')
    ).get<{ items: { subjectId: number | string }[] }>(`${QS}/audit?action=article.publish&pageSize=100`);
    expect(audit.items.filter(({ subjectId }) => Number(subjectId) === draft.id)).toHaveLength(1);
  });
});

describe('登录', () => {
  it('is asked for again when the session has ended', async () => {
    const desk = await Desk.signIn(county.app.consolePort, STAFF.qingshui.editor, DEMO_PASSWORD);
    await desk.get('/session');
    expect((await desk.ask('DELETE', '/session')).status).toBe(204);

    const answer = await desk.ask('POST', `${QS}/articles`, draftOf());

    expect(refusal(answer)).toMatchObject({ status: 401, code: 'platform.session.none' });
  });

  it.each([
    '',
    'zq_session=',
    'zq_session=abc',
    `zq_session=${'a'.repeat(5_000)}`,
    'zq_session=%00',
    'other=1',
  ])('is asked for with the cookie %p', async (cookie) => {
    const answer = await visit(county.app.consolePort, 'localhost', `/api${QS}/articles`, {
      headers: cookie ? { cookie } : {},
    });

    expect(refusal(answer).status).toBe(401);
  });

  it('ends for everybody signed in to an account on the request after it was disabled', async () => {
    const victim = await Desk.signIn(county.app.consolePort, 'lt-editor', DEMO_PASSWORD);
    await victim.get('/sites/longtan/articles');
    const officer = await county.desk('secadmin');
    const { items } = await officer.get<{ items: { id: number; username: string }[] }>(
      '/accounts?q=lt-editor&pageSize=100',
    );
    const id = items.find(({ username }) => username === 'lt-editor')?.id;
    await officer.post(`/accounts/${id}/disable`, { reason: '离岗核查' });

    expect([401, 403]).toContain((await victim.ask('GET', '/sites/longtan/articles')).status);
    const again = await visit(county.app.consolePort, 'localhost', '/api/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: 'lt-editor', password: DEMO_PASSWORD }),
    });
    expect(refusal(again).status).toBeGreaterThanOrEqual(400);
  });

  it.each<Record<string, string>>([
    { origin: 'http://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'http://localhost.evil.example' },
  ])('is of no use to another website: %p', async (headers) => {
    const answer = await say(JSON.stringify(draftOf()), headers);

    expect(refusal(answer)).toMatchObject({ status: 403, code: 'platform.request.crossSite' });
  });

  it.each(['application/x-www-form-urlencoded', 'text/plain', 'application/xml'])(
    'takes no form that another website could send: %s',
    async (type) => {
      const answer = await say('title=a', { 'content-type': type });

      expect(refusal(answer).status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
    },
  );

  it('does not say whether an account exists', async () => {
    const attempt = (username: string): Promise<Answer> =>
      visit(county.app.consolePort, 'localhost', '/api/session', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ username, password: 'Wrong-password-1' }),
      });

    const [known, unknown] = [refusal(await attempt('qs-admin')), refusal(await attempt('qs-nobody'))];

    expect(known).toEqual(unknown);
    expect(known.status).toBe(401);
  });
});

describe('上传', () => {
  it('takes a picture and serves it to citizens under an address that stays', async () => {
    const answer = await upload('防汛现场.png', await picture());
    expect(answer.status).toBe(201);
    const asset = JSON.parse(answer.body) as { id: number; url: string };

    const live = await county.publish('qingshui', 'tzgg', '带图片的通知', {
      kind: 'notice',
      coverAssetId: asset.id,
      body: `<p>现场。</p><p><img src="${new URL(asset.url, 'http://x').pathname.replace(/^.*\/files\//, '/_files/')}" alt="防汛现场"></p>`,
    });

    const src = load((await county.page('qingshui', live.path)).body)('.article-body img').attr('src') ?? '';
    expect(src).toMatch(/^\/_files\//);
    const file = await county.page('qingshui', src);
    expect(file.status).toBe(200);
    expect(file.headers['content-type']).toMatch(/^image\//);
    expect(file.headers['x-content-type-options']).toBe('nosniff');
    // Another site does not have it.
    expect((await county.page('shifan', src)).status).toBe(404);
  });

  it('says what is wrong with a picture that is broken', async () => {
    const whole = await picture();
    const answer = await upload('破损.png', Buffer.concat([whole.subarray(0, 60), Buffer.alloc(200, 7)]));

    expect(refusal(answer).status).toBe(400);
    expect(refusal(answer).message).toContain('破损.png');
  });

  it('keeps nothing of a file that is too large', async () => {
    const answer = await upload('太大.zip', Buffer.alloc(3 * 1024 * 1024, 1));

    expect(refusal(answer)).toMatchObject({ status: 413, code: 'content.asset.tooLarge' });
    expect(answer.body).toContain('2 MB');
    const { items } = await editor.get<{ items: { name: string }[] }>(
      `${QS}/assets?q=${encodeURIComponent('太大')}`,
    );
    expect(items).toEqual([]);
  });

  it.each([
    ['page.html', '<html><script>alert(1)</script></html>'],
    ['drawing.svg', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['shell.php.png', '<?php system($_GET[0]); ?>'],
    ['program.exe', 'MZ\u0090'],
    ['空.png', ''],
    ['page.png', '<html><script>alert(1)</script></html>'],
    ['../../../../etc/passwd.png', 'x'],
    ['名\u0000字.png', 'x'],
  ])('refuses %j with a reason in Chinese', async (name, content) => {
    const answer = await upload(name, Buffer.from(content));

    expect(refusal(answer).status).toBe(400);
  });

  it.each([
    ['no form', '{}', 'application/json'],
    ['a form without a boundary', 'x', 'multipart/form-data'],
    [
      'a form that stops in the middle',
      '--b\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n',
      'multipart/form-data; boundary=b',
    ],
  ])('refuses %s', async (_, body, type) => {
    const { status } = refusal(await say(body, { 'content-type': type }, `/api${QS}/assets`));

    expect([400, 406, 413, 415]).toContain(status);
  });
});

describe('不存在的接口', () => {
  it.each([
    ['GET', '/api/none'],
    ['GET', '/api/sites/qingshui/none'],
    ['PUT', `/api${QS}/articles`],
    ['POST', '/api/session/none'],
    ['GET', '/api/%00'],
    ['GET', '/api/..%2f..%2fetc/passwd'],
  ])('answers %s %s with a refusal in Chinese', async (method, path) => {
    const answer = await visit(county.app.consolePort, 'localhost', path, {
      method,
      headers: { cookie: cookieOf(editor) },
    });

    const { status } = refusal(answer);
    expect([400, 404, 405]).toContain(status);
  });
});
