import { prepareDatabase, readConfig } from '@zhanqun/platform';
import type { Command } from 'commander';
import { say } from '../output';

export function migrateCommand(program: Command): void {
  program
    .command('migrate')
    .description('把数据库结构升级到当前版本')
    .action(async () => {
      const done = await prepareDatabase(readConfig());
      say(done.length === 0 ? '数据库结构已是最新' : `已完成 ${done.length} 项升级：\n${done.join('\n')}`);
    });
}
