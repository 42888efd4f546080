import type { TextHit } from '../check-hit';
import type { Body } from './read-body';

const CLOSED = /^[（(【［[]?(?:不予公开|依申请公开|不宜公开)[）)】］\]]?。?$/u;
/** The cell before it says that this is the mark of the document itself. */
const LABEL = /^(?:信息)?公开(?:属性|方式|形式|类别|类型|选项|情况)[:：]?$/u;

/**
 * 不予公开 alone on a line is the mark of a document; alone in a cell it is an entry of a list, as catalogues of
 * disclosure have one in every row. There it stops nothing, and it is a doubt where the cell before it names it as
 * the document's own.
 */
export function easeInCells(hits: readonly TextHit[], { text, cells }: Body): TextHit[] {
  return hits.flatMap((hit): TextHit[] => {
    if (hit.rule !== 'secrecyMarking' || !CLOSED.test(hit.text)) return [hit];
    const cell = cells.find(({ start, end }) => start <= hit.start && hit.end <= end);
    if (!cell || text.slice(cell.start, cell.end).trim() !== hit.text) return [hit];
    const [before = ''] = text.slice(0, cell.start).trimEnd().split('\n').slice(-1);
    return LABEL.test(before.trim())
      ? [{ ...hit, severity: hit.severity === 'block' ? 'warn' : hit.severity }]
      : [];
  });
}
