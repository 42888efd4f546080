import { DomainError } from './domain-error';

export interface Transition<S extends string> {
  readonly from: readonly S[];
  readonly to: S;
}

/** A table of named moves between states. Nobody else decides whether a move is allowed. */
export class StateMachine<S extends string, M extends string> {
  constructor(
    private readonly table: Readonly<Record<M, Transition<S>>>,
    private readonly refused: (details: { move: string; state: string }) => DomainError,
  ) {}

  /** The state after `move`; raises the machine's own error when the table does not allow it. */
  next(move: M, state: S): S {
    if (!this.allows(move, state)) throw this.refused({ move, state });
    return this.table[move].to;
  }

  allows(move: M, state: S): boolean {
    return this.table[move].from.includes(state);
  }

  /** Moves open from `state`, in table order: what a screen may offer. */
  movesFrom(state: S): M[] {
    return (Object.keys(this.table) as M[]).filter((move) => this.allows(move, state));
  }
}
