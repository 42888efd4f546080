import { defineError } from './domain-error';
import { StateMachine } from './state-machine';

const refused = defineError<{ move: string; state: string }>(
  'kernel.move.refused',
  'conflict',
  () => '不能这样操作',
);
const door = new StateMachine<'open' | 'shut', 'open' | 'close'>(
  { open: { from: ['shut'], to: 'open' }, close: { from: ['open'], to: 'shut' } },
  refused,
);

describe('state machine', () => {
  it('answers the state a move leads to', () => {
    expect(door.next('open', 'shut')).toBe('open');
  });

  it('refuses a move the table does not hold, with its own error', () => {
    expect(() => door.next('open', 'open')).toThrow(expect.objectContaining({ code: 'kernel.move.refused' }));
  });

  it('lists the moves open from a state', () => {
    expect(door.movesFrom('open')).toEqual(['close']);
  });
});
