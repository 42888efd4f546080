import { Audit } from '@zhanqun/platform';
import type { Command } from 'commander';
import { fail, say } from '../output';
import { withPlatform } from '../with-platform';

export function auditCommands(program: Command): void {
  program
    .command('audit')
    .description('审计日志')
    .command('verify')
    .description('核验每条审计链是否完整、未被改动')
    .action(() =>
      withPlatform(async (app, ctx) => {
        const audit = app.get(Audit);
        for (const siteId of await audit.chains(ctx)) {
          const { isIntact, checked, broken } = await audit.verify(ctx, siteId);
          const name = siteId === null ? '平台' : `站点 ${siteId}`;
          if (isIntact) say(`${name}：完整，共 ${checked} 条`);
          else fail(`${name}：第 ${broken?.seq} 条有问题（${broken?.fault}）`);
        }
      }),
    );
}
