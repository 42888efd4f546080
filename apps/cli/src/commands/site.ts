import { SiteDirectory } from '@zhanqun/platform';
import { SiteService } from '@zhanqun/tenancy';
import type { Command } from 'commander';
import { say, table } from '../output';
import { withPlatform } from '../with-platform';

interface OpenOptions {
  readonly blueprint: string;
  readonly key: string;
  readonly name: string;
  readonly parent?: string;
  readonly host?: string;
  readonly prefix: string;
  readonly regulation?: string;
  readonly exemption?: string;
}

export function siteCommands(program: Command): void {
  const site = program.command('site').description('站点');
  site
    .command('list')
    .description('列出全部站点')
    .action(() =>
      withPlatform(async (app) => {
        const directory = app.get<SiteDirectory>(SiteDirectory as never, { strict: false });
        const rows = directory
          .all()
          .map(({ key, name, kind, status, host, prefix }) => [key, name, kind, status, `${host}${prefix}`]);
        say(table([['标识', '名称', '类型', '状态', '地址'], ...rows]));
        return Promise.resolve();
      }),
    );
  site
    .command('open')
    .description('按蓝图开设站点：栏目、主题、设置一次建好')
    .requiredOption('--blueprint <蓝图>', 'portal、department、township 或 unit-page')
    .requiredOption('--key <标识>', '英文短名，建站后不可更改')
    .requiredOption('--name <名称>', '站点规范名称')
    .option('--parent <标识>', '上级站点')
    .option('--host <域名>', '域名')
    .option('--prefix <路径>', '挂在上级域名下的路径，如 /hexi', '')
    .option('--regulation <代码>', '门户适用的地方规定')
    .option('--exemption <文号>', '批准单独开设网站的文件')
    .action((options: OpenOptions) =>
      withPlatform(async (app, ctx) => {
        const { blueprint, key, name, parent, host, prefix, regulation, exemption } = options;
        const opened = await app.get(SiteService).open(ctx, {
          blueprint,
          key,
          name,
          ...(parent ? { parent } : {}),
          ...(host ? { bindings: [{ host, prefix, isCanonical: true }] } : {}),
          ...(regulation ? { regulation } : {}),
          ...(exemption ? { exemptionDocument: exemption } : {}),
        });
        say([`已开设站点“${opened.site.name}”（${opened.site.key}）`, ...opened.advice].join('\n'));
      }),
    );
}
