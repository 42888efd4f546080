import { fakeFacts, rule, siteAt } from '../facts/fake-facts';
import { GraveHits } from './grave-hits.indicator';

const hit = (articleId: number, text: string) => ({
  articleId,
  title: '关于公示名单的通知',
  url: `http://qingshui.localhost/art/202603/${articleId}.html`,
  text,
  reason: '这是居民身份证号码',
  foundAt: new Date('2026-03-16T09:00:00+08:00'),
});
const at = siteAt('2026-03-20T09:00:00+08:00');

describe('V-W1 严重表述错误与泄密', () => {
  it('is one finding an article, with every forbidden word as evidence', async () => {
    const facts = fakeFacts({ grave: [hit(7, '甲'), hit(7, '乙'), hit(8, '丙')] });

    const found = await new GraveHits().check(at, facts, rule({ code: 'V-W1' }));

    expect(found.map(({ subject }) => subject)).toEqual(['article:7', 'article:8']);
    expect(found[0]).toMatchObject({ severity: 'veto', url: hit(7, '').url });
    expect(found[0]?.evidence.map(({ label }) => label)).toEqual(['“甲”', '“乙”', '发现时间']);
  });

  it('finds nothing where nothing is open', async () => {
    expect(await new GraveHits().check(at, fakeFacts({}), rule({}))).toEqual([]);
  });
});
