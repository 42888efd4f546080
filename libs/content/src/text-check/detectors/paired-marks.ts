import type { Detector, RawHit } from './detector';

const CLOSES: Readonly<Record<string, string>> = {
  '（': '）', '(': ')', '【': '】', '〔': '〕', '［': '］', '[': ']', '《': '》', '〈': '〉', '“': '”', '‘': '’', '「': '」', '『': '』',
}; // prettier-ignore
const OPENS = Object.fromEntries(Object.entries(CLOSES).map(([open, close]) => [close, open]));
/** The same bracket in two widths. */
const TWINS: Readonly<Record<string, string>> = { '）': '(', ')': '（', '］': '[', ']': '［' };

interface Opened {
  readonly char: string;
  readonly at: number;
}

/** 括号、引号、书名号：each opened is closed, by its own kind, in the same paragraph; 《》 within 《》 are 〈〉. */
export const pairedMarks: Detector = {
  code: 'pairedMarks',
  kind: 'bracket',
  severity: 'warn',
  name: '括号、引号、书名号配对',
  detect: (text) => {
    const hits: RawHit[] = [];
    let from = 0;
    for (const line of text.split('\n')) {
      hits.push(...inLine(line).map((hit) => ({ ...hit, start: hit.start + from, end: hit.end + from })));
      from += line.length + 1;
    }
    return hits.toSorted((a, b) => a.start - b.start);
  },
};

function inLine(line: string): RawHit[] {
  const hits: RawHit[] = [];
  const open: Opened[] = [];
  for (let at = 0; at < line.length; at++) {
    const char = line[at] ?? '';
    if (CLOSES[char]) {
      if (char === '《' && open.at(-1)?.char === '《') hits.push(nested(at, '〈'));
      open.push({ char, at });
    } else if (OPENS[char]) take(line, at, open, hits);
  }
  // A quotation of several paragraphs opens each of them and is closed in the last.
  for (const { char, at } of open)
    if (!(char === '“' && line.slice(0, at).trim() === '')) hits.push(unclosed(at, char));
  return hits;
}

function take(line: string, at: number, open: Opened[], hits: RawHit[]): void {
  const char = line[at] ?? '';
  const wanted = OPENS[char];
  const last = open.at(-1);
  if (last?.char === wanted) {
    open.pop();
    if (char === '》' && open.at(-1)?.char === '《') hits.push(nested(at, '〉'));
    return;
  }
  if (last && last.char === TWINS[char]) {
    open.pop();
    hits.push({
      start: at,
      end: at + 1,
      suggest: CLOSES[last.char] ?? null,
      reason: `括号全角、半角混用：前面是“${last.char}”，这里应为“${CLOSES[last.char]}”。`,
    });
    return;
  }
  const partner = open.findLastIndex((opened) => opened.char === wanted);
  if (partner >= 0) {
    for (const left of open.splice(partner + 1)) hits.push(unclosed(left.at, left.char));
    open.pop();
    return;
  }
  if (isNumbering(line, at) || isApostrophe(line, at)) return;
  hits.push({
    start: at,
    end: at + 1,
    suggest: null,
    reason: `“${char}”前面没有对应的“${wanted}”，请补上或删除。`,
  });
}

function unclosed(at: number, char: string): RawHit {
  return {
    start: at,
    end: at + 1,
    suggest: null,
    reason: `“${char}”后面没有对应的“${CLOSES[char]}”，请补上或删除。`,
  };
}

function nested(at: number, suggest: string): RawHit {
  return { start: at, end: at + 1, suggest, reason: '书名号里面再用书名号时，里层用单书名号“〈〉”。' };
}

/** 1） or 三) at the beginning of a line or after a stop. */
function isNumbering(line: string, at: number): boolean {
  if (line[at] !== '）' && line[at] !== ')') return false;
  return /(?:^|[\s。；;，,：:、（(“])(?:\d{1,3}|[一二三四五六七八九十]{1,3}|[A-Za-z]|[①-⑳])$/.test(
    line.slice(Math.max(0, at - 6), at),
  );
}

function isApostrophe(line: string, at: number): boolean {
  return line[at] === '’' && /[A-Za-z0-9]/.test(line[at - 1] ?? '');
}
