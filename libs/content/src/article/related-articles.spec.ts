import type { ArticleLink } from './article.view';
import { MOST_RELATED, relatedTo } from './related-articles';

const link = (id: number, title: string, day = '2026-02-01'): ArticleLink => ({
  id,
  title,
  url: `/art/202602/${id}.html`,
  publishedAt: new Date(`${day}T00:00:00Z`),
  source: '',
  summary: '',
  coverUrl: null,
  coverAlt: '',
  isPinned: false,
  documentNumber: '',
  note: '',
  style: 'title',
});
const idsFor = (title: string, keywords: string[], links: ArticleLink[]): number[] =>
  relatedTo({ title, keywords }, links).map(({ id }) => id);

describe('相关文章', () => {
  it('are those that share words of the title, the closest first', () => {
    const links = [
      link(1, '清水镇举行防汛应急演练'),
      link(2, '全县义务教育学校课后服务实现全覆盖'),
      link(3, '龙潭镇开展防汛物资检查'),
      link(4, '龙潭镇举行防汛应急演练', '2026-02-09'),
    ];

    expect(idsFor('河西乡防汛应急演练方案', [], links)).toEqual([4, 1]);
  });

  it('are those that name a keyword, however short the rest they share', () => {
    expect(idsFor('三百亩荒坡变绿', ['茶园'], [link(1, '茶园里的春天'), link(2, '水库工程验收')])).toEqual([
      1,
    ]);
  });

  it('are none when only the everyday words of notices are shared', () => {
    expect(idsFor('关于进一步做好安全工作的通知', [], [link(1, '关于进一步做好防疫工作的通知')])).toEqual([]);
  });

  it('are at most five, the newer first among equals', () => {
    const links = [1, 2, 3, 4, 5, 6, 7].map((n) => link(n, '防汛应急演练', `2026-02-0${n}`));

    expect(idsFor('防汛应急演练', [], links)).toEqual([7, 6, 5, 4, 3]);
    expect(MOST_RELATED).toBe(5);
  });
});
