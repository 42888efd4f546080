import { County, pathOf, STAFF, type ConsoleArticle, type PageOf } from '../support/county';

let county: County;

beforeAll(async () => {
  county = await County.open();
}, 240_000);
afterAll(() => county.close());

const QS = '/sites/qingshui';
interface Emergency {
  readonly id: number;
  readonly articleId: number;
  readonly state: string;
}
interface Todo {
  readonly kind: string;
  readonly subjectId: number;
  readonly dueOn: string | null;
}

describe('应急发布', () => {
  it('is before the public at once, owed to the people of every step, and gone when they refuse it', async () => {
    const { editor, initialReview, secondReview, finalReview } = STAFF.qingshui;
    const title = '青峰水库将于今晚开闸泄洪';
    const draft = await county.draft('qingshui', 'tzgg', title, { kind: 'notice' });
    const urgently = { reason: '下游群众须立即撤离河道' };
    const path = `${QS}/articles/${draft.id}/publish-urgently`;

    expect((await (await county.desk(editor)).ask('POST', path, urgently)).status).toBe(403);
    const chief = await county.desk(finalReview);
    const live = await chief.post<ConsoleArticle>(path, urgently);

    expect(live).toMatchObject({ state: 'published', openState: null });
    const page = pathOf(live, 'qingshui');
    expect((await county.page('qingshui', page)).body).toContain(title);
    expect((await county.page('qingshui', '/tzgg/')).body).toContain(title);

    const { items } = await chief.get<PageOf<Emergency>>(`${QS}/emergencies?state=pending`);
    const owed = items.find(({ articleId }) => articleId === draft.id);
    const first = await county.desk(initialReview);
    const todos = (await first.get<PageOf<Todo>>('/todos')).items;
    expect(
      todos.find(({ kind, subjectId }) => kind === 'completingReview' && subjectId === owed?.id)?.dueOn,
    ).toMatch(/^\d{4}-\d\d-\d\d$/);
    const pass = `${QS}/emergencies/${owed?.id}/pass`;
    expect((await chief.ask('POST', pass, {})).status).toBe(403);
    expect(await first.post<Emergency>(pass, { opinion: '情况属实' })).toMatchObject({ state: 'pending' });
    const second = await county.desk(secondReview);
    expect(
      await second.post<Emergency>(`${QS}/emergencies/${owed?.id}/fail`, { reason: '泄洪时间有误' }),
    ).toMatchObject({ state: 'failed' });

    expect((await county.page('qingshui', page)).body).not.toContain('的正文');
    expect((await county.page('qingshui', '/tzgg/')).body).not.toContain(title);
    const form = await second.ask('GET', `${QS}/articles/${draft.id}/approval-form`);
    expect(form.body).toContain('信息发布审批单');
    expect(form.body).toContain('下游群众须立即撤离河道');
  });
});
