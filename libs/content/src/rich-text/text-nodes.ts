import type { AnyNode, Element } from 'domhandler';

/** What cleaning took away, for the person who pasted it. */
export interface RemovedPart {
  readonly what: 'foreignImage' | 'embeddedImage' | 'foreignMedia' | 'tag' | 'address';
  /** Tag name or address, shortened. */
  readonly detail: string;
}
export type Report = (what: RemovedPart['what'], detail: string) => void;

export interface Block {
  readonly html: string;
  /** The words of a paragraph without an attribute of its own and without a picture. */
  readonly line?: string;
  readonly isList?: true;
}

export const isElement = (node: AnyNode): node is Element => 'tagName' in node;

export const textOf = (node: AnyNode): string =>
  node.type === 'text' ? node.data : 'children' in node ? node.children.map(textOf).join('') : '';

export const joined = (blocks: readonly Block[]): string => blocks.map(({ html }) => html).join('');
