import { StateMachine } from '@zhanqun/kernel';
import { importMoveRefused } from './import.errors';
import type { ImportState } from './import-run.entity';

export type ImportMove = 'read' | 'offer' | 'start' | 'pause' | 'resume' | 'cancel' | 'finish' | 'fail';

/** 导入状态：读取 → 待开始 → 导入中（可暂停、继续、取消）→ 完成；试运行之后、取消之后可以再开始。 */
export const importState = new StateMachine<ImportState, ImportMove>(
  {
    read: { from: ['ready'], to: 'reading' },
    offer: { from: ['reading'], to: 'ready' },
    start: { from: ['ready', 'done', 'cancelled', 'failed'], to: 'running' },
    pause: { from: ['running'], to: 'paused' },
    resume: { from: ['paused'], to: 'running' },
    cancel: { from: ['reading', 'ready', 'running', 'paused'], to: 'cancelled' },
    finish: { from: ['running'], to: 'done' },
    fail: { from: ['reading', 'running'], to: 'failed' },
  },
  importMoveRefused,
);
