import type { ArticleLink } from '@zhanqun/content';

export const at = (text: string): Date => new Date(`${text.replace(' ', 'T')}:00+08:00`);

export const TITLES = [
  '县政府召开第十二次常务会议 研究部署秋冬农田水利建设和城镇老旧小区改造',
  '示范县一季度新开工重点项目二十三个 总投资超过六十亿元',
  '清水镇：三百亩荒坡变茶园 家门口就业稳增收',
  '全县义务教育学校课后服务实现全覆盖',
  '县委常委会（扩大）会议传达学习上级会议精神',
  '龙潭镇举行防汛应急演练',
  '我县启动城乡居民基本医疗保险集中参保缴费工作，参保人员可通过手机、银行网点和村（社区）服务站办理',
  '河西乡农村公路“建管养运”协调发展经验做法',
  '县财政局组织预算绩效管理专题培训',
  '县卫生健康局开展“健康示范”进社区活动',
  '东山水库除险加固工程通过竣工验收',
  '示范县工业园区标准厂房二期主体完工',
];

let nextId = 4100;
function article(title: string, day: string, rest: Partial<ArticleLink> = {}): ArticleLink {
  nextId += 7;
  return {
    id: nextId,
    title,
    url: `/art/${day.slice(0, 4)}${day.slice(5, 7)}/${nextId}.html`,
    publishedAt: at(`${day} 09:2${nextId % 10}`),
    source: '示范县融媒体中心',
    summary: '',
    coverUrl: null,
    coverAlt: '',
    isPinned: false,
    documentNumber: '',
    note: '',
    style: 'title',
    ...rest,
  };
}

export function articles(count: number, shift = 0): ArticleLink[] {
  return Array.from({ length: count }, (_, index) => {
    const day = String(28 - ((index * 2 + shift) % 27)).padStart(2, '0');
    return article(TITLES[(index + shift) % TITLES.length]!, `2026-02-${day}`);
  });
}

export const documents: ArticleLink[] = [
  article('示范县人民政府关于印发《示范县政府网站管理办法》的通知', '2026-02-26', {
    documentNumber: '示政发〔2026〕3号',
  }),
  article('示范县人民政府办公室关于进一步优化营商环境更好服务市场主体的实施意见', '2026-02-20', {
    documentNumber: '示政办发〔2026〕11号',
  }),
  article('示范县人民政府关于公布第五批县级文物保护单位的通知', '2026-02-11', {
    documentNumber: '示政发〔2026〕2号',
  }),
  article('示范县城市生活垃圾分类管理实施细则', '2026-01-29', { documentNumber: '示政规〔2026〕1号' }),
  article('示范县人民政府办公室关于印发2026年政务公开工作要点的通知', '2026-01-16', {
    documentNumber: '示政办发〔2026〕4号',
  }),
];
export const interpretations: ArticleLink[] = [
  article('一图读懂：示范县政府网站管理办法', '2026-02-26'),
  article('《关于进一步优化营商环境的实施意见》政策解读', '2026-02-21'),
  article('县城市管理局负责人就生活垃圾分类实施细则答记者问', '2026-01-30'),
  article('文物保护单位是怎样确定的', '2026-02-12'),
  article('2026年政务公开工作要点解读', '2026-01-17'),
];

/** Of the turning headlines; the last one has no picture. */
export const slides = [
  article(TITLES[2]!, '2026-02-27', { coverUrl: '/_files/scene-1.svg', coverAlt: '清水镇茶园，茶农在采茶' }),
  article(TITLES[10]!, '2026-02-25', { coverUrl: '/_files/scene-2.svg', coverAlt: '东山水库大坝' }),
  article(TITLES[6]!, '2026-02-24', {
    coverUrl: '/_files/scene-3.svg',
    coverAlt: '村服务站工作人员帮助老人参保',
  }),
  article(TITLES[3]!, '2026-02-22'),
];
