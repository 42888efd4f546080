import type { BlockField } from './block-field';
import type { BlockDesk } from './block-desk';
import type { BlockBody, PageBlock } from './block.view';

/** A kind of block 版块: how it is set, what it asks for, and what its template gets. */
export interface BlockType {
  /** Name of its template below `components/blocks/`. */
  readonly code: PageBlock['type'];
  readonly label: string;
  /** One sentence for the palette: what citizens get from it. */
  readonly note: string;
  /** Symbol of the palette. */
  readonly icon: string;
  readonly fields: readonly BlockField[];
  /** Most of this kind on one page. */
  readonly most: number;
  /**
   * Orders at the desk what the block needs and answers how to make it when everything has come; null when
   * there is nothing to show, so that no page has an empty frame.
   */
  readonly prepare: (settings: object, desk: BlockDesk) => () => PageBlock | null;
}

interface Declaration<S, C extends PageBlock['type']> extends Omit<BlockType, 'code' | 'most' | 'prepare'> {
  readonly code: C;
  readonly most?: number;
  readonly prepare: (settings: S, desk: BlockDesk) => () => BlockBody<C> | null;
}

const MOST_OF_ONE_KIND = 8;

/** `S` repeats the fields as a type; `readSettings` has made them so before `prepare` sees them. */
export function declareBlock<S extends object, C extends PageBlock['type']>(
  declaration: Declaration<S, C>,
): BlockType {
  const { code, prepare } = declaration;
  return {
    ...declaration,
    most: declaration.most ?? MOST_OF_ONE_KIND,
    prepare: (settings, desk) => {
      const finish = prepare(settings as S, desk);
      return () => {
        const body = finish();
        return body && ({ type: code, ...body } as unknown as PageBlock);
      };
    },
  };
}
