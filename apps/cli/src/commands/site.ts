import { SiteMoving } from '@zhanqun/content';
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
    .description('按蓝本开设站点：栏目、主题、设置一次建好')
    .requiredOption('--blueprint <蓝本>', 'portal、department、township 或 unit-page')
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
  site
    .command('export <标识> <文件>')
    .description('把整个站点写成一个文件（tar.gz），可在别处写入')
    .action((key: string, file: string) =>
      withPlatform(async (app, ctx) => {
        const { counts, contentDigest } = await app.get(SiteMoving).exportTo(ctx, key, file);
        say(
          `已导出：栏目 ${counts.channels}，文章 ${counts.articles}（版本 ${counts.revisions}），` +
            `素材 ${counts.assets}，旧网址 ${counts.oldAddresses}\n内容校验码 ${contentDigest}`,
        );
      }),
    );
  site
    .command('import <文件>')
    .description('由整站导出文件建立站点；中断后原样再执行一次即可接着写入')
    .requiredOption('--key <标识>', '新站点的标识')
    .option('--host <域名>', '域名')
    .option('--prefix <路径>', '挂在上级域名下的路径，如 /hexi', '')
    .option('--parent <标识>', '上级站点')
    .option('--name <名称>', '站点名称；不给时用文件中的')
    .action(
      (file: string, move: { key: string; host?: string; prefix: string; parent?: string; name?: string }) =>
        withPlatform(async (app, ctx) => {
          const done = await app.get(SiteMoving).importFrom(ctx, file, move);
          say(
            `已写入站点 ${move.key}：栏目 ${done.channels}，文章 ${done.articles}，素材 ${done.assets}，` +
              `旧网址 ${done.oldAddresses}\n内容校验码 ${done.contentDigest}\n站点处于筹备状态，核对后请在后台上线`,
          );
        }),
    );
}
