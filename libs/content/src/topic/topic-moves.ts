import { canDo, type EditorCtx } from '@zhanqun/kernel';
import { approvingAction, isOwnApplication, type Approver } from './topic-settings';
import type { Topic } from './topic.entity';
import { topicLife } from './topic-state';

/** The same questions the use cases ask, put together for a screen; they ask again when pressed. */
export function topicMoves(ctx: EditorCtx, topic: Topic, approver: Approver): string[] {
  const { state } = topic;
  const may = (action: string): boolean => canDo(ctx, action, topic);
  const mayDecide = may(approvingAction(approver)) && !isOwnApplication(ctx, topic.appliedById);
  const offers: Record<string, boolean> = {
    edit: may('update') && state !== 'closed' && state !== 'pending',
    apply: may('apply') && topicLife.allows('apply', state),
    recall: may('apply') && topicLife.allows('recall', state),
    approve: mayDecide && topicLife.allows('approve', state),
    refuse: mayDecide && topicLife.allows('refuse', state),
    close: may('close') && topicLife.allows('close', state),
    archive: may('archive') && topicLife.allows('archive', state),
    reopen: may('apply') && topicLife.allows('reopen', state),
    delete: may('delete') && state === 'draft' && topic.openedAt === null,
  };
  return Object.keys(offers).filter((name) => offers[name]);
}
