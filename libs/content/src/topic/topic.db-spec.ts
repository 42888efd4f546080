import type { EditorCtx, SiteRef } from '@zhanqun/kernel';
import { TodoSources } from '../todo/todo-source';
import { DAY, Newsroom } from '../../test/newsroom';
import { TopicReading } from './topic-reading';
import { TopicService } from './topic.service';
import { TopicTurnover } from './topic.jobs';
import type { TopicValues } from './topic-words';

jest.setTimeout(120_000);

let room: Newsroom;
let site: SiteRef;
let editor: EditorCtx;
let office: EditorCtx;
let topics: TopicService;
let owner: number;

beforeAll(async () => {
  room = await Newsroom.open();
  site = await room.site();
  editor = room.person(site, 'editor');
  office = room.supervisor(site);
  topics = room.app.get(TopicService);
  owner = await room.organisation();
});
afterAll(() => room.close());

const values = async (path: string, more: Partial<TopicValues> = {}): Promise<TopicValues> => ({
  path,
  name: '春耕备耕专题',
  intro: '第一段\n第二段',
  startsOn: '2026-03-01',
  endsOn: '2026-04-30',
  ownerOrganisationId: owner,
  reason: '集中发布春耕信息',
  sections: [{ title: '工作动态', channelId: (await room.channel(site, 'xzdt')).id, count: 5 }],
  ...more,
});
const open = (path: string) => room.app.get(TopicReading).published(room.citizen(site), path);

