// A table for people: Chinese characters are two columns wide.

const width = (text) => [...text].reduce((sum, sign) => sum + (/[\u2e80-\uffef]/.test(sign) ? 2 : 1), 0);

/** The first row is the head; every row has as many cells. */
export function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => width(row[column]))));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell + ' '.repeat(widths[column] - width(cell)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

export const ms = (value) => (value == null ? '–' : `${value.toFixed(value < 10 ? 2 : 0)} ms`);
export const mb = (value) => (value == null ? '–' : `${value.toFixed(0)} MB`);
export const kb = (value) => (value == null ? '–' : `${value.toFixed(0)} KB`);
