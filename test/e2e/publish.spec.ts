import { load } from 'cheerio';
import { County, pathOf, SITES, STAFF, type ConsoleArticle, type PageOf } from '../support/county';
import { until } from '../support/until';

let county: County & { dataDir: string };

beforeAll(async () => {
  county = await County.open();
}, 240_000);
afterAll(() => county.close());

const QS = '/sites/qingshui';
const todos = async (
  username: string,
): Promise<readonly { kind: string; title: string; site: { key: string } }[]> =>
  (
    await (
      await county.desk(username)
    ).get<PageOf<{ kind: string; title: string; site: { key: string } }>>('/todos')
  ).items;
const waits = async (username: string, title: string): Promise<string[]> =>
  (await todos(username)).filter((todo) => todo.title === title).map(({ kind }) => kind);

describe('从起草到公开', () => {
  const title = '清水镇召开夏季防汛工作会议';
  let article: ConsoleArticle;

  it('shows a draft to nobody outside', async () => {
    article = await county.draft('qingshui', 'tzgg', title, { kind: 'notice', importance: 'important' });

    expect(article).toMatchObject({ state: 'unpublished', openState: 'draft', url: null });
    expect((await county.page('qingshui', '/tzgg/')).body).not.toContain(title);
    expect((await county.page('qingshui', `/art/202601/${article.id}.html`)).status).toBe(404);
  });

  it('asks three people in turn, and tells each when it is their turn', async () => {
    const submitted = await county.submit('qingshui', article.id);
    expect(submitted.reviewSteps).toEqual(['initialReview', 'secondReview', 'finalReview']);

    const { finalReview, secondReview, initialReview, editor } = STAFF.qingshui;
    expect(await waits(initialReview, title)).toEqual(['review']);
    expect(await waits(secondReview, title)).toEqual([]);

    // Nobody out of turn, and nobody their own text.
    const early = await (
      await county.desk(finalReview)
    ).ask('POST', `${QS}/articles/${article.id}/pass-final`);
    expect(early.status).toBe(409);
    expect(JSON.parse(early.body)).toMatchObject({ code: 'content.review.moveRefused' });
    const own = await (await county.desk(editor)).ask('POST', `${QS}/articles/${article.id}/pass-initial`);
    expect(own.status).toBe(403);

    await county.pass('qingshui', article.id, 'initialReview');
    expect(await waits(initialReview, title)).toEqual([]);
    expect(await waits(secondReview, title)).toEqual(['review']);
    await county.pass('qingshui', article.id, 'secondReview');
    expect(await waits(finalReview, title)).toEqual(['review']);
    expect((await county.page('qingshui', '/tzgg/')).body).not.toContain(title);
  });

  it('is on its list and its page for the first visitor after the last pass', async () => {
    // Both pages are in the cache now.
    await county.page('qingshui', '/tzgg/');

    article = await county.pass('qingshui', article.id, 'finalReview');

    expect(article).toMatchObject({ state: 'published' });
    const list = await county.page('qingshui', '/tzgg/');
    expect(list.body).toContain(title);
    const page = await county.page('qingshui', pathOf(article, 'qingshui'));
    expect(page.status).toBe(200);
    expect(page.body).toContain(`${title}的正文`);
    for (const name of ['何知秋', '罗青岚', '周泽安'])
      expect(load(page.body)('.article-credits').text()).toContain(name);
  });

  it('leaves a trail that names every step and a whole audit chain', async () => {
    const trail = await (
      await county.desk(STAFF.qingshui.editor)
    ).get<{ action: string; byName: string }[]>(`${QS}/articles/${article.id}/trail`);
    const lines = Array.isArray(trail) ? trail : (trail as { items: typeof trail }).items;
    const told = lines.map(({ byName }) => byName);

    for (const name of ['苏小满', '何知秋', '罗青岚', '周泽安']) expect(told).toContain(name);
    const verdicts = await (await county.desk('auditadmin')).get<{ isIntact: boolean }[]>('/audit/verify');
    expect(verdicts.length).toBeGreaterThan(0);
    expect(verdicts.every(({ isIntact }) => isIntact)).toBe(true);
  });

  it('keeps the approved text live until its correction has passed', async () => {
    const desk = await county.desk(STAFF.qingshui.editor);
    const path = pathOf(article, 'qingshui');
    const open = await desk.post<ConsoleArticle>(`${QS}/articles/${article.id}/revise`);
    await desk.patch(`${QS}/articles/${article.id}`, {
      version: open.version,
      body: '<p>会议时间更正为每月五日。</p>',
    });
    const last = await county.bringToLastStep('qingshui', article);
    expect((await county.page('qingshui', path)).body).toContain(`${title}的正文`);

    await county.pass('qingshui', article.id, last);

    const page = await county.page('qingshui', path);
    expect(page.body).toContain('更正为每月五日');
    expect(page.body).not.toContain(`${title}的正文`);
  });

  it('is gone for the first visitor after it was withdrawn', async () => {
    const path = pathOf(article, 'qingshui');
    expect((await county.page('qingshui', path)).status).toBe(200);
    expect((await county.page('qingshui', '/tzgg/')).body).toContain(title);

    const desk = await county.desk(STAFF.qingshui.finalReview);
    await desk.post(`${QS}/articles/${article.id}/withdraw`, { reason: '会议时间有误，核实后再发' });

    expect((await county.page('qingshui', path)).status).toBe(410);
    expect((await county.page('qingshui', '/tzgg/')).body).not.toContain(title);
    expect((await county.page('qingshui', '/')).body).not.toContain(title);
  });
});

