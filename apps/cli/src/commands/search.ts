import { Clock } from '@zhanqun/kernel';
import { IndexFiles, IndexRebuild, SearchIndex, SearchSource, SiteDirectory } from '@zhanqun/platform';
import { SingleBar } from 'cli-progress';
import type { Command } from 'commander';
import { fail, say } from '../output';
import { withPlatform } from '../with-platform';

export function searchCommands(program: Command): void {
  const search = program.command('search').description('检索库');
  search
    .command('reindex')
    .description('重建检索库：写入新文件，完成后替换；重建期间照常可以搜索')
    .option('--site <标识>', '只重建一个站点（在现有检索库中逐条更新）')
    .action(({ site: key }: { site?: string }) =>
      withPlatform(async (app) => {
        const find = <T>(token: unknown): T => app.get<T>(token as never, { strict: false });
        const directory = find<SiteDirectory>(SiteDirectory);
        if (key !== undefined && !directory.byKey(key)) return fail(`没有标识为 ${key} 的站点`);
        const files = find<IndexFiles>(IndexFiles);
        if (key !== undefined && files.current() === null) return fail('还没有检索库，请先重建全部');
        const rebuild = new IndexRebuild(
          files,
          find<SearchSource>(SearchSource),
          directory,
          find<Clock>(Clock),
        );
        const began = performance.now();
        const bar = new SingleBar({ format: '{bar} {percentage}% {value}/{total} 条', noTTYOutput: false });
        let isShown = false;
        const show = (done: number, total: number): void => {
          if (!isShown) bar.start(total, done);
          isShown = true;
          bar.setTotal(total);
          bar.update(done);
        };
        const done =
          key === undefined
            ? await rebuild.all(({ done: written, total }) => show(written, total))
            : await rebuild.site(key, (written) => show(written, written));
        bar.stop();
        say(`检索库已重建：${done} 条，用时 ${Math.round((performance.now() - began) / 1000)} 秒`);
      }),
    );
  search
    .command('state')
    .description('显示检索库的状态')
    .action(() =>
      withPlatform(async (app) => {
        const facts = await app.get<SearchIndex>(SearchIndex as never, { strict: false }).facts();
        const words = { ready: '可用', building: '正在建立', absent: '没有检索库' };
        const megabytes = (facts.bytes / 1024 / 1024).toFixed(1);
        say(`${words[facts.state]}：${facts.documents} 条，${megabytes} MB`);
      }),
    );
}
