import { atSite, type EditorCtx } from '@zhanqun/kernel';
import { SiteDirectory } from '@zhanqun/platform';
import { Inspection } from '@zhanqun/supervision';
import type { Command } from 'commander';
import { say, table } from '../output';
import { withPlatform } from '../with-platform';

export function patrolCommands(program: Command): void {
  program
    .command('patrol')
    .description('巡检')
    .command('run')
    .description('立即检查所有在线站点（或一个站点），并记入问题台账')
    .option('--site <标识>', '只检查这一个站点')
    .action(({ site: key }: { site?: string }) =>
      withPlatform(async (app, ctx) => {
        const directory = app.get<SiteDirectory>(SiteDirectory as never, { strict: false });
        const inspection = app.get(Inspection);
        const rows: string[][] = [];
        for (const site of directory
          .all()
          .filter((one) => (key ? one.key === key : one.status === 'online'))) {
          const result = await inspection.inspect(atSite(ctx, site) as EditorCtx);
          rows.push([site.name, String(result.standing), String(result.appeared), String(result.cleared)]);
        }
        say(table([['站点', '现有问题', '新发现', '已消除'], ...rows]));
      }),
    );
}
