import type { DateValue, FileValue, LinkValue, TabValue } from '../block-field';
import type { LayoutBlock } from '../layout-block';
import { blockType } from '../types';

/** Words that somebody wrote into a block, with the setting they stand in. */
export interface LayoutLine {
  readonly blockId: string;
  readonly field: string;
  readonly label: string;
  readonly text: string;
  readonly isHtml: boolean;
}

/** 版面里的文字: everything a person typed; titles of articles were checked with their articles. */
export function wordsIn(blocks: readonly LayoutBlock[]): LayoutLine[] {
  return blocks.flatMap(({ id: blockId, type, settings }) =>
    (blockType(type)?.fields ?? []).flatMap(({ key: field, label, kind }) =>
      textsOf(kind, settings[field])
        .filter((text) => text.trim() !== '')
        .map((text) => ({ blockId, field, label, text, isHtml: kind === 'richText' })),
    ),
  );
}

function textsOf(kind: string, value: unknown): string[] {
  switch (kind) {
    case 'text':
    case 'longText':
    case 'richText':
      return typeof value === 'string' ? [value] : [];
    case 'tabs':
      return (value as readonly TabValue[]).map(({ title }) => title);
    case 'links':
      return (value as readonly LinkValue[]).flatMap(({ label, note }) => [label, note]);
    case 'dates':
      return (value as readonly DateValue[]).map(({ label }) => label);
    case 'image':
    case 'video':
      return [(value as FileValue | null)?.alt ?? ''];
    default:
      return [];
  }
}
