import { ThemeCheck, ThemeLibrary, type Severity } from '@zhanqun/theming';
import type { Command } from 'commander';
import { fail, say } from '../output';
import { withPlatform } from '../with-platform';

const SEVERITIES: Readonly<Record<Severity, string>> = { error: '错误', warning: '警告', advice: '建议' };

export function themeCommands(program: Command): void {
  program
    .command('theme')
    .description('主题')
    .command('check [名称]')
    .description('检查主题；不给名称时检查全部')
    .action((name?: string) =>
      withPlatform(async (app) => {
        const names = name
          ? [name]
          : app
              .get(ThemeLibrary)
              .all()
              .map(({ name: each }) => each);
        for (const one of names) {
          const findings = app.get(ThemeCheck).run(one);
          const errors = findings.filter(({ severity }) => severity === 'error').length;
          say(
            `${one}：${findings.length === 0 ? '未发现问题' : `${findings.length} 处，其中错误 ${errors} 处`}`,
          );
          const advised = new Set<string>();
          for (const { code, severity, template, line, message, help } of findings) {
            say(
              `  ${code} ${SEVERITIES[severity]} ${template ?? 'theme.json'}${line ? `:${line}` : ''} ${message}`,
            );
            if (!advised.has(code)) say(`       ${help}`);
            advised.add(code);
          }
          if (errors > 0) fail(`主题 ${one} 有错误，不能启用`);
        }
        return Promise.resolve();
      }),
    );
}
