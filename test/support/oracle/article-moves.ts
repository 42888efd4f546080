import { STAFF, type ConsoleArticle, type StaffedSite } from '../county';
import type { Walked, Walker } from './walker';

/** Something an office does; says what it was. */
export type Move = (walker: Walker) => Promise<string>;

const address = ({ site, id }: Walked): string => `/sites/${site}/articles/${id}`;
const titled = ({ site, id }: Walked): string => `${site}/${id}`;
const otherSite = (site: StaffedSite): StaffedSite => (site === 'shifan' ? 'qingshui' : 'shifan');

const publish: Move = async (walker) => {
  const site = walker.site();
  const channel = walker.dice.pick(walker.channels[site]);
  return `publish ${titled(await walker.publish(site, channel))} in ${channel}`;
};

const editAndRepublish: Move = async (walker) => {
  const article = await walker.article('published');
  const desk = await walker.county.desk(STAFF[article.site].editor);
  const open = await desk.post<ConsoleArticle>(`${address(article)}/revise`);
  const title = walker.name('改稿');
  const changed = await desk.patch<ConsoleArticle>(address(article), {
    version: open.version,
    title,
    body: `<p>${title}的新正文。</p>`,
  });
  await walker.passAll(article, changed);
  return `edit and publish again ${titled(article)}`;
};

const withdraw: Move = async (walker) => {
  const article = await walker.article('published');
  const way = walker.dice.pick(['gone', 'notice', 'merged'] as const);
  const into =
    way === 'merged' ? await walker.publish(article.site, walker.channels[article.site][0] ?? '') : null;
  await walker.withdraw(article, { reason: '走读时撤下', way, ...(into && { intoId: into.id }) });
  return `withdraw ${titled(article)} (${way})`;
};

const restore: Move = async (walker) => {
  const article = await walker.article('withdrawn');
  const desk = await walker.county.desk(STAFF[article.site].editor);
  const steps = [...(await desk.post<ConsoleArticle>(`${address(article)}/republish`)).reviewSteps];
  for (const step of steps) await walker.county.pass(article.site, article.id, step);
  return `bring back ${titled(article)}`;
};

const restoreFormerText: Move = async (walker) => {
  const article = await walker.article('published');
  const desk = await walker.county.desk(walker.admin(article.site));
  const answer = await desk.ask('POST', `${address(article)}/revisions/1/restore`);
  return `restore the first text of ${titled(article)} → ${answer.status}`;
};

const move: Move = async (walker) => {
  const article = await walker.article('published');
  const channel = walker.dice.pick(walker.channels[article.site]);
  const { id: channelId } = await walker.county.channel(article.site, channel);
  await (
    await walker.county.desk(walker.admin(article.site))
  ).post(`${address(article)}/move`, { channelId });
  return `move ${titled(article)} to ${channel}`;
};

const pin: Move = async (walker) => {
  const article = await walker.article('published');
  const desk = await walker.county.desk(walker.admin(article.site));
  const isSet = walker.dice.below(3) > 0;
  const answer = await desk.ask(isSet ? 'POST' : 'DELETE', `${address(article)}/pin`, isSet ? {} : undefined);
  return `${isSet ? 'pin' : 'unpin'} ${titled(article)} → ${answer.status}`;
};

const expire: Move = async (walker) => {
  const article = await walker.article('published');
  const desk = await walker.county.desk(walker.admin(article.site));
  await desk.put(`${address(article)}/expiry`, { at: new Date(Date.now() + 300).toISOString() });
  await walker.untilState(article, 'withdrawn');
  return `let ${titled(article)} expire`;
};

const recycle: Move = async (walker) => {
  const article = await walker.article('withdrawn');
  const desk = await walker.county.desk(walker.admin(article.site));
  const binned = await desk.ask('DELETE', address(article));
  const back = await desk.ask('POST', `/sites/${article.site}/recycle-bin/${article.id}/restore`, {});
  return `put ${titled(article)} into the bin and take it out → ${binned.status} ${back.status}`;
};

const publishUrgently: Move = async (walker) => {
  const site = walker.site();
  const draft = await walker.county.draft(site, walker.dice.pick(walker.channels[site]), walker.name('急件'));
  const chief = await walker.county.desk(STAFF[site].finalReview);
  const live = await chief.post<ConsoleArticle>(`/sites/${site}/articles/${draft.id}/publish-urgently`, {
    reason: '汛情紧急',
  });
  return `publish urgently ${titled(walker.note(site, live))}`;
};

/** 推送: the receiving site takes it over into a channel of its own; a later correction follows by itself. */
const deliver: Move = async (walker) => {
  const article = await walker.article('published');
  const to = otherSite(article.site);
  const sender = await walker.county.desk(STAFF[article.site].editor);
  const asked = await sender.ask('POST', `${address(article)}/deliver`, { to: [to] });
  if (asked.status >= 300) return `deliver ${titled(article)} to ${to} → ${asked.status}`;
  const { sent } = JSON.parse(asked.body) as { sent: [{ id: number }] };
  const { id: channelId } = await walker.county.channel(to, walker.dice.pick(walker.channels[to]));
  const receiver = await walker.county.desk(walker.admin(to));
  const { copyArticleId } = await receiver.post<{ copyArticleId: number }>(
    `/sites/${to}/deliveries/${sent[0].id}/accept`,
    { channelId, onChange: 'atOnce' },
  );
  const copy = await receiver.get<ConsoleArticle>(`/sites/${to}/articles/${copyArticleId}`);
  if (copy.url) walker.note(to, copy);
  return `deliver ${titled(article)} to ${to} (${copy.state})`;
};

export const ARTICLE_MOVES: Readonly<Record<string, Move>> = {
  publish,
  editAndRepublish,
  withdraw,
  restore,
  restoreFormerText,
  move,
  pin,
  expire,
  recycle,
  publishUrgently,
  deliver,
};
