import { LEFT_OUT, type LeftOut } from './left-out';

const EXAMPLES = 10;

export interface LeftOutLine {
  readonly what: LeftOut;
  readonly text: string;
  readonly count: number;
  readonly examples: readonly string[];
}

/** Another site's answer to `--check`, or what one run did. */
export interface MirrorReport {
  readonly site: string;
  readonly host: string;
  readonly prefix: string;
  readonly status: string;
  readonly beganAt: string;
  readonly endedAt: string;
  /** Nothing failed, so what was not met again has been removed. */
  readonly isComplete: boolean;
  readonly isResumed: boolean;
  readonly isTraditional: boolean;
  readonly files: number;
  readonly bytes: number;
  readonly written: number;
  readonly untouched: number;
  readonly removed: number;
  readonly redirects: number;
  /** Links of the site that lead to no page, with the page that has them. */
  readonly broken: readonly string[];
  readonly failed: readonly string[];
  readonly outside: number;
  readonly leftOut: readonly LeftOutLine[];
}

/** What happens while a copy is being made; lists hold examples, counts are exact. */
export class MirrorTally {
  written = 0;
  untouched = 0;
  removed = 0;
  redirects = 0;
  failures = 0;
  outside = 0;
  readonly broken: string[] = [];
  readonly failed: string[] = [];
  private readonly left = new Map<LeftOut, { count: number; examples: string[] }>();

  leave(what: LeftOut, example: string): void {
    const known = this.left.get(what) ?? { count: 0, examples: [] };
    known.count += 1;
    if (known.examples.length < EXAMPLES && !known.examples.includes(example)) known.examples.push(example);
    this.left.set(what, known);
  }

  fail(path: string, why: string): void {
    this.failures += 1;
    if (this.failed.length < 100) this.failed.push(`${path} ${why}`);
  }

  break(path: string, from: string): void {
    if (this.broken.length < 100) this.broken.push(`${path} ← ${from}`);
  }

  get leftOut(): LeftOutLine[] {
    return [...this.left].map(([what, { count, examples }]) => ({
      what,
      text: LEFT_OUT[what],
      count,
      examples,
    }));
  }
}

/** The report as an operator reads it. */
export function readableReport(report: MirrorReport): string {
  const lines = [
    `站点 ${report.site}（${report.host}${report.prefix}/）的静态副本`,
    `开始 ${report.beganAt}，结束 ${report.endedAt}${report.isResumed ? '，接着上次中断的地方' : ''}`,
    `共 ${report.files} 个文件，${(report.bytes / 1024 / 1024).toFixed(1)} MB；` +
      `写入 ${report.written}，未变 ${report.untouched}，删除 ${report.removed}，转向页 ${report.redirects}`,
    report.isComplete ? '全部完成' : '未全部完成：有页面读不出来，旧文件保留，请稍后再做一次',
    '',
    '副本做不到的：',
    ...report.leftOut.flatMap(({ text, count, examples }) => [
      `- ${text}（${count} 处）`,
      ...examples.slice(0, 3).map((example) => `    ${example}`),
    ]),
    `- 站外链接 ${report.outside} 处，原样保留`,
  ];
  const listed = (title: string, items: readonly string[]): string[] =>
    items.length === 0 ? [] : ['', `${title}（${items.length}）：`, ...items.map((item) => `- ${item}`)];
  return [
    ...lines,
    ...listed('没有对应页面的链接', report.broken),
    ...listed('读不出来的', report.failed),
    '',
  ].join('\n');
}
