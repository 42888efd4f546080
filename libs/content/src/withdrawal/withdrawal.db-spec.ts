import type { EditorCtx, SiteRef } from '@zhanqun/kernel';
import { PublicSite, type Answer } from '@zhanqun/theming';
import { Newsroom } from '../../test/newsroom';
import { articlePath } from '../article/article-address';
import type { Article } from '../article/article.entity';

jest.setTimeout(60_000);

let room: Newsroom;
let site: SiteRef;
let editor: EditorCtx;
let final: EditorCtx;

beforeAll(async () => {
  room = await Newsroom.open();
  site = await room.online(await room.site());
});
afterAll(() => room.close());
beforeEach(() => {
  editor = room.person(site, 'editor');
  final = room.person(site, 'finalReviewer', 'siteAdmin');
});

const pathOf = ({ id, publishedAt }: Article) => articlePath({ id, publishedAt: publishedAt as Date });

async function get(path: string): Promise<Answer & { text: string }> {
  const url = `${site.prefix}${path}`;
  const answer = await room.app.get(PublicSite).handle({ method: 'GET', host: site.host, url, headers: {} });
  return { ...answer, text: Buffer.isBuffer(answer.body) ? answer.body.toString() : '' };
}

const publish = (title: string) =>
  room.publish(editor, { title, importance: 'routine', body: `<p>${title}的正文。</p>` });
const withdraw = (id: number, way: 'gone' | 'merged' | 'notice', intoId?: number) =>
  room.withdrawals.withdraw(room.now(final), id, { reason: '内容由新文件替代', way, intoId: intoId ?? null });

describe('撤稿的三种方式', () => {
  it('gone: 410 with a page that tells neither title nor reason, and is not to be indexed', async () => {
    const article = await publish('错发的名单');
    expect((await get(pathOf(article))).status).toBe(200);
    await withdraw(article.id, 'gone');

    const answer = await get(pathOf(article));
    expect(answer.status).toBe(410);
    expect(answer.text).toContain('此信息已撤下');
    expect(answer.text).not.toMatch(/错发的名单|内容由新文件替代/);
    expect(answer.text).toContain('<meta name="robots" content="noindex">');
    // The refusal is kept like any page, and the other spelling of the address still leads to it.
    expect((await get(pathOf(article))).headers['X-Cache']).toBe('hit');
    expect((await get(`/art/209901/${article.id}.html`)).status).toBe(301);
  });

  it('merged: 301 to the article that took its place, on to the newest, and gone when that is gone', async () => {
    const [first, second, third] = [
      await publish('初稿'),
      await publish('合并稿'),
      await publish('再合并稿'),
    ];
    await withdraw(first.id, 'merged', second.id);
    expect(await get(pathOf(first))).toMatchObject({
      status: 301,
      headers: { Location: `${site.prefix}${pathOf(second)}` },
    });

    await withdraw(second.id, 'merged', third.id);
    expect((await get(pathOf(first))).headers.Location).toBe(`${site.prefix}${pathOf(third)}`);
    await withdraw(third.id, 'gone');
    expect((await get(`${pathOf(third)}`)).status).toBe(410);

    await expect(withdraw((await publish('甲')).id, 'merged')).rejects.toMatchObject({
      code: 'content.withdrawal.targetMissing',
    });
    const other = await publish('乙');
    const elsewhere = await room.online(await room.site());
    const foreign = await room.publish(room.person(elsewhere, 'editor'), { importance: 'routine' });
    for (const intoId of [other.id, third.id, foreign.id])
      await expect(withdraw(other.id, 'merged', intoId)).rejects.toMatchObject({
        code: 'content.withdrawal.targetWrong',
      });
  });

  it('notice: the page stays with title and reason, without the text, and leaves every list', async () => {
    const article = await publish('办事指南第一版');
    await withdraw(article.id, 'notice');

    const answer = await get(pathOf(article));
    expect(answer.status).toBe(200);
    expect(answer.text).toMatch(/办事指南第一版/);
    expect(answer.text).toMatch(/撤下原因：内容由新文件替代/);
    expect(answer.text).not.toMatch(/的正文。|noindex/);
    expect((await get('/xzdt/')).text).not.toContain(pathOf(article));
  });

  it('takes the pages that showed it out of the caches for good, and no other', async () => {
    const [before, article, after] = [await publish('前'), await publish('中'), await publish('后')];
    const far = await publish('远');
    const tags = await room.purgedBy(() => withdraw(article.id, 'notice'));

    expect(tags).toEqual(
      expect.arrayContaining(
        [`article:${article.id}`, `article:${before.id}:page`, `article:${after.id}:page`].map(
          (tag) => `gone:${tag}`,
        ),
      ),
    );
    expect(tags.join()).not.toContain(`article:${far.id}`);
    expect(tags.filter((tag) => !tag.startsWith('gone:'))).toEqual([]);
  });

  it('comes back only through a review, at its old address', async () => {
    const article = await publish('改正后重发');
    await withdraw(article.id, 'notice');
    await room.reviews.republish(room.now(editor), article.id);
    expect((await get(pathOf(article))).text).not.toContain('的正文。');

    await room.reviews.passInitial(room.person(site, 'initialReviewer'), article.id);
    expect((await get(pathOf(article))).text).toContain('改正后重发的正文。');
    expect(await room.stored(editor, article.id)).toMatchObject({ withdrawnWay: null, mergedIntoId: null });
  });

  it('needs a reason, the right, and an article that is public', async () => {
    const article = await publish('不撤');
    const { id } = article;
    await expect(room.withdrawals.withdraw(final, id, { reason: '  ' })).rejects.toMatchObject({
      kind: 'invalid',
    });
    await expect(room.withdrawals.withdraw(editor, id, { reason: '撤' })).rejects.toMatchObject({
      kind: 'forbidden',
    });
    const draft = await room.draft(editor);
    await expect(room.withdrawals.withdraw(final, draft.id, { reason: '撤' })).rejects.toMatchObject({
      code: 'content.article.notPublished',
    });
  });
});
