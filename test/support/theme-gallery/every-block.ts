import { everyBlock } from './blocks-data';
import { articles, documents, interpretations, slides } from './links-data';
import { departments, townships } from './sites-data';
import { shortBody } from './texts-data';

/** Blocks of every type, filled with the made-up articles and sites. */
export const blocksOfEveryType = (): ReturnType<typeof everyBlock> =>
  everyBlock({ articles, slides, documents, interpretations, departments, townships, body: shortBody });
