import type { TextHit } from '../check-hit';
import { secrecyMarking } from '../detectors/secrecy-marking';
import { easeInCells } from './markings-in-cells';
import { readBody } from './read-body';

/** What of the marks in this body is left, with its weight. */
function marks(html: string): string[] {
  const body = readBody(html);
  const hits = secrecyMarking
    .detect(body.text)
    .map(({ start, end, reason, severity = 'block' }): TextHit => ({
      start,
      end,
      text: body.text.slice(start, end),
      kind: 'secrecy',
      rule: 'secrecyMarking',
      suggest: null,
      severity,
      reason,
    }));
  return easeInCells(hits, body).map(({ text, severity }) => `${text} ${severity}`);
}

const row = (...cells: string[]): string =>
  `<table><tr><th>事项</th><th>公开与否</th></tr><tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr></table>`;

describe('表格里的公开属性', () => {
  it.each(['不予公开', '依申请公开', '<p>不予公开</p>', '（不宜公开）'])(
    'a cell that holds only %s stops nothing',
    (cell) => {
      expect(marks(row('人事档案', cell))).toEqual([]);
    },
  );

  it('is a doubt where the cell before it says that it is the mark of the document', () => {
    expect(marks(row('公开属性', '不予公开'))).toEqual(['不予公开 warn']);
  });

  it.each([
    ['a line of its own outside of the table', `${row('一', '二')}<p>不予公开</p>`, '不予公开 block'],
    ['a mark of secrecy in a cell', row('文件', '机密★10年'), '机密★10年 block'],
    ['a line of its own among others in a cell', row('一', '<p>说明</p><p>不予公开</p>'), '不予公开 block'],
    ['the mark with its label in one cell', row('一', '公开属性：不予公开'), '公开属性：不予公开 block'],
  ])('%s blocks as before', (_case, html, expected) => {
    expect(marks(html)).toEqual([expected]);
  });
});
