import type { EditorCtx, SiteRef } from '@zhanqun/kernel';
import { Newsroom } from '../../test/newsroom';
import { CheckService } from './check.service';

jest.setTimeout(60_000);

let room: Newsroom;
let site: SiteRef;
let editor: EditorCtx;
let checks: CheckService;
beforeAll(async () => {
  room = await Newsroom.open();
  site = await room.site();
  editor = room.person(site, 'editor');
  checks = room.app.get(CheckService);
});
afterAll(() => room.close());

describe('文字检查', () => {
  it('finds 布署 and leaves 分布署名 alone', async () => {
    expect(await checks.text(editor, '认真布署，文件分布署名清楚')).toMatchObject([
      { start: 2, end: 4, text: '布署', kind: 'misspelling', suggest: '部署' },
    ]);
  });

  it('refuses a text that is too long and an account that asks too often', async () => {
    await expect(checks.text(editor, '文'.repeat(200_001))).rejects.toMatchObject({
      code: 'content.check.textTooLong',
    });
    const busy = room.person(site, 'editor');
    for (let times = 0; times < 120; times += 1) await checks.text(busy, '部署');
    await expect(checks.text(busy, '部署')).rejects.toMatchObject({ code: 'content.check.tooOften' });
    await expect(checks.text(editor, '部署')).resolves.toEqual([]);
  });
});

describe('送审关口', () => {
  it('keeps a text with a misspelling back until the word is corrected', async () => {
    const draft = await room.draft(editor, { summary: '春耕', body: '<p>会议布署了工作。</p>' });

    await expect(room.reviews.submit(room.now(editor), draft.id)).rejects.toMatchObject({
      code: 'content.check.unsettled',
      details: { hits: [{ field: 'body', text: '布署', severity: 'warn' }] },
    });
    const good = await room.draft(editor);
    await expect(room.reviews.submit(room.now(editor), good.id)).resolves.toBeDefined();
  });
});
