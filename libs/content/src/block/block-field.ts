/** What a setting of a block is, and so which control the console shows for it. */
export const FIELD_KINDS = [
  'text',
  'longText',
  'richText',
  'number',
  'yesNo',
  'choice',
  'choices',
  'channel',
  'target',
  'tabs',
  'links',
  'dates',
  'articles',
  'image',
  'video',
] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];

/** One setting of a block type: its form field, its bounds and its default are all said here. */
export interface BlockField {
  readonly key: string;
  /** Chinese label of the form field. */
  readonly label: string;
  readonly kind: FieldKind;
  readonly help?: string;
  readonly isRequired?: boolean;
  readonly default?: unknown;
  /** Smallest number. */
  readonly minimum?: number;
  /** Largest number, longest text, most entries: by kind. */
  readonly maximum?: number;
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  /** links: each entry has a symbol and a line below its label. */
  readonly hasIcons?: boolean;
}

/** Where a click leads: a channel of the site, or an address written out. At most one of both is set. */
export interface Target {
  readonly channel: string;
  readonly url: string;
}
export interface LinkValue extends Target {
  readonly label: string;
  readonly note: string;
  readonly icon: string;
}
export interface DateValue extends Target {
  /** `2026-03-05`. */
  readonly on: string;
  readonly label: string;
}
export interface TabValue {
  readonly title: string;
  readonly channel: string;
}
/** A file of the site's library; `path` and measures are the library's, written when the layout is saved. */
export interface FileValue {
  readonly assetId: number;
  readonly path: string;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
}

/** What a block asks for when nobody has set anything. */
export function emptyOf({ kind, default: value, minimum, options }: BlockField): unknown {
  if (value !== undefined) return value;
  switch (kind) {
    case 'number':
      return minimum ?? 1;
    case 'yesNo':
      return false;
    case 'choice':
      return options?.[0]?.value ?? '';
    case 'choices':
    case 'tabs':
    case 'links':
    case 'dates':
    case 'articles':
      return [];
    case 'target':
      return { channel: '', url: '' };
    case 'image':
    case 'video':
      return null;
    case 'text':
    case 'longText':
    case 'richText':
    case 'channel':
      return '';
  }
}

/** The words that most blocks share. */
export const titleField: BlockField = { key: 'title', label: '标题', kind: 'text', maximum: 20 };
export const channelField: BlockField = {
  key: 'channel',
  label: '栏目',
  kind: 'channel',
  isRequired: true,
  help: '显示这个栏目及其下级栏目最新发布的文章',
};
export const countField = (otherwise: number, most = 20): BlockField => ({
  key: 'articles',
  label: '显示条数',
  kind: 'number',
  minimum: 1,
  maximum: most,
  default: otherwise,
});
