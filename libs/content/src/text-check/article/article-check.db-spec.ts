import { strToU8, zipSync } from 'fflate';
import type { EditorCtx, SiteRef } from '@zhanqun/kernel';
import { SafeFetch } from '@zhanqun/platform';
import { Newsroom } from '../../../test/newsroom';
import { AssetService } from '../../asset/asset.service';
import { Batches } from '../../batch/batches.service';
import { EmergencyPublishing } from '../../review/emergency/emergency-publishing';
import { ReadAttachment } from '../attachment/attachment.events';
import { CheckService } from '../check.service';
import { VisitLinksJob } from '../links/links.jobs';
import { VisitLinks } from '../links/links.events';
import { RuleDesk } from '../lists/rule-desk';
import { TermDesk } from '../lists/term-desk';
import { Dismissals } from './dismissals';

jest.setTimeout(60_000);

let room: Newsroom;
let site: SiteRef;
let editor: EditorCtx;
let admin: EditorCtx;
let checks: CheckService;
let dismissals: Dismissals;
beforeAll(async () => {
  room = await Newsroom.open();
  site = await room.site();
  editor = room.person(site, 'editor');
  admin = room.person(site, 'siteAdmin');
  checks = room.app.get(CheckService);
  dismissals = room.app.get(Dismissals);
  await room.app.get(TermDesk).add(room.root(site), { wrong: '禁用词语', kind: 'sensitive' });
});
afterAll(() => room.close());

const hitsOf = async (text: Parameters<CheckService['article']>[1]) =>
  (await checks.article(room.now(editor), { source: '清水镇', ...text })).hits;
const listWith = (words: string) => {
  const xml = `<w:document xmlns:w="u"><w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:document>`;
  const content = zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    '_rels/.rels': strToU8('<Relationships/>'),
    'word/document.xml': strToU8(xml),
  });
  return room.app.get(AssetService).upload(room.now(editor), { fileName: '名单.docx', content });
};
const submit = (id: number) => room.reviews.submit(room.now(editor), id);
const refused = { code: 'content.check.unsettled' };

describe('稿件检查', () => {
  it('places hits in their fields, tells which occurrence and remembers a hit by its surroundings', async () => {
    const body = '<p>部署。再次布署。</p><p>第三次布署了</p>';
    const hits = await hitsOf({ title: '布署会', body });
    const again = await hitsOf({ body: `<p>新的第一段</p>${body}` });

    expect(hits.map(({ field, text, nth, start }) => [field, text, nth, start])).toEqual([
      ['title', '布署', 0, 0],
      ['body', '布署', 0, 5],
      ['body', '布署', 1, 12],
    ]);
    expect(again.map(({ key }) => key)).toEqual(hits.slice(1).map(({ key }) => key));
  });

  it('reads title, source and author', async () => {
    const rules = async (text: Parameters<CheckService['article']>[1]) =>
      (await checks.article(room.now(editor), text)).hits.map(({ rule }) => rule);

    expect(await rules({ title: '长'.repeat(51), source: '清水镇', body: '<p>文</p>' })).toEqual([
      'titleTooLong',
    ]);
    expect(await rules({ title: '题', source: '', body: '<p>文</p>' })).toEqual(['sourceMissing']);
    expect(await rules({ title: '题', source: '新华网', body: '<p>文</p>' })).toEqual(['authorMissing']);
    expect(await rules({ title: '题', source: '清水镇', body: '<p>转自：县融媒体中心</p>' })).toEqual([
      'sourceMissing',
    ]);
  });

  it('tells of another article with the title, of this site only', async () => {
    const title = '关于调整作息时间的通知';
    const other = await room.site();
    await room.publish(room.person(other, 'editor'), { title });
    expect(await hitsOf({ title, body: '<p>文</p>' })).toEqual([]);

    const own = await room.draft(editor, { title });
    expect(await hitsOf({ title, body: '<p>文</p>' })).toMatchObject([
      { kind: 'duplicate', severity: 'hint' },
    ]);
    expect(await hitsOf({ title, body: '<p>文</p>', articleId: own.id })).toEqual([]);
  });

  it('finds own links that lead nowhere in the database, and others by what they answered', async () => {
    const live = await room.publish(editor, { title: '可以链接到的稿件' });
    const month = '202603';
    const fetched: string[] = [];
    const fake = (address: string) => {
      fetched.push(address);
      return Promise.resolve({ status: 404, address, contentType: '', bytes: Buffer.alloc(0) });
    };
    jest.spyOn(room.app.get(SafeFetch), 'fetch').mockImplementation(fake);
    const body =
      `<p><a href="/art/${month}/${live.id}.html">在</a> <a href="/art/${month}/999999.html">不在</a> ` +
      '<a href="/xzdt/">栏目</a> <a href="/no-such/">无栏目</a> <a href="/_files/202601/none.pdf">无文件</a> ' +
      '<a href="https://gone.gov.cn/a#b">站外</a></p>';
    const dead = async () =>
      (await hitsOf({ title: '链接', body }))
        .filter(({ rule }) => rule === 'linkDead')
        .map(({ text }) => text);

    expect(await dead()).toEqual(['不在', '无栏目', '无文件']);
    expect(fetched).toEqual([]);
    expect((await room.jobs(VisitLinks.kind)).map(({ siteId }) => siteId)).toEqual([site.id]);
    await room.app.get(VisitLinksJob).handle(room.root(site));
    expect(await dead()).toEqual(['不在', '无栏目', '无文件', '站外']);
    expect(new Set(fetched)).toEqual(new Set(['https://gone.gov.cn/a']));
  });

  it('reads the words of attached files and names the file', async () => {
    const file = await listWith('附件中的禁用词语');
    const draft = await room.draft(editor, { attachmentIds: [file.id] });

    expect(await hitsOf({ title: '有附件', body: '<p>文</p>', attachments: [file.id] })).toMatchObject([
      { field: 'attachment', attachment: '名单.docx', text: '禁用词语', severity: 'block' },
    ]);
    await expect(submit(draft.id)).rejects.toMatchObject(refused);
  });

  it('reads them whichever way a text goes on: in a batch, urgently, or within another change', async () => {
    const withList = async (words: string) =>
      room.draft(editor, { attachmentIds: [(await listWith(words)).id], importance: 'routine' });
    const inBatch = await withList('成批送审的禁用词语');
    const { results } = await room.app.get(Batches).begin(room.now(editor), 'submit', [inBatch.id], {});
    expect(results).toMatchObject([{ isDone: false, code: refused.code }]);

    const urgent = await withList('应急发布的禁用词语');
    const chief = room.person(site, 'finalReviewer');
    await expect(
      room.app.get(EmergencyPublishing).publish(room.now(chief), urgent.id, '紧急'),
    ).rejects.toMatchObject(refused);

    const within = await withList('事务之中的禁用词语');
    const before = (await room.jobs(ReadAttachment.kind)).length;
    await room.db.transaction(room.now(editor), (ctx) => room.reviews.submit(ctx, within.id));
    expect(await room.jobs(ReadAttachment.kind)).toHaveLength(before + 1);
  });
});

