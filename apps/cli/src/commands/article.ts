import { ArticleImports, type ImportOptions } from '@zhanqun/content';
import type { Command } from 'commander';
import { fail, say } from '../output';
import { withPlatform } from '../with-platform';

export function articleCommands(program: Command): void {
  program
    .command('article')
    .description('稿件')
    .command('import <目录>')
    .description('把目录中的 .txt、.md、.html 文件导入为草稿（UTF-8 或 GB18030，自动识别）')
    .requiredOption('--site <标识>', '站点')
    .requiredOption('--channel <路径>', '栏目路径，如 zwgk/zcwj')
    .option('--as <账号>', '以哪个账号的名义起草', '')
    .option('--kind <类型>', 'news、notice 或 policyDocument；不给时自动判断')
    .option('--dry-run', '只预览，不写入')
    .action((directory: string, options: Omit<ImportOptions, 'directory'>) =>
      withPlatform(async (app, ctx) => {
        const report = await app.get(ArticleImports).fromCommand(ctx, { directory, ...options });
        say(report.lines.join('\n'));
        if (report.failed > 0) fail(`${report.failed} 个文件未能导入，原因见上`);
      }),
    );
}