describe('专题', () => {
  it('opens after approval, shows its sections, and is marked as over after its end', async () => {
    const chosen = await room.publish(editor, { title: '精选文章', importance: 'routine' });
    const newest = await room.publish(editor, { title: '栏目新文章', importance: 'routine' });
    const draft = await topics.draft(
      editor,
      await values('chungeng', {
        sections: [
          { title: '重点', articleIds: [chosen.id] },
          { title: '动态', channelId: newest.channelId, count: 1 },
        ],
      }),
    );
    expect(await open('chungeng')).toBeNull();

    await topics.apply(editor, draft.id);
    const approved = await topics.approve(office, draft.id, '同意');

    expect(approved).toMatchObject({ state: 'running', decidedByName: office.actor.name });
    const page = await open('chungeng');
    expect(page?.view).toMatchObject({
      topic: { name: '春耕备耕专题', intro: ['第一段', '第二段'], isOver: false },
      sections: [
        { title: '重点', articles: [{ id: chosen.id }], more: null },
        { title: '动态', articles: [{ id: newest.id }] },
      ],
    });
    expect(page?.tags).toEqual(
      expect.arrayContaining([`article:${chosen.id}`, `channel:${newest.channelId}`]),
    );

    room.clock.advance(90 * DAY);
    await room.app.get(TopicTurnover).run({ ...room.system, now: room.clock.now() });
    expect(await topics.get(editor, draft.id)).toMatchObject({ state: 'archived' });
    expect((await open('chungeng'))?.view.topic.isOver).toBe(true);
    room.clock.advance(-90 * DAY);
  });

  it('waits for its first day', async () => {
    const { id } = await topics.draft(editor, await values('qiushou', { startsOn: '2026-03-09' }));
    await topics.apply(editor, id);
    expect(await topics.approve(office, id)).toMatchObject({ state: 'approved' });
    expect(await open('qiushou')).toBeNull();

    room.clock.advance(5 * DAY);
    await room.app.get(TopicTurnover).run({ ...room.system, now: room.clock.now() });
    expect(await topics.get(editor, id)).toMatchObject({ state: 'running' });
    room.clock.advance(-5 * DAY);
  });

  it('is not approved by who applied, nor by an editor, and comes back with the reason', async () => {
    const { id } = await topics.draft(
      office.ability.can('create', 'Topic') ? office : editor,
      await values('fangxun'),
    );
    await topics.apply(editor, id);

    await expect(topics.approve(editor, id)).rejects.toMatchObject({ kind: 'forbidden' });
    const both = { ...office, actor: editor.actor };
    await expect(topics.approve(both, id)).rejects.toMatchObject({ code: 'content.topic.ownApplication' });
    await expect(topics.refuse(office, id, ' ')).rejects.toMatchObject({
      code: 'content.topic.reasonMissing',
    });
    const waiting = await room.app.get(TodoSources).list(office);
    expect(waiting).toContainEqual(expect.objectContaining({ kind: 'topic', subjectId: id }));

    await topics.refuse(office, id, '栏目太少');
    const back = await room.app.get(TodoSources).list(editor);
    expect(back).toContainEqual(expect.objectContaining({ note: expect.stringContaining('栏目太少') }));
  });

  it('is closed by the data centre with a reason and gone at once; the owner only applies anew', async () => {
    const { id } = await topics.draft(editor, await values('guqi'));
    await topics.apply(editor, id);
    await topics.approve(office, id);
    await expect(topics.close(room.person(site, 'siteAdmin'), id, '久不更新')).rejects.toMatchObject({
      kind: 'forbidden',
    });

    const purged = await room.purgedBy(() => topics.close(office, id, '久不更新'));

    expect(purged).toContain(`topic:${id}`);
    expect(await open('guqi')).toBeNull();
    expect(await topics.get(editor, id)).toMatchObject({ state: 'closed', closedReason: '久不更新' });
    expect(await topics.reopen(editor, id)).toMatchObject({ state: 'draft' });
  });

  it('lets its owner choose articles while it runs, and only those who approve reword it', async () => {
    const article = await room.publish(editor, { importance: 'routine' });
    const made = await topics.draft(editor, await values('jinxing'));
    await topics.apply(editor, made.id);
    const { version } = await topics.approve(office, made.id);
    const [section] = (await topics.get(editor, made.id)).sections;

    const arranged = await topics.edit(editor, made.id, version, {
      sections: [{ ...section, articleIds: [article.id] }],
    });
    expect(arranged.sections).toMatchObject([{ articleIds: [article.id] }]);
    await expect(
      topics.edit(editor, made.id, arranged.version, { sections: [{ ...section, title: '改了' }] }),
    ).rejects.toMatchObject({ code: 'content.topic.headingsFixed' });
    await expect(topics.edit(editor, made.id, arranged.version, { name: '改名' })).rejects.toMatchObject({
      code: 'content.topic.fixed',
    });
    await expect(topics.edit(editor, made.id, version, { sections: [] })).rejects.toMatchObject({
      code: 'content.topic.versionStale',
    });
  });

  it('refuses channels, articles and pictures of another site like such that do not exist', async () => {
    const other = await room.site();
    const theirs = await room.draft(room.person(other, 'editor'));
    const channelId = (await room.channel(other, 'xzdt')).id;

    for (const section of [{ channelId }, { articleIds: [theirs.id] }, { channelId: 999_999 }]) {
      await expect(
        topics.draft(editor, await values('linju', { sections: [{ title: '栏目', ...section }] })),
      ).rejects.toMatchObject({ code: 'content.topic.invalid' });
    }
    await expect(
      topics.draft(editor, await values('linju', { bannerAssetId: 999_999 })),
    ).rejects.toMatchObject({
      code: 'content.topic.invalid',
    });
  });

  it('has one address for one topic, and asks for what an application must name', async () => {
    const { id } = await topics.draft(editor, await values('dizhi', { reason: '', sections: [] }));

    await expect(topics.draft(editor, await values('dizhi'))).rejects.toMatchObject({
      code: 'content.topic.pathTaken',
    });
    await expect(topics.apply(editor, id)).rejects.toMatchObject({
      code: 'content.topic.incomplete',
      details: { faults: [{ field: 'reason' }, { field: 'sections' }] },
    });
  });
});
