import { api, sitePath } from './http';
import type { Schemas } from './views';

export type SettingOptionView = Schemas['SettingOptionView'];
export type SettingDeclarationView = Schemas['SettingDeclarationView'];
export type ThemeSummaryView = Schemas['ThemeSummaryView'];
export type SiteThemeView = Schemas['SiteThemeView'];
export type ThemeChoice = Schemas['ThemeChoiceDto'];

export const themeApi = {
  get: (site: string) => api.get<SiteThemeView>(sitePath(site, '/theme')),
  save: (site: string, choice: ThemeChoice) => api.put<SiteThemeView>(sitePath(site, '/theme'), choice),
  preview: (site: string, choice: ThemeChoice) => api.text('POST', sitePath(site, '/theme/preview'), choice),
};
