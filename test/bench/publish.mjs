// From the last reviewer's click to the citizen's list, through both ports of the running product.
import { Agent } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { ask, median, percentile, startApp, temporaryDirectory } from './server.mjs';

const PASSWORD = 'Shifan@2026demo';
const HOST = 'qingshui.shifan.localhost';
const ARTICLES = 30;
/** Every so many are looked for in the search as well, this often. */
const SEARCHED = 3;
const ASK_EVERY_MS = 20;
const STEPS = { initialReview: ['qs-chushen', 'pass-initial'], secondReview: ['qs-fushen', 'pass-second'] };

export async function measurePublishing(demo) {
  const data = temporaryDirectory(demo);
  const app = await startApp('all-in-one', { DATA_DIR: data.path, TRUSTED_PROXIES: '127.0.0.1' });
  const agent = new Agent({ keepAlive: true });
  const cookies = {};
  const api = async (username, method, path, body) => {
    const headers = {
      'content-type': 'application/json',
      ...(cookies[username] ? { cookie: cookies[username] } : {}),
    };
    const answer = await ask(app.consolePort, 'localhost', `/api${path}`, {
      method,
      headers: body === undefined ? { cookie: cookies[username] } : headers,
      agent,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (answer.status >= 300) throw new Error(`${method} ${path} → ${answer.status} ${answer.body}`);
    return { headers: answer.headers, json: answer.body.length > 0 ? JSON.parse(answer.body) : undefined };
  };
  for (const username of ['qs-editor', 'qs-chushen', 'qs-fushen']) {
    const { headers } = await api(username, 'POST', '/session', { username, password: PASSWORD });
    cookies[username] = headers['set-cookie'][0].split(';')[0];
  }
  const { json: channels } = await api('qs-editor', 'GET', '/sites/qingshui/channels');
  const { id: channelId } = (channels.items ?? channels).find(({ path }) => path === 'tzgg');

  let visitors = 0;
  /** Asked by ever new visitors: one alone would soon be told to wait. */
  const search = async (words) => {
    visitors += 1;
    const headers = { 'x-forwarded-for': `10.0.${visitors >> 8}.${visitors & 255}` };
    const path = `/search.json?q=${encodeURIComponent(words)}`;
    return JSON.parse((await ask(app.publicPort, HOST, path, { agent, headers })).body);
  };
  while ((await search('通知')).state !== 'ready') await pause(500);

  const accepted = [];
  const visible = [];
  const findable = [];
  for (let n = 0; n < ARTICLES; n += 1) {
    const title = `测量发布第${n}篇`;
    const draft = { channelId, kind: 'notice', title, source: '清水镇', body: `<p>${title}正文。</p>` };
    const { json: article } = await api('qs-editor', 'POST', '/sites/qingshui/articles', draft);
    const path = `/sites/qingshui/articles/${article.id}`;
    const { json: submitted } = await api('qs-editor', 'POST', `${path}/submit`, {});
    const steps = [...submitted.reviewSteps];
    const last = steps.pop();
    for (const step of steps) await api(STEPS[step][0], 'POST', `${path}/${STEPS[step][1]}`, {});
    await ask(app.publicPort, HOST, '/tzgg/', { agent });

    const begun = performance.now();
    await api(STEPS[last][0], 'POST', `${path}/${STEPS[last][1]}`, {});
    const answered = performance.now();
    for (;;) {
      const list = await ask(app.publicPort, HOST, '/tzgg/', { agent });
      if (list.body.includes(title)) break;
    }
    accepted.push(answered - begun);
    visible.push(performance.now() - answered);
    if (n % SEARCHED > 0) continue;
    while ((await search(title)).items[0]?.title !== title) await pause(ASK_EVERY_MS);
    findable.push(performance.now() - answered);
  }
  agent.destroy();
  await app.stop();
  data.remove();
  return {
    articles: ARTICLES,
    clickToAnswerP50Ms: median(accepted),
    answerToVisibleP50Ms: median(visible),
    answerToVisibleP95Ms: percentile(visible, 0.95),
    answerToFindableP50Ms: median(findable),
    answerToFindableMostMs: Math.max(...findable),
  };
}
