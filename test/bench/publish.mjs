// From the last reviewer's click to the citizen's list, through both ports of the running product.
import { Agent } from 'node:http';
import { ask, median, percentile, startApp, temporaryDirectory } from './server.mjs';

const PASSWORD = 'Shifan@2026demo';
const HOST = 'qingshui.shifan.localhost';
const ARTICLES = 30;
const STEPS = { initialReview: ['qs-chushen', 'pass-initial'], secondReview: ['qs-fushen', 'pass-second'] };

export async function measurePublishing(demo) {
  const data = temporaryDirectory(demo);
  const app = await startApp('all-in-one', { DATA_DIR: data.path });
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

  const accepted = [];
  const visible = [];
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
  }
  agent.destroy();
  await app.stop();
  data.remove();
  return {
    articles: ARTICLES,
    clickToAnswerP50Ms: median(accepted),
    answerToVisibleP50Ms: median(visible),
    answerToVisibleP95Ms: percentile(visible, 0.95),
  };
}
