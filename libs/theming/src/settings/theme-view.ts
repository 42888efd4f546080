import type { Theme } from '../theme/theme';
import type { SettingDeclaration } from '../theme/theme-manifest';
import type { ThemeLibrary } from '../theme/theme-library';
import { FONT_OPTIONS } from './fonts';
import type { SettingDeclarationView, SiteThemeView, ThemeSummaryView } from './theme.dto';
import type { ThemeInUse } from './theme-settings';

const KINDS: Readonly<Partial<Record<SettingDeclaration['type'], string>>> = {
  color: 'colour',
  font: 'choice',
  richText: 'longText',
};

export function toThemeSummary({ name, manifest, settings }: Theme): ThemeSummaryView {
  return {
    name,
    label: manifest.label,
    description: manifest.description,
    version: manifest.version,
    declaration: declarationOf(settings),
  };
}

const declarationOf = (settings: Theme['settings']): SettingDeclarationView[] =>
  Object.entries(settings).map(([key, setting]) => toDeclarationView(key, setting));

export function toSiteThemeView(inUse: ThemeInUse, themes: ThemeLibrary): SiteThemeView {
  const theme = themes.get(inUse.name);
  const { styleUrl: _address, ...settings } = inUse.settings;
  return {
    name: theme.name,
    version: inUse.version,
    settings,
    declaration: declarationOf(theme.settings),
    themes: themes.all().map(toThemeSummary),
  };
}

function toDeclarationView(key: string, setting: SettingDeclaration): SettingDeclarationView {
  return {
    key,
    label: setting.label,
    help: setting.help ?? '',
    group: setting.group ?? '',
    kind: KINDS[setting.type] ?? setting.type,
    default: setting.default ?? null,
    isRequired: setting.isRequired ?? false,
    choices: (setting.type === 'font' ? FONT_OPTIONS : (setting.options ?? [])).map(({ value, label }) => ({
      value,
      label,
    })),
    maxItems: setting.max ?? null,
    against: setting.type !== 'color' || setting.against === null ? null : (setting.against ?? '#FFFFFF'),
    formats: [...(setting.formats ?? [])],
    minimum: setting.minimum ?? null,
    maximum: setting.maximum ?? null,
  };
}
