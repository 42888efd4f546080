import type { ChannelKind } from '../channel/channel.entity';
import type { Importance } from '../review/review';
import type { KindField } from './field';
import type { FactFault, ArticleFacts } from './facts';

/** How an entry of the kind stands in a list of its channel. */
export const LIST_STYLES = ['title', 'picture', 'person', 'office', 'video', 'file'] as const;
export type ListStyle = (typeof LIST_STYLES)[number];

/** Whether something may, must or cannot be given. */
export type Demand = 'required' | 'optional' | 'none';

/** 文章类型, declared as data: a new kind is a declaration, no table and no code elsewhere. */
export interface KindDeclaration {
  /** At most 20 characters, stable: it is stored with each article. */
  readonly code: string;
  readonly name: string;
  /** When to choose it, for the editor. */
  readonly help: string;
  readonly fields: readonly KindField[];
  readonly body: Demand;
  readonly cover: Demand;
  readonly attachments: Demand;
  /** Review class of a new article; an editor may raise it. */
  readonly importance: Importance;
  /** Page template of the theme. */
  readonly template: string;
  readonly listStyle: ListStyle;
  /** Key of the fact that stands beside the title in lists. */
  readonly listNote?: string;
  /** Kinds of channels that may hold it. */
  readonly channels: readonly ChannelKind[];
  /** Explains a policy document of the site, linked both ways. */
  readonly isInterpretation?: boolean;
  /** Gets an 索引号 at its first publication. */
  readonly hasIndexNumber?: boolean;
  /** The kind a copy at another site has when its links and files mean nothing there; itself when left out. */
  readonly copiedAs?: string;
  /** What is wrong between fields. Runs when each of them is fine by itself. */
  judge?(facts: ArticleFacts, today: string): readonly FactFault[];
}

export const EVERY_CHANNEL: readonly ChannelKind[] = ['dynamic', 'policy', 'notice', 'static'];
export const LISTING_CHANNELS: readonly ChannelKind[] = ['dynamic', 'policy', 'notice'];

/** Code of a declared kind. Open on purpose: what kinds there are is known at run time. */
export type ArticleKind = string;

const declared = new Map<ArticleKind, KindDeclaration>();

/** Declares a kind. Called at the top of its file, so that importing the feature makes it known. */
export function declareKind(kind: KindDeclaration): KindDeclaration {
  if (declared.has(kind.code)) throw new Error(`the article kind ${kind.code} is declared twice`);
  if (!/^[a-z][A-Za-z]{1,19}$/.test(kind.code)) throw new Error(`${kind.code} is no code of an article kind`);
  const keys = kind.fields.map((field) => field.key);
  if (new Set(keys).size < keys.length) throw new Error(`a field of ${kind.code} is declared twice`);
  declared.set(kind.code, Object.freeze({ ...kind }));
  return kind;
}

/** In the order in which they are offered. */
export function declaredKinds(): readonly KindDeclaration[] {
  return [...declared.values()];
}

export function findKind(code: string): KindDeclaration | undefined {
  return declared.get(code);
}

/** A kind that is stored; one that this version does not know (any more) reads like news. */
export function kindOf(code: string): KindDeclaration {
  const kind = declared.get(code) ?? declared.get('news');
  if (!kind) throw new Error('no article kinds are declared');
  return kind;
}
