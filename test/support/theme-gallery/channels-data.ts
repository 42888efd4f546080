import type { ArticleLink, ArticleView, ChannelEntry, ChannelView } from '@zhanqun/content';

interface ChannelPage {
  readonly title: string;
  readonly view: ChannelView;
}

/** A channel in each layout, by the name of its template. */
export function channelPages(
  list: ChannelView,
  kinds: Readonly<Record<string, ArticleView>>,
  answer: unknown,
): Record<string, ChannelPage> {
  const pager = { page: 1, pages: 1, total: 8, previousUrl: null, nextUrl: null, links: [] };
  const links = list.articles;
  const link = (at: number, more: Partial<ArticleLink>): ArticleLink => ({
    ...(links[at % links.length] as ArticleLink),
    isPinned: false,
    ...more,
  });
  const entries = (articles: ArticleLink[], kind: string, more: Partial<ChannelEntry> = {}): ChannelEntry[] =>
    articles.map((article) => ({
      article,
      sheet: (kinds[kind] as ArticleView).sheet,
      body: null,
      files: [],
      ...more,
    }));
  const laidOut = (title: string, description: string, shown: ChannelEntry[]): ChannelPage => ({
    title,
    view: {
      ...list,
      channel: { name: title, description, url: '/zwgk/' },
      pager,
      articles: shown.map(({ article }) => article),
      entries: shown,
    },
  });
  const named = (names: readonly string[], more: (at: number) => Partial<ArticleLink> = () => ({})) =>
    names.map((title, at) => link(at, { title, ...more(at) }));
  const scene = (at: number): Partial<ArticleLink> => ({
    coverUrl: `/_files/scene-${(at % 3) + 1}.svg`,
    coverAlt: '照片',
  });
  const files = (kinds['download'] as ArticleView).attachments;

  return {
    'channel-pictures': laidOut(
      '图说示范',
      '一组组照片里的示范县',
      entries(
        named(
          ['春到田间', '城市新貌', '绿水青山', '东山水库除险加固工程通过竣工验收现场', '茶园采茶'],
          scene,
        ),
        'gallery',
      ),
    ),
    'channel-table': laidOut(
      '规划计划',
      '发展规划、专项规划和年度计划',
      entries(
        links.slice(0, 10).map((one) => ({ ...one })),
        'kind',
      ),
    ),
    'channel-questions': laidOut(
      '常见问题',
      '办事中常问的事',
      entries(
        named([
          '城乡居民医保怎样参保缴费？',
          '办理居住证需要什么材料？',
          '对县政府部门的答复不满意，可以向谁反映，多长时间能有结果，需要带哪些材料？',
        ]),
        'kind',
        { body: answer },
      ),
    ),
    'channel-leaders': laidOut(
      '领导之窗',
      '县政府领导的职务、分工和简历',
      entries(
        named(['周明远', '何晓岚', '欧阳建国', '孙丽', '刘洋'], (at) =>
          at === 3 ? { note: '副县长' } : { ...scene(2), note: '副县长' },
        ),
        'leader-profile',
      ),
    ),
    'channel-organisations': laidOut(
      '部门职能',
      '县政府工作部门的职能、地址和电话',
      entries(
        named(['示范县农业农村局', '示范县财政局', '示范县人力资源和社会保障局']),
        'organisation-profile',
      ),
    ),
    'channel-downloads': laidOut(
      '资料下载',
      '办事表格和范本',
      entries(
        named(['城乡居民医保参保登记表', '农村宅基地申请书（范本）'], () => ({ note: '申请表' })),
        'download',
        {
          files,
        },
      ),
    ),
    'channel-videos': laidOut(
      '视频',
      '政策和工作视频',
      entries(
        named(['一分钟看懂医保缴费', '三秒看示范', '茶园春管', '防汛演练'], (at) => ({
          ...scene(at),
          note: '1分02秒',
        })),
        'video',
      ),
    ),
  };
}
