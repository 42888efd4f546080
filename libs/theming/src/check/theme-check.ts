import type { Theme } from '../theme/theme';
import type { ThemeLibrary } from '../theme/theme-library';
import { themeNotInstalled } from '../settings/theme-settings.errors';
import type { ThemeFinding } from './finding';
import { themeRules } from './rules';
import { ThemeSubject } from './theme-subject';

/** 主题检查: reads a theme without rendering it and lists what is wrong, with help. */
export class ThemeCheck {
  private readonly views = new Map<string, object>();
  private readonly errors = new Map<string, string[]>();

  constructor(private readonly themes: ThemeLibrary) {}

  /** Teaches the check what a page's view looks like: an example with every field. */
  learn(template: string, exampleView: object): void {
    this.views.set(template, exampleView);
    this.errors.clear();
  }

  /** Findings in a theme's own files and in the pages it shows. Raises `theming.theme.notInstalled`. */
  run(name: string): ThemeFinding[] {
    const theme = this.themes.find(name);
    if (!theme) throw themeNotInstalled({ name });
    return this.findings(theme);
  }

  /** One line an error; a theme that has any may not be activated. Remembered, because themes do not change. */
  errorsOf(theme: Theme): string[] {
    let errors = this.errors.get(theme.name);
    if (!errors) {
      errors = this.findings(theme)
        .filter(({ severity }) => severity === 'error')
        .map(
          ({ code, template, line, message }) =>
            `${code} ${template ?? 'theme.json'}${line ? `:${line}` : ''} ${message}`,
        );
      this.errors.set(theme.name, errors);
    }
    return errors;
  }

  private findings(theme: Theme): ThemeFinding[] {
    const subject = new ThemeSubject(theme, this.views);
    return themeRules.flatMap(({ code, severity, help, check }) =>
      [...check(subject)].map(({ message, template, line }) => ({
        code,
        severity,
        message,
        help,
        template: template ?? null,
        line: line ?? null,
      })),
    );
  }
}