describe('新鲜', () => {
  it('lets no request that began after the last pass see the old list', async () => {
    const title = '清水镇新茶开采';
    const draft = await county.draft('qingshui', 'tzgg', title, { kind: 'notice' });
    const last = await county.bringToLastStep('qingshui', draft);
    const seen: { sentAt: number; hasTitle: boolean }[] = [];
    let isOver = false;
    const visitor = async (): Promise<void> => {
      while (!isOver) {
        const sentAt = performance.now();
        const { status, body } = await county.page('qingshui', '/tzgg/');
        expect(status).toBe(200);
        seen.push({ sentAt, hasTitle: body.includes(title) });
      }
    };
    const visitors = Array.from({ length: 6 }, visitor);

    await until(() => seen.length > 30);
    await county.pass('qingshui', draft.id, last);
    const liveAt = performance.now();
    await until(() => seen.filter(({ sentAt }) => sentAt > liveAt).length > 30);
    isOver = true;
    await Promise.all(visitors);

    expect(seen.some(({ hasTitle }) => !hasTitle)).toBe(true);
    const late = seen.filter(({ sentAt, hasTitle }) => sentAt > liveAt && !hasTitle);
    expect(late).toEqual([]);
    // Once anybody has seen the new list, nobody who asks later sees the old one.
    const firstSeen = Math.min(...seen.filter(({ hasTitle }) => hasTitle).map(({ sentAt }) => sentAt));
    const back = seen.filter(({ sentAt, hasTitle }) => sentAt > firstSeen + 100 && !hasTitle);
    expect(back).toEqual([]);
  });
});

describe('报送', () => {
  const title = '清水镇高山茶获评省级名特产品';
  let source: ConsoleArticle & { path: string };
  let copyPath: string;
  let deliveryId: number;

  it('goes to the portal, waits there as a to-do, and becomes a page of the portal when accepted', async () => {
    source = await county.publish('qingshui', 'tzgg', title, { kind: 'notice' });
    const sender = await county.desk(STAFF.qingshui.editor);
    const { sent: envelopes } = await sender.post<{ sent: { id: number; state: string }[] }>(
      `${QS}/articles/${source.id}/deliver`,
      { to: ['shifan'], note: '请采用' },
    );
    const [sent] = envelopes as [{ id: number; state: string }];
    deliveryId = sent.id;
    expect(sent.state).toBe('sent');
    expect(await waits('sf-admin', title)).toEqual(['delivery']);
    const channel = await county
      .channel('shifan', 'xwzx/xzdt')
      .catch(() => county.channel('shifan', 'xwzx/zwyw'));
    const list = `/${channel.path}/`;
    expect((await county.page('shifan', list)).body).not.toContain(title);

    const portal = await county.desk('sf-admin');
    const accepted = await portal.post<{ state: string; copyArticleId: number }>(
      `/sites/shifan/deliveries/${deliveryId}/accept`,
      { channelId: channel.id, onChange: 'todo' },
    );

    expect(accepted.state).toBe('accepted');
    const shown = await county.page('shifan', list);
    expect(shown.body).toContain(title);
    const copy = await portal.get<ConsoleArticle>(`/sites/shifan/articles/${accepted.copyArticleId}`);
    copyPath = pathOf(copy, 'shifan');
    const page = await county.page('shifan', copyPath);
    expect(page.status).toBe(200);
    expect(page.body).toContain(`${title}的正文`);
    // The source stays where it was.
    expect((await county.page('qingshui', source.path)).status).toBe(200);
    expect((await county.page('shifan', source.path)).status).toBe(404);
  });

  it('tells the receiver of a correction and changes the copy only when taken over', async () => {
    const desk = await county.desk(STAFF.qingshui.editor);
    const open = await desk.post<ConsoleArticle>(`${QS}/articles/${source.id}/revise`);
    await desk.patch(`${QS}/articles/${source.id}`, {
      version: open.version,
      body: '<p>更正：评定单位为省协会。</p>',
    });
    await county.pass('qingshui', source.id, await county.bringToLastStep('qingshui', source));

    await until(async () => (await waits('sf-admin', title)).includes('sourceChange'), { within: 15_000 });
    expect((await county.page('shifan', copyPath)).body).not.toContain('评定单位为省协会');

    await (await county.desk('sf-admin')).post(`/sites/shifan/deliveries/${deliveryId}/apply`);

    expect((await county.page('shifan', copyPath)).body).toContain('评定单位为省协会');
    expect(await waits('sf-admin', title)).toEqual([]);
  });

  it('tells the receiver of a withdrawal as well', async () => {
    const desk = await county.desk(STAFF.qingshui.finalReview);
    await desk.post(`${QS}/articles/${source.id}/withdraw`, { reason: '评定结果尚未公示' });
    expect((await county.page('qingshui', source.path)).status).toBe(410);

    await until(async () => (await waits('sf-admin', title)).includes('sourceChange'), { within: 15_000 });
    await (await county.desk('sf-admin')).post(`/sites/shifan/deliveries/${deliveryId}/apply`);

    expect((await county.page('shifan', copyPath)).status).toBe(410);
  });

  it('may be declined with a reason that the sender reads', async () => {
    const other = await county.publish('qingshui', 'tzgg', '清水镇停水通知', { kind: 'notice' });
    const sender = await county.desk(STAFF.qingshui.editor);
    const address = `${QS}/articles/${other.id}/deliver`;
    const { sent } = await sender.post<{ sent: [{ id: number }] }>(address, { to: ['shifan'] });
    const [{ id }] = sent;
    const again = await sender.ask('POST', address, { to: ['shifan'] });
    expect([again.status, JSON.parse(again.body).code]).toEqual([409, 'content.delivery.already']);

    await (
      await county.desk('sf-editor')
    ).post(`/sites/shifan/deliveries/${id}/decline`, {
      reason: '仅涉及本镇，不在门户发布',
    });

    const told = await sender.get<{ state: string; reason: string }>(`${QS}/deliveries/${id}`);
    expect(told).toMatchObject({ state: 'declined', reason: '仅涉及本镇，不在门户发布' });
  });
});

