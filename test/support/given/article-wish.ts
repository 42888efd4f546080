import type { Importance, NewArticle } from '@zhanqun/content';
import type { Person } from './person';

/** How far an article has come: where its open text stands in the review, or what citizens see of it. */
export const GIVEN_STATES = [
  'draft',
  'initialReview',
  'secondReview',
  'finalReview',
  'scheduled',
  'published',
  'withdrawn',
] as const;
export type GivenState = (typeof GIVEN_STATES)[number];

export interface ArticleWish extends Partial<NewArticle> {
  readonly state?: GivenState;
  /** Who writes and submits it; an editor made for it when left out. */
  readonly by?: Person;
}

/** Only a text of this weight comes to the later steps of the review. */
const IMPORTANCE: Readonly<Partial<Record<GivenState, Importance>>> = {
  secondReview: 'general',
  finalReview: 'important',
};

/** What an office would write when nobody asks for anything special. */
export function newArticle(wish: ArticleWish, n: number): Omit<NewArticle, 'channelId'> {
  const { state = 'draft', by: _by, channelId: _channelId, ...text } = wish;
  return {
    kind: 'news',
    title: `春耕备耕工作部署会召开（之${n}）`,
    source: '清水镇党政办',
    body: '<p>会议要求抓好春耕生产。</p>',
    importance: IMPORTANCE[state] ?? 'routine',
    ...text,
  };
}

/** Who passes an article on from each step. */
export const REVIEWERS = {
  initialReview: { role: 'initialReviewer', pass: 'passInitial' },
  secondReview: { role: 'secondReviewer', pass: 'passSecond' },
  finalReview: { role: 'finalReviewer', pass: 'passFinal' },
} as const;
