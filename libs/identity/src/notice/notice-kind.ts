/** 接收方式: in the console only, also by mail at once, also in the morning's mail, or not at all. */
export const NOTICE_WAYS = ['bell', 'mail', 'digest', 'off'] as const;
export type NoticeWay = (typeof NOTICE_WAYS)[number];

export interface NoticeKindFacts {
  readonly label: string;
  readonly help: string;
  readonly way: NoticeWay;
  /** Duties and rights cannot be switched off: the bell always rings. */
  readonly isAlways?: true;
}

/** 消息类型: what people are told of, and how as long as they have not chosen. */
export const NOTICE_KINDS = {
  reviewWaiting: { label: '待审稿件', help: '有稿件等待您审核', way: 'bell' },
  sentBack: { label: '稿件退回', help: '您的稿件被审核人退回', way: 'bell' },
  passed: { label: '稿件发布', help: '您的稿件通过审核并发布', way: 'bell' },
  withdrawn: { label: '稿件撤下', help: '您的稿件被撤下或到期下线', way: 'bell' },
  delivery: { label: '报送与推送', help: '收到其他站点的稿件，或您报送的稿件有了结果', way: 'bell' },
  completingReview: {
    label: '应急发布补审',
    help: '应急发布的稿件需在期限内补审',
    way: 'mail',
    isAlways: true,
  },
  channelDue: { label: '栏目更新提醒', help: '您负责的栏目即将到更新期限', way: 'digest' },
  rectification: { label: '整改通知', help: '监管部门下发或复查整改事项', way: 'mail', isAlways: true },
  task: { label: '任务完成', help: '导入、导出、复查等后台任务已结束', way: 'bell' },
  rights: { label: '账号与权限', help: '您的角色、委托或账号发生变化', way: 'bell', isAlways: true },
} as const satisfies Readonly<Record<string, NoticeKindFacts>>;

export type NoticeKind = keyof typeof NOTICE_KINDS;
export const NOTICE_KIND_CODES = Object.keys(NOTICE_KINDS) as NoticeKind[];

/** How a kind reaches a person who chose `chosen`, or nothing. */
export function wayOf(kind: NoticeKind, chosen: NoticeWay | undefined): NoticeWay {
  const facts: NoticeKindFacts = NOTICE_KINDS[kind];
  if (chosen === undefined) return facts.way;
  return chosen === 'off' && facts.isAlways ? 'bell' : chosen;
}
