import { DomainError } from '@zhanqun/kernel';
import { Command } from 'commander';
import { accountCommands } from './commands/account';
import { articleCommands } from './commands/article';
import { auditCommands } from './commands/audit';
import { importCommands } from './commands/import';
import { migrateCommand } from './commands/migrate';
import { mirrorCommand } from './commands/mirror';
import { patrolCommands } from './commands/patrol';
import { searchCommands } from './commands/search';
import { seedCommands } from './commands/seed';
import { siteCommands } from './commands/site';
import { themeCommands } from './commands/theme';
import { fail } from './output';

const program = new Command('zhanqun')
  .description('站群平台命令行：数据库与数据目录按环境变量 DATABASE_URL、DATA_DIR 取用')
  .helpOption('-h, --help', '显示帮助')
  .helpCommand('help [command]', '显示某个命令的帮助')
  .configureOutput({ writeErr: (text) => process.stderr.write(text.replace(/^error: /, '错误：')) });

for (const add of [
  migrateCommand,
  seedCommands,
  siteCommands,
  articleCommands,
  importCommands,
  themeCommands,
  mirrorCommand,
  patrolCommands,
  searchCommands,
  auditCommands,
  accountCommands,
])
  add(program);

program.parseAsync().catch((error: unknown) => {
  fail(
    error instanceof DomainError
      ? error.message
      : error instanceof Error
        ? (error.stack ?? '')
        : String(error),
  );
});
