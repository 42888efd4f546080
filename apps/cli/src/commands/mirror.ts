import { readableReport, SiteMirror, type MirrorCheck } from '@zhanqun/theming';
import { SingleBar } from 'cli-progress';
import { InvalidArgumentError, type Command } from 'commander';
import { fail, say } from '../output';
import { withPlatform } from '../with-platform';

interface MirrorFlags {
  readonly to: string;
  readonly zhHant?: boolean;
  readonly check?: number;
}

const count = (text: string): number => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('须为正整数');
  return value;
};

export function mirrorCommand(program: Command): void {
  program
    .command('mirror <站点>')
    .description('把站点写成一份静态副本：网页、文件、订阅、站点地图；再次执行只写变化的，中断后原样再执行')
    .requiredOption('--to <目录>', '副本所在的目录，一个域名一个子目录')
    .option('--zh-hant', '连同繁体版')
    .option('--check <页数>', '不写，只抽查这么多页与现在的网站是否一致；不一致时退出码不为 0', count)
    .action((key: string, flags: MirrorFlags) => (flags.check ? check(key, flags) : copy(key, flags)));
}

const copy = (key: string, { to, zhHant = false }: MirrorFlags): Promise<void> =>
  withPlatform(async (app) => {
    const bar = new SingleBar({ format: '{bar} {percentage}% {value}/{total}  {path}', hideCursor: true });
    let isShown = false;
    const report = await app.get(SiteMirror).copy(key, {
      to,
      isTraditional: zhHant,
      onProgress: ({ done, known, path }) => {
        if (!process.stderr.isTTY) return;
        if (!isShown) bar.start(known, done, { path });
        isShown = true;
        bar.setTotal(known);
        bar.update(done, { path });
      },
    });
    if (isShown) bar.stop();
    say(readableReport(report));
    if (!report.isComplete) fail('有页面读不出来，副本未全部更新');
  });

const FAULTS = {
  differing: '内容不一致',
  missing: '副本中缺少',
  leftover: '网站上已经没有',
  unanswered: '网站没有应答',
} as const;

const check = (key: string, { to, check: pages = 0 }: MirrorFlags): Promise<void> =>
  withPlatform(async (app) => {
    const result: MirrorCheck = await app.get(SiteMirror).check(key, { to, pages });
    say(`抽查 ${result.sampled} 处，一致 ${result.same} 处`);
    const faults = Object.entries(FAULTS).flatMap(([what, title]) =>
      result[what as keyof typeof FAULTS].map((path) => `${title}  ${path}`),
    );
    if (faults.length > 0) fail([...faults, '副本与网站不一致，请再做一次副本'].join('\n'));
  });
