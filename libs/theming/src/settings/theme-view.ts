import type { Theme } from '../theme/theme';
import type { SettingDeclaration } from '../theme/theme-manifest';
import type { ThemeLibrary } from '../theme/theme-library';
import { BLOCK_TYPES } from './block-types';
import type { SettingDeclarationView, SiteThemeView, ThemeSummaryView } from './theme.dto';
import type { ThemeInUse } from './theme-settings';

const KINDS: Readonly<Partial<Record<SettingDeclaration['type'], string>>> = {
  color: 'colour',
  richText: 'longText',
};

export function toThemeSummary({ name, manifest }: Theme): ThemeSummaryView {
  return { name, label: manifest.label, description: manifest.description, version: manifest.version };
}

export function toSiteThemeView(inUse: ThemeInUse, themes: ThemeLibrary): SiteThemeView {
  const theme = themes.get(inUse.name);
  const { styleUrl: _address, ...settings } = inUse.settings;
  return {
    name: theme.name,
    version: inUse.version,
    settings,
    declaration: Object.entries(theme.settings).map(([key, setting]) => toDeclarationView(key, setting)),
    regions: theme.regions.map(({ name, label }) => ({ name, label })),
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
    choices: (setting.options ?? []).map(({ value, label }) => ({ value, label })),
    blocks: BLOCK_TYPES.filter(({ type }) => setting.blocks?.includes(type)).map(
      ({ type, label, fields }) => ({
        type,
        label,
        fields: fields.map((field) => ({
          key: field.key,
          label: field.label,
          kind: field.kind,
          options: (field.options ?? []).map((option) => ({ ...option })),
        })),
      }),
    ),
    maxItems: setting.max ?? null,
    minimum: setting.minimum ?? null,
    maximum: setting.maximum ?? null,
  };
}
