import { SiteMoves, type CommandImport } from '@zhanqun/content';
import type { Command } from 'commander';
import { SingleBar } from 'cli-progress';
import { fail, say } from '../output';
import { withPlatform } from '../with-platform';

interface ImportFlags extends Omit<
  CommandImport,
  'source' | 'place' | 'isDryRun' | 'publishes' | 'onChanged'
> {
  readonly dryRun?: boolean;
  readonly historic?: boolean;
  readonly update?: boolean;
}

const SOURCES = [
  ['wordpress', 'WordPress 导出文件（.xml，或与 wp-content 一起打成的 zip、tar.gz）'],
  ['table', '表格：CSV（UTF-8 或 GBK）或 .xlsx，首行为列名，正文可为 HTML'],
  ['html', '网页文件夹，或 zip、tar.gz；UTF-8、GBK、GB18030 自动识别'],
  ['site', '另一站群站点的整站导出文件，作为稿件并入本站'],
] as const;

export function importCommands(program: Command): void {
  const command = program.command('import').description('旧站迁入：可重复执行，已导入且没有变化的自动跳过');
  for (const [source, description] of SOURCES)
    command
      .command(`${source} <文件或目录>`)
      .description(description)
      .requiredOption('--site <标识>', '站点')
      .option('--channel <路径>', '放入哪个栏目，如 xwzx/zwyw')
      .option('--create-channels', '按原栏目建立栏目（给出 --channel 时建在其下）')
      .option('--as <账号>', '以哪个账号的名义')
      .option('--historic', '按原发布日期直接发布；不给时作为草稿')
      .option('--update', '原文有变化的更新为新草稿；不给时跳过')
      .option('--fetch', '从旧站下载文件中没有的图片和附件')
      .option('--address <网址>', '旧站网址，如 http://www.example.gov.cn/')
      .option('--kind <类型>', 'news、notice 或 policyDocument；不给时自动判断')
      .option('--dry-run', '只预览，不写入')
      .action((place: string, flags: ImportFlags) => run(source, place, flags));
}

async function run(
  source: CommandImport['source'],
  place: string,
  { dryRun = false, historic = false, update = false, ...flags }: ImportFlags,
): Promise<void> {
  await withPlatform(async (app, ctx) => {
    const bar = new SingleBar({ format: '{bar} {percentage}%  {value}/{total}', hideCursor: true });
    let isShown = false;
    const report = await app.get(SiteMoves).importFrom(ctx, {
      ...flags,
      source,
      place,
      isDryRun: dryRun,
      publishes: historic ? 'historic' : 'draft',
      onChanged: update ? 'update' : 'skip',
      onProgress: (done, total) => {
        if (!process.stderr.isTTY) return;
        if (isShown) bar.update(done);
        else bar.start(total, done);
        isShown = true;
      },
    });
    if (isShown) bar.stop();
    say(report.lines.join('\n'));
    if (report.failed > 0) fail(`${report.failed} 条未能导入，原因见上`);
  });
}
