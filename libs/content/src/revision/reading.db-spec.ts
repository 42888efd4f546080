import type { EditorCtx, SiteRef } from '@zhanqun/kernel';
import { Newsroom } from '../../test/newsroom';
import { ArticlePreview } from '../article/article-preview';
import { ArticleViews } from '../article/article-views';
import { Trail } from '../review/trail';
import { ArticleChangesReading } from './article-changes';

let room: Newsroom;
let site: SiteRef;
let editor: EditorCtx;

beforeAll(async () => {
  room = await Newsroom.open();
  site = await room.online(await room.site());
});
afterAll(() => room.close());
beforeEach(() => {
  editor = room.person(site, 'editor');
});

describe('流转记录', () => {
  it('tells every step in order, with who and why', async () => {
    const reviewer = room.person(site, 'initialReviewer');
    const { id } = await room.draft(editor, { importance: 'routine' });
    room.clock.advance(1000);
    await room.reviews.submit(room.now(editor), id);
    room.clock.advance(1000);
    await room.reviews.sendBack(room.now(reviewer), id, '请注明来源');
    room.clock.advance(1000);
    await room.articles.edit(room.now(editor), id, { version: 1, source: '清水镇农业综合站' });
    room.clock.advance(1000);
    await room.reviews.submit(room.now(editor), id);
    await room.reviews.passInitial(room.now(reviewer), id);

    const lines = await room.app.get(Trail).of(editor, id);
    expect(lines.map((line) => line.actionName)).toEqual([
      '起草',
      '送审',
      '初审退回',
      '修改',
      '送审',
      '初审通过',
      '发布',
    ]);
    expect(lines.find((line) => line.action === 'sendBack')).toMatchObject({
      byName: reviewer.actor.name,
      role: '初审',
      opinion: '请注明来源',
      revision: 1,
    });
    expect(lines.at(-1)?.actionName).toBe('发布');
  });

  it('is not for people of another site', async () => {
    const { id } = await room.draft(editor);
    const stranger = room.person(await room.site(), 'siteAdmin');

    await expect(room.app.get(Trail).of(stranger, id)).rejects.toMatchObject({
      code: 'content.article.notFound',
    });
  });
});

describe('修改对照', () => {
  it('compares the open text with the live one, pictures and facts included', async () => {
    const { id } = await room.publish(editor, { importance: 'routine' });
    await room.articles.revise(editor, id);
    await room.articles.edit(editor, id, {
      version: 1,
      title: '秋收备耕工作部署会召开',
      body: '<p>会议要求抓好秋收生产。</p><p><img src="/_files/a.png" alt="会场"></p>',
      source: '清水镇农业综合站',
    });

    const changes = await room.app.get(ArticleChangesReading).of(editor, id);
    expect(changes.against).toBe(1);
    expect(changes.title.filter((part) => part.kind === 'added')).toEqual([{ kind: 'added', text: '秋收' }]);
    expect(changes.body.filter((part) => part.kind === 'removed').map((part) => part.text)).toContain('春耕');
    expect(changes.facts).toEqual(
      expect.arrayContaining([
        { label: '来源', before: '清水镇党政办', after: '清水镇农业综合站' },
        { label: '图片', before: '', after: '会场' },
      ]),
    );
  });

  it('shows a first text as wholly new', async () => {
    const { id } = await room.draft(editor);

    expect(await room.app.get(ArticleChangesReading).of(editor, id)).toMatchObject({
      against: null,
      body: [{ kind: 'added', text: '会议要求抓好春耕生产。' }],
    });
  });
});

describe('预览', () => {
  it('shows the open text on the site’s own page and publishes nothing', async () => {
    const { id } = await room.draft(editor, { title: '还没发布的稿件' });

    const page = await room.app.get(ArticlePreview).html(editor, id);
    expect(page).toContain('还没发布的稿件');
    expect(page).toContain(site.name);
    expect(await room.live(editor, id)).toBeNull();
  });
});

describe('稿件详情', () => {
  it('names the steps of the regulation, then those that were frozen', async () => {
    const { id } = await room.draft(editor, { importance: 'general' });
    const detail = () => room.app.get(ArticleViews).detail(editor, id);

    expect(await detail()).toMatchObject({
      openState: 'draft',
      reviewSteps: ['initialReview', 'secondReview'],
      reviewSource: expect.stringContaining('《'),
      moves: expect.arrayContaining(['edit', 'submit', 'delete']),
    });
    await room.reviews.submit(editor, id);
    expect(await detail()).toMatchObject({ openState: 'initialReview', moves: ['recall'] });
  });
});
