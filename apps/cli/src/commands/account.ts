import { FirstStart } from '@zhanqun/identity';
import type { Command } from 'commander';
import { say } from '../output';
import { withPlatform } from '../with-platform';

export function accountCommands(program: Command): void {
  program
    .command('account')
    .description('账号')
    .command('officers')
    .description('首次启动的三名管理员链接遗失时，重新签发')
    .action(() =>
      withPlatform(async (app) => {
        const lines = await app.get(FirstStart).announce({ reissue: true });
        say(lines.length === 0 ? '三名管理员均已设置密码，无需重新签发' : lines.join('\n'));
      }),
    );
}
