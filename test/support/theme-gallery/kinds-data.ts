import type { ArticleLink, ArticleView, FactSheet, TopicListView, TopicView } from '@zhanqun/content';

/** One made-up page of each kind of article that has a template of its own. */
export function kindViews(news: ArticleView): Record<string, ArticleView> {
  const none: FactSheet = { lines: [], texts: [], tables: [], pictures: [], film: null };
  const of = (title: string, sheet: Partial<FactSheet>, more: Partial<ArticleView['article']> = {}) => ({
    ...news,
    article: { ...news.article, title, author: '', ...more },
    sheet: { ...none, ...sheet },
    attachments: [],
  });
  const line = (key: string, label: string, text: string, url: string | null = null) => ({
    key,
    label,
    text,
    url,
  });
  const pictures = [1, 2, 3].map((n) => ({
    url: `/_files/scene-${n}.svg`,
    alt: `清水镇春耕现场第 ${n} 张`,
    caption: ['水稻育秧进入关键期', '农机手检修插秧机', '农技员到田间指导'][n - 1]!,
    credit: n === 1 ? '何晓岚' : '',
  }));
  return {
    'leader-profile': of(
      '周明远',
      {
        lines: [
          line('post', '职务', '县委副书记、县人民政府县长'),
          line('gender', '性别', '男'),
          line('born', '出生年月', '1975年8月'),
          line('education', '学历学位', '研究生、管理学硕士'),
        ],
        texts: [
          {
            key: 'duties',
            label: '工作分工',
            paragraphs: ['主持县人民政府全面工作。', '负责审计方面工作，分管县审计局。'],
          },
        ],
        tables: [
          {
            key: 'career',
            label: '工作简历',
            columns: ['时间', '任职'],
            rows: [
              [['2012.03—2016.06'], ['县财政局局长、党组书记']],
              [['2016.06—2021.08'], ['县人民政府副县长']],
            ],
          },
        ],
      },
      { coverUrl: '/_files/scene-3.svg', coverAlt: '周明远标准照' },
    ),
    'organisation-profile': of('示范县农业农村局', {
      lines: [
        line('address', '办公地址', '示范县城关镇人民路 18 号'),
        line('officeHours', '办公时间', '工作日 8:30—12:00，14:30—17:30'),
        line('phone', '联系电话', '0000-6200018'),
        line('website', '网站', 'http://nyncj.shifan.localhost/', 'http://nyncj.shifan.localhost/'),
      ],
      texts: [
        {
          key: 'duties',
          label: '主要职能',
          paragraphs: ['统筹推动发展农村社会事业。', '指导粮食等农产品生产。'],
        },
      ],
      tables: [
        {
          key: 'offices',
          label: '内设机构和下属单位',
          columns: ['名称', '职责', '电话'],
          rows: [
            [['办公室'], ['负责文电、会务、机要、档案。'], ['0000-6200019']],
            [['种植业股'], ['指导种植业结构和布局调整。'], ['0000-6200021']],
          ],
        },
      ],
    }),
    gallery: of('图说清水：春耕正当时', { lines: [line('takenOn', '拍摄日期', '2026-03-01')], pictures }),
    video: of(
      '一分钟看懂城乡居民医保缴费',
      {
        film: { url: '/_files/film.mp4', mime: 'video/mp4', name: '医保缴费.mp4' },
        lines: [line('duration', '时长', '1分02秒')],
        texts: [{ key: 'transcript', label: '文字稿', paragraphs: ['今年的居民医保缴费已经开始。'] }],
      },
      { coverUrl: '/_files/scene-2.svg', coverAlt: '办事大厅窗口' },
    ),
    download: {
      ...of('城乡居民医保参保登记表', {
        lines: [line('category', '资料类别', '申请表'), line('edition', '版本', '2026年版')],
      }),
      attachments: news.attachments,
    },
    link: of('国务院办公厅关于印发政府网站发展指引的通知', {
      lines: [
        line(
          'url',
          '链接地址',
          'https://www.gov.cn/zhengce/content/2017-06/08/content_5200760.htm',
          'https://www.gov.cn/zhengce/content/2017-06/08/content_5200760.htm',
        ),
        line('owner', '所在网站', '中国政府网'),
      ],
    }),
    kind: of('城关镇千年银杏', {
      lines: [line('species', '树种', '银杏'), line('age', '树龄', '1100')],
      texts: [{ key: 'story', label: '来历', paragraphs: ['相传为唐代所植。'] }],
    }),
    'interpretation-qa': {
      ...of('《示范县政府网站管理办法》问答解读', {
        lines: [line('form', '解读形式', '问答解读'), line('interpreter', '解读单位', '县政府办公室')],
        tables: [
          {
            key: 'questions',
            label: '问答',
            columns: ['问', '答'],
            rows: [
              [['为什么要制定《办法》？'], ['原办法施行已满五年，部分条款与国家新规定不一致。']],
              [
                ['栏目多久更新一次？'],
                ['动态、要闻类每两周至少更新一次。', '通知公告、政策文件类每六个月至少更新一次。'],
              ],
            ],
          },
        ],
      }),
    },
  };
}

export function topicView(articles: readonly ArticleLink[]): TopicView {
  return {
    topic: {
      name: '春耕备耕进行时',
      intro: [
        '一年之计在于春。本专题集中发布全县春耕备耕的部署、服务和一线动态，请在这里查看农资供应、农机调度和技术指导信息。',
      ],
      look: 'green',
      bannerUrl: '/_files/scene-1.svg',
      bannerAlt: '',
      owner: '示范县农业农村局',
      startsOn: '2026-02-20',
      endsOn: '2026-05-31',
      isOver: false,
    },
    regions: null,
    sections: [
      { title: '要闻', intro: [], style: 'headline', articles: articles.slice(0, 4), more: null },
      {
        title: '工作部署',
        intro: ['县委、县政府关于春耕生产的部署。'],
        style: 'list',
        articles: articles.slice(4, 9),
        more: { label: '通知公告', url: '/zwgk/tzgg/' },
      },
      { title: '一线动态', intro: [], style: 'list', articles: articles.slice(2, 7), more: null },
      {
        title: '图说春耕',
        intro: [],
        style: 'pictures',
        articles: articles
          .slice(0, 4)
          .map((each, at) => ({ ...each, coverUrl: `/_files/scene-${(at % 3) + 1}.svg` })),
        more: null,
      },
    ],
    listUrl: '/zt/',
  };
}

export const topicList: TopicListView = {
  running: [
    {
      name: '春耕备耕进行时',
      url: '/zt/chungeng/',
      bannerUrl: '/_files/scene-1.svg',
      bannerAlt: '',
      look: 'green',
      startsOn: '2026-02-20',
      endsOn: '2026-05-31',
    },
  ],
  over: [
    {
      name: '2025年全国第五次经济普查',
      url: '/zt/jjpc/',
      bannerUrl: null,
      bannerAlt: '',
      look: 'blue',
      startsOn: '2025-01-01',
      endsOn: '2025-06-30',
    },
  ],
};