describe('保留说明', () => {
  it('lets a doubt pass with a reason that reviewers and the audit trail show, and can be taken back', async () => {
    const draft = await room.draft(editor, {
      title: '保留一处',
      summary: '摘要',
      body: '<p>照录原文“布署”。</p>',
    });
    const { hits } = await checks.stored(room.now(editor), draft.id);
    const key = hits[0]?.key ?? '';
    await expect(submit(draft.id)).rejects.toMatchObject(refused);
    await expect(dismissals.dismiss(editor, draft.id, key, ' ')).rejects.toMatchObject({
      code: 'content.check.dismissalReasonMissing',
    });

    await dismissals.dismiss(room.now(editor), draft.id, key, '引用历史文件原文');
    const reviewer = room.person(site, 'initialReviewer');
    expect((await checks.stored(reviewer, draft.id)).hits).toMatchObject([
      { dismissed: { by: editor.actor.name, reason: '引用历史文件原文' } },
    ]);
    await dismissals.restore(room.now(editor), draft.id, key);
    await expect(submit(draft.id)).rejects.toMatchObject(refused);
    await dismissals.dismiss(room.now(editor), draft.id, key, '引用历史文件原文');
    await submit(draft.id);

    expect(await room.auditOf(site, draft.id)).toEqual(
      expect.arrayContaining(['article.check.dismiss', 'article.check.restore']),
    );
  });

  it('lets what is forbidden pass only when an administrator of the site answers for it', async () => {
    const draft = await room.draft(editor, { title: '有禁用词', summary: '摘要', body: '<p>禁用词语</p>' });
    const [hit] = (await checks.stored(room.now(editor), draft.id)).hits;
    const key = hit?.key ?? '';

    await expect(dismissals.dismiss(room.now(editor), draft.id, key, '误报')).rejects.toMatchObject({
      code: 'content.check.blockNotYours',
    });
    await expect(submit(draft.id)).rejects.toMatchObject(refused);
    await dismissals.dismiss(room.now(admin), draft.id, key, '地名，确属误报');
    await submit(draft.id);
  });

  it('is nobody else’s: an article of another site does not exist', async () => {
    const draft = await room.draft(editor, { title: '别站看不到' });
    const stranger = room.person(await room.site(), 'siteAdmin');

    await expect(checks.stored(stranger, draft.id)).rejects.toMatchObject({
      code: 'content.article.notFound',
    });
    await expect(dismissals.dismiss(stranger, draft.id, 'abcdefghijkl', '理由')).rejects.toMatchObject({
      code: 'content.article.notFound',
    });
  });
});

describe('转载', () => {
  it('goes no further without its author where the site demands one', async () => {
    const text = { title: '转来的消息', source: '新华网', summary: '摘要', body: '<p>消息。</p>' };
    const unsigned = await room.draft(editor, { ...text, importance: 'routine' });
    const signed = await room.draft(editor, { ...text, author: '王记者', importance: 'routine' });
    await room.app.get(RuleDesk).set(room.root(site), 'authorMissing', 'block', false);

    await expect(submit(unsigned.id)).rejects.toMatchObject(refused);
    await submit(signed.id);
    await room.app.get(RuleDesk).clear(room.root(site), 'authorMissing');
    await submit(unsigned.id);
  });
});

describe('发布前', () => {
  it('asks once more: what became forbidden during the review does not go live', async () => {
    const draft = await room.draft(editor, {
      title: '审核期间变更',
      summary: '摘要',
      body: '<p>新近禁止的话</p>',
      importance: 'routine',
    });
    await submit(draft.id);
    await room.app.get(TermDesk).add(room.root(site), { wrong: '新近禁止', kind: 'sensitive' });
    const reviewer = room.person(site, 'initialReviewer');

    await expect(room.reviews.passInitial(reviewer, draft.id)).rejects.toMatchObject(refused);
    expect((await room.stored(editor, draft.id)).state).toBe('unpublished');
  });
});
