import { api, sitePath } from './http';

export type SettingKind =
  'colour' | 'text' | 'longText' | 'number' | 'boolean' | 'choice' | 'image' | 'links' | 'blocks';
export interface ThemeSettingDeclaration {
  key: string;
  label: string;
  help: string;
  kind: SettingKind;
  group: string;
  default: unknown;
  choices?: { value: string; label: string }[];
  /** Kinds of block that a `blocks` setting takes. */
  blocks?: BlockDeclaration[];
  maxItems?: number;
}
export interface BlockDeclaration {
  type: string;
  label: string;
  fields: { key: string; label: string; kind: 'text' | 'number' | 'channel' | 'channels' | 'links' }[];
}
export interface ThemeView {
  name: string;
  settings: Record<string, unknown>;
  declaration: ThemeSettingDeclaration[];
  themes: { name: string; label: string; description: string }[];
}

export const themeApi = {
  get: (site: string) => api.get<ThemeView>(sitePath(site, '/theme')),
  save: (site: string, name: string, settings: Record<string, unknown>) =>
    api.put<ThemeView>(sitePath(site, '/theme'), { name, settings }),
  preview: (site: string, name: string, settings: Record<string, unknown>) =>
    api.text('POST', sitePath(site, '/theme/preview'), { name, settings }),
};
