import { Injectable } from '@nestjs/common';
import type { EditorCtx, SiteCtx } from '@zhanqun/kernel';
import { Audit, Db, isUniqueViolation, PublicWords, PurgeLog, type PublicLine } from '@zhanqun/platform';
import { ThemeCheck } from '../check/theme-check';
import { chromeTag, homeTag } from '../site/chromes';
import type { Theme } from '../theme/theme';
import { ThemeLibrary } from '../theme/theme-library';
import { resolveSettings, settingFaults } from './setting-rules';
import { siteStyleUrl } from './site-style';
import { SiteTheme } from './site-theme.entity';
import { settingsInvalid, settingsStale, themeHasErrors, themeNotInstalled } from './theme-settings.errors';

/** A site's look as templates and the console see it. */
export interface ThemeInUse {
  readonly name: string;
  /** All declared settings with defaults filled in, and `styleUrl` for the colours the site changed. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** 0 while the site has saved nothing of its own. */
  readonly version: number;
}

export interface ThemeChoice {
  readonly name: string;
  readonly settings: Readonly<Record<string, unknown>>;
  /** The version the change was made on; left out, the last saving wins. */
  readonly version?: number;
}

/** 站点外观设置: which theme a site wears and what it set there. */
@Injectable()
export class ThemeSettings {
  constructor(
    private readonly db: Db,
    private readonly themes: ThemeLibrary,
    private readonly purges: PurgeLog,
    private readonly audit: Audit,
    private readonly check: ThemeCheck,
    private readonly words: PublicWords,
  ) {}

  async get(ctx: SiteCtx): Promise<ThemeInUse> {
    const row = await this.db.site(ctx, SiteTheme).findOne({});
    return this.inUse(
      this.themes.get(row?.themeName ?? ctx.site.theme),
      row?.settings ?? {},
      row?.version ?? 0,
    );
  }

  /** What a choice would look like; nothing is stored. Raises the same refusals as `save`. */
  preview(choice: ThemeChoice): ThemeInUse {
    return this.inUse(this.checked(choice), choice.settings, choice.version ?? 0);
  }

  /**
   * Stores the choice and purges every page of the site, because its frame changed. Refuses a theme that
   * is not installed or fails its check, values that break the theme's declaration, and a stale save.
   */
  async save(ctx: EditorCtx, choice: ThemeChoice): Promise<ThemeInUse> {
    const theme = this.checked(choice);
    const errors = this.check.errorsOf(theme);
    if (errors.length > 0) throw themeHasErrors({ name: theme.name, findings: errors });
    const settings = ownValues(choice.settings, theme);
    await this.words.pass(ctx, wordsOf(settings, theme));
    try {
      return await this.db.transaction(ctx, async (ctx) => {
        const rows = this.db.site(ctx, SiteTheme);
        const before = await rows.findOne({}, { lock: 'write' });
        const version = before?.version ?? 0;
        if (choice.version !== undefined && choice.version !== version) throw settingsStale({ version });
        await rows.save(
          Object.assign(before ?? rows.build({}), { themeName: theme.name, settings, version: version + 1 }),
        );
        await this.audit.record(ctx, {
          action: 'theme.save',
          subject: 'Theme',
          subjectId: theme.name,
          summary: `修改站点外观（主题：${theme.manifest.label}）`,
          detail: { before: before?.settings ?? {}, after: settings },
        });
        await this.purges.add(ctx, [chromeTag(ctx.site.id), homeTag(ctx.site.id)]);
        return this.inUse(theme, settings, version + 1);
      });
    } catch (error) {
      // Two first savings at once: the one that came second is stale.
      if (isUniqueViolation(error)) throw settingsStale({ version: 1 });
      throw error;
    }
  }

  private checked(choice: ThemeChoice): Theme {
    const theme = this.themes.find(choice.name);
    if (!theme) throw themeNotInstalled({ name: choice.name });
    const faults = settingFaults(choice.settings, theme.settings);
    if (faults.length > 0) throw settingsInvalid({ faults });
    return theme;
  }

  private inUse(theme: Theme, values: Readonly<Record<string, unknown>>, version: number): ThemeInUse {
    const settings = resolveSettings(values, theme.settings);
    return {
      name: theme.name,
      settings: { ...settings, styleUrl: siteStyleUrl(settings, theme.settings) },
      version,
    };
  }
}

/** What people wrote there that citizens will read. */
function wordsOf(values: Readonly<Record<string, unknown>>, theme: Theme): PublicLine[] {
  return Object.entries(values).flatMap(([key, value]) => {
    const declared = theme.settings[key];
    if (!declared) return [];
    const { type, label } = declared;
    if (type === 'links') return (value as { label: string }[]).map((link) => ({ label, text: link.label }));
    return (type === 'text' || type === 'richText') && !key.endsWith('Url')
      ? [{ label, text: String(value) }]
      : [];
  });
}

/** Values that say something: what equals the default follows the theme when the theme changes. */
function ownValues(values: Readonly<Record<string, unknown>>, theme: Theme): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).filter(
      ([key, value]) => JSON.stringify(value) !== JSON.stringify(theme.settings[key]?.default),
    ),
  );
}
