// What the reviewers' chapter shows: a published text that is being revised, checked, annotated and waits for review,
// and an urgent text that was published first. Written once; a second run finds it.

const SITE = '/sites/qingshui';
const NOTICE = '清水镇2026年城乡居民医疗保险参保缴费通告';
const URGENT = '清水镇关于临时封闭石桥至双井公路的通告';

const body = (days, place) =>
  `<p>为做好2026年城乡居民基本医疗保险参保缴费工作，现将有关事项通告如下：</p>` +
  `<p>一、集中缴费期为9月1日至12月${days}日，逾期缴费的，待遇等待期为三个月。</p>` +
  `<p>二、缴费标准为每人每年400元，特困人员、孤儿由财政全额资助。</p>` +
  `<p>三、可在${place}办理，也可以通过手机自助缴费。咨询电话：0999-6331008。</p>`;

const text = (channelId, title, words) => ({
  channelId,
  kind: 'notice',
  title,
  body: words,
  source: '清水镇便民服务中心',
  author: '苏小满',
  importance: 'general',
});

async function found(desk, title) {
  const { items } = await desk.get(`${SITE}/articles?q=${encodeURIComponent(title)}&pageSize=20`);
  return items.find((item) => item.title === title);
}

async function revised(people, channelId) {
  const editor = await people.desk('qs-editor');
  const reviewers = [await people.desk('qs-chushen'), await people.desk('qs-fushen')];
  let article = await found(editor, NOTICE);
  if (!article) {
    article = await editor.post(`${SITE}/articles`, text(channelId, NOTICE, body(25, '镇便民服务中心')));
    const at = `${SITE}/articles/${article.id}`;
    article = await editor.post(`${at}/submit`, { version: article.version });
    for (const reviewer of reviewers)
      article = await reviewer.post(`${at}/pass`, { version: article.version });
  }
  const at = `${SITE}/articles/${article.id}`;
  if (article.openState?.endsWith('Review')) return article.id;
  if (article.openState !== 'draft') article = await editor.post(`${at}/revise`);
  else article = await editor.get(at);
  const asked = body(31, '镇便民服务中心或者村（社区）代办点')
    .replace('孤儿由财政', '孤儿、低保对象由财政')
    .replace('6331008。', '6331008，经办人手机：13800138000。');
  article = await editor.patch(at, { ...text(channelId, NOTICE, asked), version: article.version });
  const { hits } = await editor.get(`${at}/check`);
  for (const { key, severity } of hits)
    if (severity === 'warn')
      await editor.post(`${at}/check/dismissals`, { key, reason: '镇里公布的经办人工作手机' });
  article = await editor.post(`${at}/submit`, { version: article.version });
  const remark = { field: 'body', quote: '低保对象', nth: 0, words: '请附县医保局的资助文件文号。' };
  await reviewers[0].post(`${at}/remarks`, remark);
  return article.id;
}

async function urgent(people, channelId) {
  const editor = await people.desk('qs-editor');
  const chief = await people.desk('qs-zhongshen');
  if (!(await found(editor, URGENT))) {
    const words = '<p>受降雨影响，石桥至双井公路K3处发生塌方，自即日起临时封闭，请绕行县道。</p>';
    const draft = await editor.post(`${SITE}/articles`, text(channelId, URGENT, words));
    const reason = '道路塌方，须立即告知群众绕行';
    await chief.post(`${SITE}/articles/${draft.id}/publish-urgently`, { reason, version: draft.version });
  }
  const { items } = await chief.get(`${SITE}/emergencies?state=pending`);
  return items.find(({ title }) => title === URGENT)?.id;
}

/** Ids of both, for the addresses of the pictures. */
export async function writeStory(people) {
  const editor = await people.desk('qs-editor');
  const channels = await editor.get(`${SITE}/channels`);
  const flat = (nodes) => nodes.flatMap((node) => [node, ...flat(node.children ?? [])]);
  const notices = flat(channels.items ?? channels).find(({ name }) => name === '通知公告');
  return {
    revisedId: await revised(people, notices.id),
    emergencyId: await urgent(people, notices.id),
  };
}
