import { api, sitePath } from './http';

export interface SettingOptionView {
  value: string;
  label: string;
}
export interface BlockFieldView {
  key: string;
  label: string;
  kind: string;
  options: SettingOptionView[];
}
export interface BlockTypeView {
  type: string;
  label: string;
  fields: BlockFieldView[];
}
export interface SettingDeclarationView {
  key: string;
  label: string;
  help: string;
  group: string;
  kind: string;
  default: unknown;
  isRequired: boolean;
  choices: SettingOptionView[];
  blocks: BlockTypeView[];
  maxItems: number | null;
  minimum: number | null;
  maximum: number | null;
}
export interface RegionView {
  name: string;
  label: string;
}
export interface ThemeSummaryView {
  name: string;
  label: string;
  description: string;
  version: string;
}
export interface SiteThemeView {
  name: string;
  version: number;
  settings: Record<string, unknown>;
  declaration: SettingDeclarationView[];
  regions: RegionView[];
  themes: ThemeSummaryView[];
}
export interface ThemeChoice {
  name: string;
  settings: Record<string, unknown>;
  version?: number;
}

export const themeApi = {
  get: (site: string) => api.get<SiteThemeView>(sitePath(site, '/theme')),
  save: (site: string, choice: ThemeChoice) => api.put<SiteThemeView>(sitePath(site, '/theme'), choice),
  preview: (site: string, choice: ThemeChoice) => api.text('POST', sitePath(site, '/theme/preview'), choice),
};
