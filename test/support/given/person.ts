import type { EditorCtx } from '@zhanqun/kernel';

/** Somebody with an account and a desk at a site; `ctx` is always at the present moment of the clock. */
export class Person {
  constructor(
    private readonly made: EditorCtx,
    private readonly now: () => Date,
  ) {}

  get accountId(): number {
    return this.made.actor.accountId;
  }

  get name(): string {
    return this.made.actor.name;
  }

  get ctx(): EditorCtx {
    return { ...this.made, now: this.now() };
  }
}
