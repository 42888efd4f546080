export class Refusal extends Error {
  constructor(status, code, message, details = {}) {
    super(message);
    Object.assign(this, { status, code, details });
  }
}

export const notFound = () => new Refusal(404, 'http.notFound', '内容不存在或已被删除');

export function page(rows, query) {
  const number = Math.max(1, Number(query.page) || 1);
  const pageSize = Math.min(100, Number(query.pageSize) || 20);
  const sorted = query.sort ? [...rows].sort(by(query.sort)) : rows;
  return {
    items: sorted.slice((number - 1) * pageSize, number * pageSize),
    total: rows.length,
    page: number,
    pageSize,
  };
}

function by(sort) {
  const field = sort.replace(/^-/, '');
  const sign = sort.startsWith('-') ? -1 : 1;
  return (a, b) => sign * String(a[field] ?? '').localeCompare(String(b[field] ?? ''), 'zh');
}

export const one = (rows, id) => {
  const row = rows.find((each) => each.id === Number(id));
  if (!row) throw notFound();
  return row;
};

const now = Date.now();
export const ago = (minutes) => new Date(now - minutes * 60_000).toISOString();
export const dayAhead = (days) =>
  new Date(now + days * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10);

let last = 5000;
export const nextId = () => ++last;
