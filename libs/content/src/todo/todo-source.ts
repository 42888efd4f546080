import { Injectable } from '@nestjs/common';
import type { EditorCtx, StaffCtx } from '@zhanqun/kernel';

export const TODO_KINDS = [
  'review',
  'sentBack',
  'delivery',
  'sourceChange',
  'coKeeping',
  'rectification',
  'completingReview',
  'topic',
  'channelChange',
  'policyLink',
  'check',
  'siteMarks',
] as const;
export type TodoKind = (typeof TODO_KINDS)[number];

/** 待办: one thing that waits for this person at one site. */
export interface Todo {
  readonly kind: TodoKind;
  /** Article, delivery, rectification or urgent publication: what the screen opens. */
  readonly subjectId: number;
  readonly title: string;
  /** What is asked, in a few words: `复审`, the reason it came back, who sent it. */
  readonly note: string;
  readonly since: Date;
  /** Last day, Shanghai; null when there is no deadline. */
  readonly dueOn: string | null;
}

/** A feature that has something to do for people. It registers itself with `TodoSources` when its module starts. */
export abstract class TodoSource {
  /** What waits for the person of the context at the site of the context; asks their rights itself. */
  abstract list(ctx: EditorCtx): Promise<readonly Todo[]>;

  /** Sites where something waits for who oversees the network, by id; each is then asked in its own context. */
  async overseenSites(_ctx: StaffCtx): Promise<readonly number[]> {
    return [];
  }
}

/** The sources of this process. */
@Injectable()
export class TodoSources {
  private readonly registered: TodoSource[] = [];

  register(source: TodoSource): void {
    if (!this.registered.includes(source)) this.registered.push(source);
  }

  async list(ctx: EditorCtx): Promise<readonly Todo[]> {
    const lists: (readonly Todo[])[] = [];
    for (const source of this.registered) lists.push(await source.list(ctx));
    return lists.flat();
  }

  async overseenSites(ctx: StaffCtx): Promise<readonly number[]> {
    const lists: (readonly number[])[] = [];
    for (const source of this.registered) lists.push(await source.overseenSites(ctx));
    return [...new Set(lists.flat())];
  }
}
