import { StateMachine } from '@zhanqun/kernel';
import { articleMoveRefused } from './article.errors';
import type { ArticleState } from './article.entity';

export type ArticleMove = 'schedule' | 'unschedule' | 'publish' | 'withdraw';

/** What citizens see of an article. A new revision of a published one goes live without leaving `published`. */
export const articleLife = new StateMachine<ArticleState, ArticleMove>(
  {
    schedule: { from: ['unpublished'], to: 'scheduled' },
    unschedule: { from: ['scheduled'], to: 'unpublished' },
    publish: { from: ['unpublished', 'scheduled', 'published', 'withdrawn'], to: 'published' },
    withdraw: { from: ['published'], to: 'withdrawn' },
  },
  articleMoveRefused,
);