describe('监管', () => {
  interface FindingView {
    id: number;
    indicator: string;
    title: string;
    state: string;
    url: string;
    severity: string;
  }

  const patrol = async (): Promise<void> => {
    const desk = await county.desk('jianguan');
    const { id } = await desk.post<{ id: number }>('/sites/shifan/supervision/patrol');
    await until(
      async () => {
        const { items } = await desk.get<PageOf<{ id: number; state: string }>>(
          '/sites/shifan/supervision/patrols',
        );
        return items.find((run) => run.id === id)?.state === 'done';
      },
      { within: 60_000, every: 100, what: 'the patrol to end' },
    );
  };
  const standing = async (): Promise<readonly FindingView[]> =>
    (
      await (
        await county.desk('jianguan')
      ).get<PageOf<FindingView>>(
        '/sites/shifan/supervision/findings?about=qingshui&state=standing&indicator=V-W4a&pageSize=100',
      )
    ).items;

  it('finds the channel that stood still, and clears it by itself once something is published there', async () => {
    await patrol();
    const before = (await standing()).filter(({ title }) => title.includes('乡镇动态'));
    expect(before).toHaveLength(1);
    expect(before[0]?.url).toContain(SITES.qingshui.host);

    await county.publish('qingshui', 'xzdt', '清水镇开展夏季安全生产检查');
    await patrol();

    expect((await standing()).filter(({ title }) => title.includes('乡镇动态'))).toEqual([]);
    const cleared = await (
      await county.desk('jianguan')
    ).get<FindingView>(`/sites/shifan/supervision/findings/${before[0]?.id}`);
    expect(cleared.state).toBe('cleared');
  });

  it('shows every site of the network with its light', async () => {
    const overview = await (
      await county.desk('jianguan')
    ).get<{
      isNetwork: boolean;
      items: { site: { key: string }; light: string; visitedAt: string | null }[];
    }>('/sites/shifan/supervision/overview');

    expect(overview.isNetwork).toBe(true);
    expect(overview.items.map(({ site }) => site.key).toSorted()).toEqual(Object.keys(SITES).toSorted());
    expect(overview.items.every(({ light, visitedAt }) => light !== 'grey' && visitedAt !== null)).toBe(true);
  });

  it('is none of an editor’s business beyond the own site', async () => {
    const desk = await county.desk(STAFF.qingshui.editor);

    expect((await desk.ask('GET', '/sites/shifan/supervision/overview')).status).toBe(404);
    const own = await desk.get<{ items: { site: { key: string } }[] }>(`${QS}/supervision/overview`);
    expect(own.items.map(({ site }) => site.key)).toEqual(['qingshui']);
  });
});
